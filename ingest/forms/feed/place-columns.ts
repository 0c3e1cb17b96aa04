import { isSlipOf, nearest } from "../../../schema/core/nearest.ts";
import { particle } from "../../../schema/core/particle.ts";
import type { Feed, FeedColumn } from "../../../schema/feeds/feed.ts";
import { displayText, isBlank, type TableRow } from "../../documents/table.ts";
import { draftFinding, type FindingDraft, type Place } from "../../draft-finding.ts";
import { headingOf, matchHeading, parseHeading, unitsOfAmounts, unitWonOf } from "./heading.ts";

/** A column of a feed with its position in a table. */
export interface PlacedColumn {
  column: FeedColumn;
  /** Index of its cell, from 0. */
  index: number;
  /** The unit of an amount column in won. */
  unitWon: bigint;
}

/** The position and text of a cell as printed; a missing cell is blank. */
export const placeOf = (row: TableRow, index: number): Required<Place> =>
  row.origin?.place(index) ?? { line: row.line, column: index + 1, quote: displayText(row.cells[index]) };

/** The columns of a feed in its order with their positions, or all errors of the heading. */
export function placeColumns(feed: Feed, row: TableRow): PlacedColumn[] | FindingDraft[] {
  const placed = new Map<FeedColumn, PlacedColumn>();
  const findings: FindingDraft[] = [];
  const unknown: number[] = [];
  for (const [index, cell] of row.cells.entries()) {
    if (isBlank(cell)) continue;
    const heading = parseHeading(displayText(cell));
    const column = feed.columns.find((one) => matchHeading(heading, one) !== "other");
    if (!column) unknown.push(index);
    else if (placed.has(column)) findings.push(twice(row, index, column));
    else {
      placed.set(column, { column, index, unitWon: unitWonOf(heading) });
      if (matchHeading(heading, column) === "unit missing") findings.push(unitMissing(row, index, column));
    }
  }
  const missing = feed.columns.filter((column) => !placed.has(column));
  for (const index of unknown) findings.push(headerUnknown(feed, row, index, missing));
  for (const column of missing) findings.push(headerMissing(feed, row, column));
  return findings.length > 0 ? findings : feed.columns.map((column) => placed.get(column)!);
}

function twice(row: TableRow, index: number, column: FeedColumn): FindingDraft {
  const heading = headingOf(column);
  return draftFinding(
    "HEADER_UNKNOWN",
    placeOf(row, index),
    `머리글 ${particle(`‘${heading}’`, "이")} 두 번 나옵니다. 한 열만 남기십시오.`,
    `The heading ${heading} appears twice. Keep only one of the columns.`,
  );
}

function unitMissing(row: TableRow, index: number, column: FeedColumn): FindingDraft {
  const isPercent = column.type.is === "percent";
  const units = isPercent ? "%" : unitsOfAmounts.join(", ");
  const example = headingOf(column);
  return draftFinding(
    "UNIT_MISSING",
    placeOf(row, index),
    `머리글 ‘${column.heading}’에 단위가 없습니다. ‘${example}’처럼 단위(${units})를 괄호 안에 쓰십시오.`,
    `The heading ${column.heading} has no unit. Add one (${units}) in parentheses, as in ${example}.`,
  );
}

/** A heading that the feed does not have. The column that it misspells is then not reported as missing. */
function headerUnknown(feed: Feed, row: TableRow, index: number, missing: FeedColumn[]): FindingDraft {
  const headingText = displayText(row.cells[index]).trim().slice(0, 100);
  const headings = (missing.length > 0 ? missing : feed.columns).map(headingOf);
  const near = nearest(headingText, headings)!;
  const slipOf = missing.findIndex((column) => headingOf(column) === near && isSlipOf(headingText, near));
  if (slipOf >= 0) missing.splice(slipOf, 1);
  return draftFinding(
    "HEADER_UNKNOWN",
    placeOf(row, index),
    `${feed.title.ko} 자료에 ‘${headingText}’(이)라는 머리글은 없습니다. 가장 가까운 머리글은 ‘${near}’입니다. 머리글을 고치거나 해당 열을 삭제하십시오.`,
    `The feed ${feed.name} has no heading ${headingText}; the nearest is ${near}. Correct the heading or delete the column.`,
  );
}

function headerMissing(feed: Feed, row: TableRow, column: FeedColumn): FindingDraft {
  const heading = headingOf(column);
  const quote = row.cells.map(displayText).join(",").slice(0, 200);
  return draftFinding(
    "HEADER_UNKNOWN",
    { line: row.line, quote },
    `${feed.title.ko} 자료의 머리글 ${particle(`‘${heading}’`, "이")} 없습니다. 해당 열을 추가하고, 모르는 값은 비워 두십시오.`,
    `The heading ${heading} of the feed ${feed.name} is missing. Add the column and leave unknown values blank.`,
  );
}
