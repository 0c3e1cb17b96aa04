import { nearest } from "../../../../schema/core/nearest.ts";
import { draftFinding, type FindingDraft, type Place } from "../../../draft-finding.ts";
import type { Line } from "./lines-and-cells.ts";
import { plainText } from "./markup.ts";

/** Units of money in won. */
const unitsWon = new Map([
  ["원", 1n],
  ["천원", 1_000n],
  ["만원", 10_000n],
  ["백만원", 1_000_000n],
  ["천만원", 10_000_000n],
  ["억원", 100_000_000n],
  ["십억원", 1_000_000_000n],
]);

const money = [...unitsWon.keys()].join("|");
/** (단위 : 백만원), also without brackets, or a unit of money alone in brackets; [1] or [2] is the unit. */
const unit = new RegExp(
  `[(（[]?\\s{0,9}단\\s?위\\s{0,9}[:：]\\s{0,9}([^,，()（）\\[\\]]{1,20})(?:[,，][^()（）]{0,40})?[)）\\]]?|[(（]\\s?(${money})\\s?[)）]`,
);

/** Whether a line only states the unit of a table: (단위 : 회). */
export const isUnitLine = (line: Line): boolean => line.text.length < 100 && isUnit(plainText(line.text));

/** Whether a text only states a unit. */
export const isUnit = (text: string): boolean => unit.test(text) && text.replace(unit, "").trim() === "";

/** The first unit that is printed in some lines; `won` is null if it is not a unit of money. */
export function findUnit(lines: Line[]): { line: Line; name: string; won: bigint | null } | undefined {
  for (const line of lines) {
    const match = line.text.length < 1000 && unit.exec(plainText(line.text));
    const name = match && (match[1] ?? match[2]!).replace(/\s+/g, "");
    if (name) return { line, name, won: unitsWon.get(name) ?? null };
  }
  return undefined;
}

/** UNIT_MISSING if no unit is printed, or one that is not a unit of money. */
export function unitMissing(place: Place, name: string | undefined): FindingDraft {
  const near = name && nearest(name, [...unitsWon.keys()]);
  return draftFinding(
    "UNIT_MISSING",
    place,
    `연도별 집행액 표의 금액 단위${name ? ` ‘${name}’: 아는 금액 단위가 아닙니다(가장 가까운 단위: ${near})` : "가 없습니다"}. 표 위에 ‘(단위 : 백만원)’처럼 적어 주십시오.`,
    `The table of amounts by year ${name ? `has the unit “${name}”, which is not a unit of money (the nearest is ${near})` : "has no unit"}. Write “(단위 : 백만원)” above it; 원, 천원 and 억원 are also accepted.`,
  );
}
