import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Code of the city that questions are asked of. */
export const municipality = "99500";
export const quarter = "2025-Q4";
/** The same, as tables count quarters. */
export const quarterNumber = 2025 * 4 + 3;

const pledgeCount = 500;
const departmentCount = 40;
const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];
const sources = ["국비", "도비", "시비", "기타"];

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const department = (index: number): string => `제${(index % departmentCount) + 1}과`;

/**
 * Writes the feeds of a synthetic city and gives their paths: 500 pledges, each with nine rows of the budget,
 * a year each, which are 36 funding lines. Over all pledges every year has every source.
 */
export async function writeCity(folder: string): Promise<string[]> {
  const pledges = numbers(pledgeCount);
  const files: Record<string, string[]> = {
    "01-지자체.csv": ["지자체코드,지자체명,합성여부", `${municipality},견줌시,예`],
    "02-부서.csv": ["부서명", ...numbers(departmentCount).map(department)],
    "03-공약.csv": [
      "공약번호,공약명,소관부서,기준분기,이행상태",
      ...pledges.map((pledge) => `1-${pledge},${pledge}번째 공약,${department(pledge)},${quarter},정상추진`),
    ],
    "04-예산.csv": [
      "공약번호,기준분기,회계연도,재원,총사업비(원),확보액(원),예산현액(원),집행액누계(원)",
      ...pledges.flatMap((pledge) =>
        years.map((year) => {
          const planned = 1_000_000 + pledge * 10_000 + year;
          const amounts = [planned, planned - 1_000, planned - 2_000, planned - 300_000];
          return `1-${pledge},${quarter},${year},${sources[(pledge + year) % 4]},${amounts.join(",")}`;
        }),
      ),
    ],
  };
  for (const [name, lines] of Object.entries(files))
    await writeFile(join(folder, name), `${lines.join("\n")}\n`);
  return Object.keys(files).map((name) => join(folder, name));
}
