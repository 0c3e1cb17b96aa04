import { nearest } from "../../../../schema/core/nearest.ts";
import type { Paragraph } from "../../../documents/document-model.ts";
import { draftFinding, type FindingDraft, type Place } from "../../../draft-finding.ts";
import { locationOf, maskedOf } from "../place/printed.ts";
import type { SourceLocation } from "../report-draft.ts";

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

/** The positions of the characters without which a text would not state a unit: ( and, as ( may be missing, 단. */
export const unitPlaces = (text: string): number[] =>
  Array.from(text.matchAll(new RegExp(unit, "g")), ({ index, 0: printed }) =>
    [0, printed.indexOf("단")].filter((at) => at >= 0).map((at) => index + at),
  ).flat();

/** Whether a text only states a unit: (단위 : 회). */
export const isUnit = (text: string): boolean =>
  text.length < 100 && unit.test(text) && text.replace(unit, "").trim() === "";

/** A text without the unit in it: 계 of 계 (백만원). */
export const withoutUnit = (text: string): string =>
  text.length < 100 ? text.replace(unit, "").trim() : text;

/** A unit that is printed at a paragraph; `won` is null if it is not a unit of money. */
export interface PrintedUnit {
  name: string;
  won: bigint | null;
  origin: SourceLocation;
}

/** The units that are printed in some paragraphs, each once. */
export function findUnits(paragraphs: readonly Paragraph[]): PrintedUnit[] {
  const units = new Map<string, PrintedUnit>();
  for (const paragraph of paragraphs) {
    const match = paragraph.text.length < 1000 && unit.exec(maskedOf(paragraph));
    const name = match && (match[1] ?? match[2]!).replace(/\s+/g, "");
    if (name && !units.has(name))
      units.set(name, { name, won: unitsWon.get(name) ?? null, origin: locationOf(paragraph) });
  }
  return [...units.values()];
}

/** UNIT_MISSING if no unit is printed, or one that is not a unit of money. */
export function unitMissing(place: Place, name: string | undefined): FindingDraft {
  const near = name && nearest(name, [...unitsWon.keys()]);
  return draftFinding(
    "UNIT_MISSING",
    place,
    `연도별 집행액 표의 금액 단위${name ? ` ‘${name}’: 금액 단위가 아닙니다(가장 가까운 단위: ${near})` : "가 없습니다"}. 표 위에 ‘(단위 : 백만원)’처럼 적어 주십시오.`,
    `The table of amounts by year ${name ? `has the unit “${name}”, which is not a unit of money (the nearest is ${near})` : "has no unit"}. Write “(단위 : 백만원)” above it; 원, 천원 and 억원 are also accepted.`,
  );
}

/** UNIT_MISSING for two units, which contradict each other, at the second one. */
export const unitsContradict = (first: PrintedUnit, second: PrintedUnit): FindingDraft =>
  draftFinding(
    "UNIT_MISSING",
    second.origin,
    `연도별 집행액의 단위가 두 가지로 적혀 있습니다: ${first.origin.line}번째 줄 ‘${first.origin.quote}’, ${second.origin.line}번째 줄 ‘${second.origin.quote}’. 맞는 단위 하나만 남겨 주십시오.`,
    `The amounts by year have two units: “${first.origin.quote}” (line ${first.origin.line}) and “${second.origin.quote}” (line ${second.origin.line}). Keep only the correct one.`,
  );
