/** What tests import from `@jest/globals`: the functions of the test file that is being run. */
export let afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test;

/** Sets them for the next file. Whoever imported them has the new ones. */
export function setGlobals(globals) {
  ({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } = globals);
}
