import { displayText, type TableRow } from "../../documents/table.ts";
import { draftFinding, type FindingDraft, type Place } from "../../draft-finding.ts";
import { parseHeading } from "../feed/heading.ts";
import { unitName, unitsOfAmounts, unitWonOf } from "../feed/money-units.ts";
import { statedMultiples, statedUnits } from "../feed/unit-lines.ts";

/** A unit of money and the cell that states it; null where the mapping does. */
export interface StatedUnit {
  unit: string;
  place: Place | null;
}

/** The units of money in the rows above the headings. */
export const unitsAbove = (rows: readonly TableRow[]): StatedUnit[] =>
  rows.flatMap(({ line, cells }) =>
    cells.flatMap((cell, index) => {
      const quote = displayText(cell);
      return statedUnits(quote).map((unit) => ({ unit, place: { line, column: index + 1, quote } }));
    }),
  );

/** The multiples of things counted in the rows above the headings: (단위 : 천명). */
export const multiplesAbove = (rows: readonly TableRow[]): StatedUnit[] =>
  rows.flatMap(({ line, cells }) =>
    cells.flatMap((cell, index) => {
      const quote = displayText(cell);
      return statedMultiples(quote).map((unit) => ({ unit, place: { line, column: index + 1, quote } }));
    }),
  );

/** The unit of money in a heading, its lowest row first; null if it states none. */
export function unitInHeading(path: string): string | null {
  const parts = path.split("/").flatMap((part) => parseHeading(part).inBrackets);
  const unit = parts.findLast((part) => unitWonOf(part) !== undefined);
  return unit === undefined ? null : unitName(unitWonOf(unit)!);
}

/** The unit for amounts whose heading states none, in won; or why there is none that is certain. */
export function defaultUnit(
  ofMapping: string | null,
  above: readonly StatedUnit[],
): { unit: string } | { finding: FindingDraft } | null {
  const stated = [...(ofMapping === null ? [] : [{ unit: ofMapping, place: null }]), ...above];
  const [first] = stated;
  if (!first) return null;
  const other = stated.find(({ unit }) => unit !== first.unit);
  if (other) return { finding: unitsDiffer(first, other) };
  return unitWonOf(first.unit) === undefined ? { finding: unitUnknown(first) } : { unit: first.unit };
}

const unitUnknown = ({ unit, place }: StatedUnit): FindingDraft =>
  draftFinding(
    "UNIT_MISSING",
    place,
    `‘${unit}’은(는) 허브가 아는 금액의 단위가 아닙니다. 금액을 ${unitsOfAmounts.join(", ")} 가운데 하나로 환산하고 단위를 고치십시오.`,
    `The hub does not know the unit ${unit}. Convert the amounts to one of ${unitsOfAmounts.join(", ")} and state that.`,
  );

/** Two units are stated for the same amounts: nothing says which is right. */
export function unitsDiffer(one: StatedUnit, other: StatedUnit): FindingDraft {
  const where = ({ place }: StatedUnit) =>
    place
      ? { ko: `${place.line}줄 “${place.quote.trim()}”`, en: `line ${place.line}, “${place.quote.trim()}”` }
      : { ko: "매핑의 unit", en: "`unit` of the mapping" };
  return draftFinding(
    "UNIT_MISSING",
    other.place ?? one.place,
    `단위가 둘입니다: ${one.unit}(${where(one).ko}), ${other.unit}(${where(other).ko}). 어느 쪽이 맞는지 확인하여 하나로 고치십시오.`,
    `Two units are stated: ${one.unit} (${where(one).en}) and ${other.unit} (${where(other).en}). Find out which one is right and correct the other.`,
  );
}
