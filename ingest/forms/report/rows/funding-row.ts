import { budgetFeed } from "../../../../schema/subjects/funding/budget-feed.ts";
import type { FundingDraft, ReportDraft } from "../report-draft.ts";
import { cellOf, type ReportRow } from "./report-row.ts";

const source = budgetFeed.columns.find(({ field }) => field === "source")!;

/** An amount of a report as a row; a rejection names its row and column in the printed table. */
export function fundingRow({ pledgeCode, quarter }: ReportDraft, line: FundingDraft): ReportRow {
  const { period, amount, state, origin } = line;
  const { start, end, label } = period;
  // Only a period that is open on neither side is a year's.
  const year = start && end ? Number(start.slice(0, 4)) : null;
  return {
    ...{
      line: origin.line,
      key: [line.source, start, end],
      keyText: `${line.source} ${start ?? ""}~${end ?? ""}`,
    },
    cells: { published: cellOf(origin) },
    values: [
      ...[pledgeCode, quarter, line.source, start, end, amount, year, label, state],
      ...[origin.column, origin.quote],
    ],
    nameOf: ({ heading, field }) => {
      const place = `${sourceWord(line.source)} ${label}`;
      return { ko: `${place} ${heading}`, en: `${field} (${place})` };
    },
  };
}

function sourceWord(name: string): string {
  const choices = source.type.is === "choice" ? Object.entries(source.type.choices) : [];
  return choices.find(([, choice]) => choice === name)![0];
}
