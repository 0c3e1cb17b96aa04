import type { LanguageCode } from "../../schema/core/localized.ts";
import { Severity, severityWords } from "../../schema/subjects/release/finding-code.ts";
import { type Html, html } from "./html.ts";

/** The severities, gravest first. */
export const severities = [Severity.ERROR, Severity.WARNING, Severity.NOTE] as const;

/** What the hub found questionable in a document; without a line it is about the whole. */
export interface FindingOfPage {
  code: string;
  severity: Severity;
  message: string;
  line: number | null;
}

/** The severity in words and colour, with how many there are where that is asked. */
export const severityBadge = (
  severity: Severity,
  language: LanguageCode,
  count: number | null = null,
): Html =>
  html`<span class="badge ${severity.toLowerCase()}">${severityWords[severity][language]}${count !== null && ` ${count}`}</span>`;

/** Findings in words, one a line. */
export const findingList = (findings: FindingOfPage[], language: LanguageCode): Html | null =>
  findings.length === 0
    ? null
    : html`<ul class="findings">${findings.map(
        ({ code, severity, message }) =>
          html`<li>${severityBadge(severity, language)} ${message} <code>${code}</code></li>`,
      )}</ul>`;
