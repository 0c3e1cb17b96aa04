import type { DataSource } from "typeorm";
import { HubError } from "../../../../schema/core/hub-error.ts";
import { formatQuarter, type QuarterNumber } from "../../../../schema/core/scalars/quarter.ts";
import { checkInput } from "../../../check-input.ts";
import { storedReport } from "./stored-report.ts";
import { writeHwpxReport } from "./write-hwpx-report.ts";
import { writeReport } from "./write-report.ts";

/** The formats in which reports are exported: plain text, or a document of Hancom's word processor. */
export const reportFormats = ["text", "hwpx"] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** A stored report on the official form, as known in a release. Throws REPORT_UNKNOWN, saying which reports there are. */
export async function exportReport(
  database: DataSource,
  municipality: string,
  pledge: string,
  quarter: QuarterNumber,
  knownAt: number,
  format: ReportFormat = "text",
): Promise<string | Uint8Array> {
  checkInput({ "--municipality": municipality, pledge });
  const [city] = await database.query<{ id: number }[]>(
    "SELECT id FROM municipality WHERE code = $1 ORDER BY known_to DESC LIMIT 1",
    [municipality],
  );
  const report = city && (await storedReport(database.manager, city.id, pledge, quarter, knownAt));
  if (report) return format === "hwpx" ? writeHwpxReport(report) : writeReport(report);
  const known = await database.query<{ code: string; quarter: number }[]>(
    `SELECT DISTINCT pledge.code, quarter FROM report
     JOIN pledge ON pledge.municipality_id = report.municipality_id AND pledge.id = pledge_id
     WHERE report.municipality_id = $1 AND known_from <= $2 AND known_to > $2 ORDER BY code, quarter LIMIT 10`,
    [city?.id, knownAt],
  );
  const list = known.map((row) => `${row.code} ${formatQuarter(row.quarter)}`).join(", ");
  const requested = `${municipality} ${pledge} ${formatQuarter(quarter)}`;
  throw new HubError(
    "REPORT_UNKNOWN",
    { ko: `${requested} 보고서가 허브에 없습니다.`, en: `The hub has no report ${requested}.` },
    list
      ? { ko: `있는 보고서: ${list}.`, en: `It has: ${list}.` }
      : {
          ko: "먼저 hub import로 가져오거나, 뒤에 공표된 것이면 --as-of를 빼십시오.",
          en: "Import it first, with hub import, or leave --as-of out where it came later.",
        },
  );
}
