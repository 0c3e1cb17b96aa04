import type { FeedColumn } from "../../../schema/feeds/feed.ts";
import { displayText } from "../../documents/table.ts";
import { draftFinding, type FindingDraft, type Place } from "../../draft-finding.ts";
import { parseHeading } from "../feed/heading.ts";
import { unitsOfAmounts, unitWonOf } from "../feed/money-units.ts";
import type { Mapping } from "./mapping.ts";
import { indexesOf, type PlacedSource } from "./placed-source.ts";
import type { PrintedHeadings } from "./printed-headings.ts";
import {
  defaultUnit,
  multiplesAbove,
  type StatedUnit,
  unitInHeading,
  unitsAbove,
  unitsDiffer,
} from "./stated-units.ts";

/** The unit in won of each column of amounts; or findings where none is stated, or two. */
export function placeUnits(
  { feed, unit }: Mapping,
  headings: PrintedHeadings,
  sources: readonly PlacedSource[],
): Map<FeedColumn, bigint> | FindingDraft[] {
  const units = new Map<FeedColumn, bigint>();
  const findings: FindingDraft[] = [];
  const above = unitsAbove(headings.above);
  const multiples = multiplesAbove(headings.above);
  const general = defaultUnit(unit, above);
  for (const [at, column] of feed.columns.entries()) {
    const indexes = indexesOf(sources[at]!);
    if (column.type.is === "count")
      findings.push(...indexes.flatMap((index) => countUnit(column, headings, index, multiples)));
    if (column.type.is !== "won" || sources[at]!.is === "absent") continue;
    const inHeadings = indexes.flatMap((index) => {
      const stated = unitInHeading(headings.paths[index]!);
      return stated === null ? [] : [{ unit: stated, place: placeOfHeading(headings, index) }];
    });
    const stated = inHeadings.length > 0 ? [...inHeadings, ...above] : [];
    const other = stated.find((one) => one.unit !== stated[0]!.unit);
    if (other) findings.push(unitsDiffer(stated[0]!, other));
    else if (stated.length > 0 && inHeadings.length === Math.max(1, indexes.length))
      units.set(column, unitWonOf(stated[0]!.unit)!);
    else if (general === null) findings.push(unitMissing(column, headings, indexes));
    else if ("finding" in general) findings.push(general.finding);
    else if (stated.length > 0 && stated[0]!.unit !== general.unit)
      findings.push(unitsDiffer(stated[0]!, { unit: general.unit, place: null }));
    else units.set(column, unitWonOf(general.unit)!);
  }
  // One unit for all columns is one cause.
  return findings.length > 0 ? [...new Map(findings.map((one) => [one.message.en, one])).values()] : units;
}

/** The printed cell that a heading ends with: its lowest word. */
export function placeOfHeading({ rows }: PrintedHeadings, index: number): Place {
  const row = rows.findLast(({ cells }) => displayText(cells[index]).trim() !== "") ?? rows[0]!;
  return { line: row.line, column: index + 1, quote: displayText(row.cells[index]) };
}

function unitMissing(
  column: FeedColumn,
  headings: PrintedHeadings,
  indexes: readonly number[],
): FindingDraft {
  const [index] = indexes;
  return draftFinding(
    "UNIT_MISSING",
    index === undefined ? null : placeOfHeading(headings, index),
    `${column.heading}의 단위를 알 수 없습니다. 매핑에 "unit"을 쓰거나, 표 위에 ‘(단위 : 천원)’처럼 쓰십시오. 쓸 수 있는 단위: ${unitsOfAmounts.join(", ")}.`,
    `The unit of ${column.heading} is not stated. Add "unit" to the mapping, or write “(단위 : 천원)” above the table. Known units: ${unitsOfAmounts.join(", ")}.`,
  );
}

/** A unit that is a multiple of what a column counts, or money: 천명, 원. */
const otherThanPieces = /^[십백천만억]+\p{L}{1,3}$|원$|%$/u;

/** UNIT_MISSING for a count whose heading, or a line above the table, states thousands, money or a percentage. */
function countUnit(
  column: FeedColumn,
  headings: PrintedHeadings,
  index: number,
  multiples: readonly StatedUnit[],
): FindingDraft[] {
  const units = headings.paths[index]!.split("/").flatMap((part) => parseHeading(part).inBrackets);
  const inHeading = units.find((unit) => unit !== column.unit && otherThanPieces.test(unit));
  const above = multiples.find(({ unit }) => unit.endsWith(column.unit ?? ""));
  const wrong = inHeading ?? above?.unit;
  if (wrong === undefined) return [];
  return [
    draftFinding(
      "UNIT_MISSING",
      inHeading === undefined ? above!.place : placeOfHeading(headings, index),
      `${column.heading}의 단위는 ${column.unit ?? "개수"}인데 ‘${wrong}’이(가) 적혀 있습니다. 수를 ${column.unit ?? "개수"} 단위로 고치십시오.`,
      `${column.heading} is counted in ${column.unit ?? "pieces"}, but ${wrong} is stated. Convert the numbers.`,
    ),
  ];
}
