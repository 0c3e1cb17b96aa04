import type { Localized } from "../../../schema/core/localized.ts";
import { particle } from "../../../schema/core/particle.ts";
import { displayText, type TableRow } from "../../documents/table.ts";
import { draftFinding, type FindingDraft } from "../../draft-finding.ts";
import { type Heading, headingOf, matchHeading, parseHeading } from "./heading.ts";
import { unitName, unitsOfAmounts, unitWonOf } from "./money-units.ts";
import { type PlacedColumn, placeOf } from "./place-columns.ts";
import type { UnitLine } from "./unit-lines.ts";

/**
 * Checks the units of headings against those that lines above the table state. A heading of an amount without a unit
 * takes the only one stated. Returns UNIT_MISSING for headings without a unit, and once for headings with another unit
 * than a line above.
 */
export function checkUnits(row: TableRow, columns: PlacedColumn[], unitLines: UnitLine[]): FindingDraft[] {
  const stated = [...new Set(unitLines.flatMap(({ units }) => units))];
  const findings: FindingDraft[] = [];
  const amounts: PlacedColumn[] = [];
  for (const placed of columns) {
    const heading = parseHeading(displayText(row.cells[placed.index]));
    const isAmount = placed.column.type.is === "won";
    const onlyWon = stated.length === 1 ? unitWonOf(stated[0]!) : undefined;
    if (matchHeading(heading, placed.column) === "same") {
      if (isAmount) amounts.push(placed);
    } else if (isAmount && heading.inBrackets.length === 0 && onlyWon !== undefined) placed.unitWon = onlyWon;
    else findings.push(unitMissing(row, placed, heading));
  }
  for (const line of unitLines) {
    const other = amounts.find(({ unitWon }) => !line.units.includes(unitName(unitWon)));
    if (other && line.units.length > 0) return [...findings, twoUnits(row, other, line.units, line)];
    const counted = columns.find(
      ({ column }) =>
        column.type.is === "count" && line.multiples.some((one) => one.endsWith(column.unit ?? "")),
    );
    if (counted) return [...findings, twoUnits(row, counted, line.multiples, line)];
  }
  return findings;
}

function twoUnits(
  row: TableRow,
  { index, unitWon, column }: PlacedColumn,
  units: readonly string[],
  { place }: UnitLine,
): FindingDraft {
  const heading = placeOf(row, index);
  const own = column.type.is === "won" ? unitName(unitWon) : (column.unit ?? "1");
  return draftFinding(
    "UNIT_MISSING",
    heading,
    `단위가 두 가지입니다: ${place.line}번째 줄에는 ‘${place.quote.trim()}’(${units.join(", ")}), ${heading.line}번째 줄의 머리글에는 ‘${heading.quote.trim()}’(${own}). 맞는 단위만 남기십시오.`,
    `Two units are stated: line ${place.line} has ${place.quote.trim()} (${units.join(", ")}), the heading in line ${heading.line} has ${heading.quote.trim()} (${own}). Keep only the one that is right.`,
  );
}

function unitMissing(row: TableRow, { index, column }: PlacedColumn, { inBrackets }: Heading): FindingDraft {
  const units = column.type.is === "percent" ? "%" : unitsOfAmounts.join(", ");
  const { ko, en } = unitProblem(column, inBrackets);
  return draftFinding(
    "UNIT_MISSING",
    placeOf(row, index),
    `${ko} ‘${headingOf(column)}’처럼 단위(${units})를 괄호 안에 쓰십시오.`,
    `${en} Write one (${units}) in parentheses, as in ${headingOf(column)}.`,
  );
}

function unitProblem({ heading }: PlacedColumn["column"], inBrackets: string[]): Localized {
  const several = inBrackets.filter(unitWonOf).join(", ");
  if (several)
    return {
      ko: `머리글 ‘${heading}’에 단위가 여럿 있습니다(${several}).`,
      en: `The heading ${heading} has several units (${several}).`,
    };
  const unknown = inBrackets.join(", ");
  if (unknown)
    return {
      ko: `머리글 ‘${heading}’의 ${particle(`‘${unknown}’`, "은")} 허브가 아는 단위가 아닙니다.`,
      en: `The heading ${heading} has the unit ${unknown}, which the hub does not know.`,
    };
  return { ko: `머리글 ‘${heading}’에 단위가 없습니다.`, en: `The heading ${heading} has no unit.` };
}
