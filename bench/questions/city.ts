import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { reports } from "./city-reports.ts";

/** Code of the city that questions are asked of. */
export const municipality = "99500";
export const quarter = "2025-Q4";
/** The same, as tables count quarters. */
export const quarterNumber = 2025 * 4 + 3;

const pledgeCount = 500;
const departmentCount = 40;
const purchasesPerDepartment = 25;
const outletCount = 20;
const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];
const sources = ["국비", "도비", "시비", "기타"];

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const department = (index: number): string => `제${(index % departmentCount) + 1}과`;

/** A business registration number; it must have its check digit. */
const supplier = "001-81-00002";

const pledgeLines = (): string[] => [
  "공약번호,공약명,소관부서,기준분기,이행상태",
  ...numbers(pledgeCount).map(
    (pledge) => `1-${pledge},${pledge}번째 공약,${department(pledge)},${quarter},정상추진`,
  ),
];

const budgetLines = (): string[] => [
  "공약번호,기준분기,회계연도,재원,총사업비(원),확보액(원),예산현액(원),집행액누계(원)",
  ...numbers(pledgeCount).flatMap((pledge) =>
    years.map((year) => {
      const planned = 1_000_000 + pledge * 10_000 + year;
      const amounts = [planned, planned - 1_000, planned - 2_000, planned - 300_000];
      return `1-${pledge},${quarter},${year},${sources[(pledge + year) % 4]},${amounts.join(",")}`;
    }),
  ),
];

const purchaseLines = (): string[] => [
  "구매번호,구매일자,부서명,사업자등록번호,구분,금액(원),보조금여부",
  ...numbers(departmentCount * purchasesPerDepartment).map((purchase) => {
    const month = String((purchase % 12) + 1).padStart(2, "0");
    return `B${purchase},2025-${month}-15,${department(purchase)},${supplier},물품,${purchase * 10_000},아니오`;
  }),
];

const targetLines = (): string[] => [
  "연도,부서명,기준,목표율(%)",
  ...numbers(departmentCount).flatMap((index) =>
    [2024, 2025].flatMap((year) =>
      ["사회적기업", "사회적경제"].map((basis) => `${year},${department(index)},${basis},${5 + (index % 9)}`),
    ),
  ),
];

const outletLines = (): string[] => [
  "판매장코드,판매장명,유형,개장일,폐장일,운영협력기관,공약번호",
  ...numbers(outletCount).map(
    (outlet) => `S${outlet},${outlet}번 나눔터,상설,2023-01-02,,시 직영,1-${outlet}`,
  ),
];

const salesLines = (): string[] => [
  "판매장코드,매출월,매출액(원),참여기업수(개)",
  ...numbers(outletCount).flatMap((outlet) =>
    numbers(24).map((index) => {
      const month = `${2023 + Math.ceil(index / 12)}-${String(((index - 1) % 12) + 1).padStart(2, "0")}`;
      return `S${outlet},${month},${outlet * 100_000 + index},${(index % 9) + 1}`;
    }),
  ),
];

/**
 * Writes the files of a synthetic city and gives their paths. 500 pledges have nine rows of the budget, one per year,
 * which are 36 funding lines; over all pledges every year has every source. 40 departments have 25 purchases and four
 * targets, 20 outlets have 24 months of sales, and one more pledge has a report for each of ten quarters.
 */
export async function writeCity(folder: string): Promise<string[]> {
  const feeds: Record<string, string[]> = {
    "01-지자체.csv": ["지자체코드,지자체명,합성여부", `${municipality},견줌시,예`],
    "02-부서.csv": ["부서명", ...numbers(departmentCount).map(department)],
    "03-공약.csv": pledgeLines(),
    "04-예산.csv": budgetLines(),
    "06-구매.csv": purchaseLines(),
    "07-구매목표.csv": targetLines(),
    "08-판매장.csv": outletLines(),
    "09-판매장매출.csv": salesLines(),
  };
  const texts = Object.entries(feeds).map(([name, lines]) => [name, `${lines.join("\n")}\n`] as const);
  const files = [...texts, ...reports(department(0))];
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  return files.map(([name]) => join(folder, name));
}
