import { particle } from "../../../../schema/core/particle.ts";
import { draftFinding, type FindingDraft } from "../../../draft-finding.ts";
import { compact } from "../form/form-words.ts";
import type { SourceLocation } from "../report-draft.ts";

/** Text in the funding table that repeats the title, or a part of it. */
export interface TitleLabel {
  text: string;
  origin: SourceLocation;
}

/**
 * NAME_TRUNCATED for row labels that are only part of the title (ignoring spaces), unless together they make
 * up the whole.
 */
export function titleFindings(labels: TitleLabel[], title: string): FindingDraft[] {
  const whole = compact(title);
  if (labels.map(({ text }) => compact(text)).join("") === whole) return [];
  return labels
    .filter(({ text }) => compact(text) !== whole)
    .map(({ origin, text }) =>
      draftFinding(
        "NAME_TRUNCATED",
        origin,
        `공약사업명이 일부만 적혀 있습니다: ‘${text}’. 전체 이름 ${particle(`‘${title}’`, "을")} 적어 주십시오.`,
        `The row label is only part of the pledge's title: “${text}” instead of “${title}”. Give the full title.`,
      ),
    );
}
