import { readIssueHeading, readPartHeading } from "../layout/headings.ts";
import { findSectionHeading } from "../layout/section-headings.ts";
import type { StatementDraft } from "../report-draft.ts";

/** The lines of a list: bullet and indentation by depth; below the last kind of bullet by indentation only. */
export function writeStatements(statements: StatementDraft[], texts: string[], bullets: string[]): string[] {
  return statements.map(({ depth }, index) => {
    const lead = `${" ".repeat(depth)}${bullets[Math.min(depth, bullets.length - 1)]} `;
    return lead + withoutHeading(lead, texts[index]!);
  });
}

/** Escapes the first letter of a text that would be read as a heading, such as the statement ○ 문제점. */
export function withoutHeading(lead: string, text: string): string {
  const line = { number: 1, text: lead + text };
  const isHeading = readIssueHeading(line) ?? readPartHeading(line) ?? findSectionHeading([line], 0);
  return isHeading ? text.replace(/^./su, (first) => `&#${first.codePointAt(0)};`) : text;
}
