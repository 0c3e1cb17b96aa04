import { isSlipOf, nearest } from "../../../schema/core/nearest.ts";
import { particle } from "../../../schema/core/particle.ts";
import type { Feed, FeedColumn } from "../../../schema/feeds/feed.ts";
import { displayText, isBlank, type TableRow } from "../../documents/table.ts";
import { draftFinding, type FindingDraft } from "../../draft-finding.ts";
import {
  headingOf,
  headingUnitWon,
  isBookkeeping,
  matchHeading,
  parseHeading,
  remarksOf,
} from "./heading.ts";
import { checkUnits } from "./heading-units.ts";
import { type PlacedColumn, placeOf } from "./place-columns.ts";
import { findSplitHeading } from "./split-heading.ts";
import type { UnitLine } from "./unit-lines.ts";

/** What stands around a heading row: lines above it that state units, and the rows next to it. */
export interface HeadingContext {
  unitLines: UnitLine[];
  neighbours: TableRow[];
}

/** What a heading row was read as: the columns of a feed, in the feed's order, and what it has besides. */
export interface HeadingRow {
  columns: PlacedColumn[];
  /** Indexes of columns without a heading, which should be blank. */
  untitled: number[];
  notes: FindingDraft[];
}

/** The columns of a feed in its order with their positions, or all errors of the heading. */
export function readHeadingRow(
  feed: Feed,
  row: TableRow,
  context: HeadingContext,
): HeadingRow | FindingDraft[] {
  const placed = new Map<FeedColumn, PlacedColumn>();
  const errors: FindingDraft[] = [];
  const unknown: number[] = [];
  const ignored: number[] = [];
  const remarks: number[] = [];
  for (const [index, cell] of row.cells.entries()) {
    if (isBlank(cell)) continue;
    const heading = parseHeading(displayText(cell));
    const column = feed.columns.find((one) => matchHeading(heading, one) !== "other");
    if (!column) (isBookkeeping(heading) ? ignored : unknown).push(index);
    else if (placed.has(column)) errors.push(twice(row, index, column));
    else {
      placed.set(column, { column, index, unitWon: headingUnitWon(heading) });
      if (remarksOf(heading, column).length > 0) remarks.push(index);
    }
  }
  const missing = feed.columns.filter((column) => !placed.has(column));
  const split = findSplitHeading(row, missing, context.neighbours);
  if (split) return [split];
  errors.push(...checkUnits(row, [...placed.values()], context.unitLines));
  for (const index of unknown) errors.push(headerUnknown(feed, row, index, missing));
  for (const column of missing) errors.push(headerMissing(feed, row, column));
  if (errors.length > 0) return errors;
  const lastHeading = row.cells.findLastIndex((cell) => !isBlank(cell));
  return {
    columns: feed.columns.map((column) => placed.get(column)!),
    untitled: row.cells.flatMap((cell, index) => (index < lastHeading && isBlank(cell) ? [index] : [])),
    notes: [
      ...(ignored.length > 0 ? [columnsIgnored(row, ignored)] : []),
      ...remarks.map((index) => remarkRead(row, index)),
    ],
  };
}

function columnsIgnored(row: TableRow, indexes: number[]): FindingDraft {
  const headings = indexes.map((index) => displayText(row.cells[index]).trim()).join(", ");
  return draftFinding(
    "CONTENT_IGNORED",
    placeOf(row, indexes[0]!),
    `서식에 없는 열은 읽지 않았습니다: ${headings}.`,
    `Columns that the form does not have were not read: ${headings}.`,
  );
}

function remarkRead(row: TableRow, index: number): FindingDraft {
  const place = placeOf(row, index);
  return draftFinding(
    "CONTENT_IGNORED",
    place,
    `머리글 ${place.quote.trim()}에서 단위만 읽었습니다. 괄호 안의 다른 설명은 값에 반영되지 않으니 뜻이 같은지 확인하십시오.`,
    `Only the unit was read of the heading ${place.quote.trim()}. Check that its remark does not change what the figures mean.`,
  );
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
