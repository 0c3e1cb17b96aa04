import { beforeEach, expect } from "@jest/globals";

// A test that asserts nothing fails, such as one whose loop had nothing to go through.
beforeEach(() => {
  expect.hasAssertions();
});
