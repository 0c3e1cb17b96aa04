import type { EntityManager } from "typeorm";
import type { ReadFile } from "../forms/read-file.ts";
import type { FindingDraft } from "../forms/report/report-draft.ts";
import { nearest } from "../nearest.ts";
import type { Correction } from "./reports/report-figures.ts";

/** A published value that a later file states differently, with no reason given. */
export function correctionWithoutReason({ before, after }: Correction): FindingDraft {
  const [earlier, later] = [before.text || String(before.value), after.text || String(after.value)];
  // Long texts are shown from a little before the place where they begin to differ.
  const start = Math.max(0, firstDifference(earlier, later) - 20);
  const shown = (text: string) =>
    `${start > 0 ? "…" : ""}${text.slice(start, start + 60)}${text.length > start + 60 ? "…" : ""}`;
  const [from, to] = [earlier, later].map((text) => shown(text).replaceAll("\n", " / "));
  return {
    code: "CORRECTION_WITHOUT_REASON",
    line: after.origin.line,
    column: after.origin.column,
    quote: after.origin.quote,
    message: {
      ko: `이미 공표한 값과 다릅니다: ${after.called.ko}, "${from}" → "${to}". 정정이면 --reason "사유"를 붙여 다시 가져오십시오.`,
      en: `Differs from what is published: ${after.called.en}, "${from}" → "${to}". If this corrects it, import again with --reason "why".`,
    },
  };
}

function firstDifference(one: string, other: string): number {
  let index = 0;
  while (index < one.length && one[index] === other[index]) index += 1;
  return index;
}

/** Two files of one import that are on the same pledge and quarter. */
export function duplicateReport(file: ReadFile, key: string, other: string): FindingDraft {
  const { line, quote } = file.report!.titleOrigin;
  return {
    code: "DUPLICATE_KEY",
    line,
    column: null,
    quote,
    message: {
      ko: `같은 공약과 분기(${key})의 보고서가 ${other}에도 있습니다. 하나만 가져오십시오.`,
      en: `${other} is a report on the same pledge and quarter (${key}). Import only one of them.`,
    },
  };
}

/** A municipality that the hub does not know. */
export async function municipalityUnknown(manager: EntityManager, code: string): Promise<FindingDraft> {
  const known = await manager.query<{ code: string; name: string }[]>(
    "SELECT DISTINCT ON (code) code, name FROM municipality ORDER BY code, known_to DESC",
  );
  const near = nearest(
    code,
    known.map((row) => row.code),
  );
  const name = known.find((row) => row.code === near)?.name;
  const hint = near
    ? { ko: `가장 가까운 것은 ${near}(${name})입니다.`, en: `The nearest is ${near} (${name}).` }
    : { ko: "아직 아무 지자체도 없습니다.", en: "It has no municipality yet." };
  return {
    code: "UNKNOWN_REFERENCE",
    line: null,
    column: null,
    quote: code,
    message: {
      ko: `허브가 모르는 지자체 코드 ${code}입니다. ${hint.ko} --municipality를 고치거나 지자체 자료를 함께 가져오십시오.`,
      en: `The hub does not know municipality ${code}. ${hint.en} Fix --municipality, or import the municipality feed along with it.`,
    },
  };
}
