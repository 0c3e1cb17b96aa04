import { draftFinding, type FindingDraft } from "../../../draft-finding.ts";
import type { Fragment } from "../layout/fragments.ts";
import { compact } from "../layout/markup.ts";

/** NAME_TRUNCATED for row labels that are a proper part of the title, spaces aside, and not the whole of it together. */
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
        `The row label is only a part of the pledge's title: “${raw.trim()}” of “${title}”. Print the whole title.`,
      ),
    );
}
