import { displayText, type TableRow } from "../../documents/table.ts";
import { draftFinding, type FindingDraft, type Place } from "../../draft-finding.ts";
import { parseHeading, unitsOfAmounts, unitWonOf } from "../feed/heading.ts";

/** A unit of money and the cell that states it; null where the mapping does. */
interface StatedUnit {
  unit: string;
  place: Place | null;
}

/** (단위 : 천원), [단위:원], 단위: 백만원, 명; [1] is what follows. */
const unitText = /단\s?위\s{0,9}[:：]?\s{0,9}([^()（）[\]]{1,40})/;

/** The units of money in the rows above the headings. */
export function unitsAbove(rows: readonly TableRow[]): StatedUnit[] {
  return rows.flatMap(({ line, cells }) =>
    cells.flatMap((cell, index) => {
      const quote = displayText(cell);
      const match = quote.length < 1_000 && unitText.exec(quote);
      const words = match ? match[1]!.normalize("NFKC").split(/[,·/]/) : [];
      return words
        .map((word) => word.replace(/\s+/g, ""))
        .filter((word) => unitsOfAmounts.includes(word))
        .map((unit) => ({ unit, place: { line, column: index + 1, quote } }));
    }),
  );
}

/** The unit of money in a heading, its lowest row first; null if it states none. */
export function unitInHeading(path: string): string | null {
  const units = path.split("/").map((part) => parseHeading(part).unit);
  return units.findLast((unit): unit is string => unit !== null && unitsOfAmounts.includes(unit)) ?? null;
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

/** A unit in won. */
export const wonOf = (unit: string): bigint => unitWonOf({ name: "", unit });

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
