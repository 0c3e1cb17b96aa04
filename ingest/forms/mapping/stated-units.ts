import { displayText, type TableRow } from "../../documents/table.ts";
import { draftFinding, type FindingDraft, type Place } from "../../draft-finding.ts";
import { parseHeading } from "../feed/heading.ts";
import { unitName, unitWonOf } from "../feed/money-units.ts";
import { statedUnits } from "../feed/unit-lines.ts";

/** A unit of money and the cell that states it; null where the mapping does. */
interface StatedUnit {
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
  return other ? { finding: unitsDiffer(first, other) } : { unit: first.unit };
}

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
