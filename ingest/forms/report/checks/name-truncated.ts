import { draftFinding, type FindingDraft } from "../../../draft-finding.ts";
import type { Fragment } from "../layout/fragments.ts";
import { compact } from "../layout/markup.ts";

/**
 * NAME_TRUNCATED for row labels that are only part of the title (ignoring spaces), unless together they make
 * up the whole.
 */
export function titleFindings(labels: Fragment[], title: string): FindingDraft[] {
  const whole = title.replace(/\s+/g, "");
  if (labels.map(({ raw }) => compact(raw)).join("") === whole) return [];
  return labels
    .filter(({ raw }) => compact(raw) !== whole)
    .map(({ line, column, raw }) =>
      draftFinding(
        "NAME_TRUNCATED",
        { line, column, quote: raw.trim() },
        `공약사업명이 일부만 적혀 있습니다: ‘${raw.trim()}’. 전체는 ‘${title}’입니다.`,
        `The row label is only part of the pledge's title: “${raw.trim()}” instead of “${title}”. Give the full title.`,
      ),
    );
}
