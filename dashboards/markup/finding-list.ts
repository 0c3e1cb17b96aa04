import type { LanguageCode, Localized } from "../../schema/core/localized.ts";
import { type Html, html } from "./html.ts";

/** How grave a finding is, gravest first. */
export const severityNames = ["ERROR", "WARNING", "NOTE"] as const;
export type Severity = (typeof severityNames)[number];

/** What the hub found questionable in a document; without a line it is about the whole. */
export interface FindingOfPage {
  code: string;
  severity: Severity;
  message: string;
  line: number | null;
}

const names: Record<Severity, Localized> = {
  ERROR: { ko: "오류", en: "Error" },
  WARNING: { ko: "경고", en: "Warning" },
  NOTE: { ko: "참고", en: "Note" },
};

/** The severity in words and colour, with how many there are where that is asked. */
export const severityBadge = (
  severity: Severity,
  language: LanguageCode,
  count: number | null = null,
): Html =>
  html`<span class="badge ${severity.toLowerCase()}">${names[severity][language]}${count !== null && ` ${count}`}</span>`;

/** Findings in words, one a line. */
export const findingList = (findings: FindingOfPage[], language: LanguageCode): Html | null =>
  findings.length === 0
    ? null
    : html`<ul class="findings">${findings.map(
        ({ code, severity, message }) =>
          html`<li>${severityBadge(severity, language)} ${message} <code>${code}</code></li>`,
      )}</ul>`;
