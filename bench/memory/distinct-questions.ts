const keys = ["YEAR", "QUARTER", "DEPARTMENT", "ENTERPRISE_KIND"];
const groupings = keys.flatMap((first) => [
  [first],
  ...keys.filter((key) => key !== first).map((second) => [first, second]),
]);
const bases = ["SOCIAL_ECONOMY", "SOCIAL_ENTERPRISE"];
const quarters = [2024, 2025].flatMap((year) => [1, 2, 3, 4].map((quarter) => `"${year}-Q${quarter}"`));

/** Summaries of purchases, no two alike, as readers ask who walk through a board's periods and groups. At most 8,160. */
export function distinctQuestions(municipality: string, count: number): string[] {
  const questions: string[] = [];
  for (let subset = 1; subset < 1 << quarters.length; subset++) {
    for (const grouping of groupings) {
      for (const basis of bases) {
        if (questions.length === count) return questions;
        const chosen = quarters.filter((_, index) => subset & (1 << index));
        const where = `{ municipality: ["${municipality}"], quarter: [${chosen.join(", ")}] }`;
        questions.push(
          `{ purchaseSummary(basis: ${basis}, where: ${where}, groupBy: [${grouping.join(", ")}]) { rows { level total rate { value } } } }`,
        );
      }
    }
  }
  return questions;
}
