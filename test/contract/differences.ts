/**
 * Where an answer is not what a case expects, by the rules of the contract: objects may leave fields
 * out, lists are compared without order but with their length, `$contains` asks only that these are
 * among the list, numbers to 1e-9. Empty where the case holds.
 */
export function differences(expected: unknown, actual: unknown, path = "data"): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${path}: a list is expected, not ${shown(actual)}`];
    const lengths =
      expected.length === actual.length
        ? []
        : [`${path}: ${expected.length} items expected, not ${actual.length}`];
    return [...lengths, ...unmatched(expected, actual, path)];
  }
  if (typeof expected === "number" && typeof actual === "number") {
    return Math.abs(expected - actual) <= 1e-9 ? [] : [`${path}: ${expected} expected, not ${actual}`];
  }
  if (expected === null || typeof expected !== "object") {
    return expected === actual ? [] : [`${path}: ${shown(expected)} expected, not ${shown(actual)}`];
  }
  if ("$contains" in expected) {
    return Array.isArray(actual)
      ? unmatched(expected.$contains as unknown[], actual, path)
      : [`${path}: a list is expected, not ${shown(actual)}`];
  }
  if (actual === null || typeof actual !== "object")
    return [`${path}: ${shown(expected)} expected, not ${shown(actual)}`];
  return Object.entries(expected).flatMap(([name, value]) =>
    differences(value, (actual as Record<string, unknown>)[name], `${path}.${name}`),
  );
}

/**
 * Expected items that find no partner, each item of the answer serving once. An item that says little
 * must not take the partner of one that says much, so partners change hands (augmenting paths).
 */
function unmatched(expected: unknown[], actual: unknown[], path: string): string[] {
  const takenBy = new Map<number, number>();
  const findPartner = (wanted: number, tried: Set<number>): boolean => {
    for (const [index, item] of actual.entries()) {
      if (tried.has(index) || differences(expected[wanted], item).length > 0) continue;
      tried.add(index);
      const holder = takenBy.get(index);
      if (holder === undefined || findPartner(holder, tried)) {
        takenBy.set(index, wanted);
        return true;
      }
    }
    return false;
  };
  return expected.flatMap((item, index) =>
    findPartner(index, new Set()) ? [] : [`${path}: nothing matches ${shown(item)}`],
  );
}

const shown = (value: unknown): string => JSON.stringify(value) ?? "nothing";
