import type { FeedColumn } from "../../../schema/feeds/feed.ts";
import { displayText, type TableRow } from "../../documents/table.ts";
import { draftFinding, type FindingDraft } from "../../draft-finding.ts";
import { headingOf, matchHeading, parseHeading } from "./heading.ts";

/** HEADER_UNKNOWN if the headings stand in two rows: a row next to the heading row has some that are missing in it. */
export function findSplitHeading(
  row: TableRow,
  missing: readonly FeedColumn[],
  neighbours: readonly TableRow[],
): FindingDraft | undefined {
  for (const other of neighbours) {
    const headings = other.cells.map((cell) => parseHeading(displayText(cell)));
    const found = missing.filter((column) =>
      headings.some((heading) => matchHeading(heading, column) !== "other"),
    );
    if (found.length === 0 || found.length * 2 < missing.length) continue;
    const [first, second] = [row, other].sort((one, next) => one.line - next.line);
    const names = found.map(headingOf).join(", ");
    return draftFinding(
      "HEADER_UNKNOWN",
      { line: first!.line, quote: first!.cells.map(displayText).join(",").slice(0, 200) },
      `머리글이 두 줄(${first!.line}번째, ${second!.line}번째)에 나뉘어 있습니다. ${names} 등 모든 머리글을 한 줄에 쓰거나, --mapping으로 표의 서식을 알려 주십시오.`,
      `The headings stand in two rows, ${first!.line} and ${second!.line}. Put all of them, such as ${names}, into one row, or describe the table with --mapping.`,
    );
  }
  return undefined;
}
