import { literalMark } from "../../../../documents/literal-mark.ts";
import { textDocument } from "../../../../documents/text/text-document.ts";
import type { FormEdition } from "../../form/form-edition.ts";
import { FormWords } from "../../form/form-words.ts";
import { sectionHeadingAt } from "../../place/section-headings.ts";
import type { StatementDraft } from "../../report-draft.ts";
import { withEntities } from "../with-entities.ts";
import type { PrintedStatement } from "./printed-report.ts";

/** The lines of a list: bullet and indentation by depth; below the last kind of bullet by indentation only. */
export function printStatements(
  statements: StatementDraft[],
  texts: string[],
  bullets: string[],
  form: FormEdition,
): PrintedStatement[] {
  return statements.map(({ depth }, index) => {
    const bullet = bullets[Math.min(depth, bullets.length - 1)]!;
    return { depth, text: `${bullet} ${withoutHeading(`${bullet} `, texts[index]!, form)}` };
  });
}

/** Marks the first letter of a text that would be read as a heading, such as the statement ○ 문제점. */
export function withoutHeading(lead: string, text: string, form: FormEdition): string {
  const words = FormWords.of(form);
  const [paragraph] = textDocument(withEntities(lead + text)).blocks;
  if (paragraph?.kind !== "PARAGRAPH" || paragraph.isEscaped) return text;
  const isHeading =
    words.issue(paragraph.text) ?? words.part(paragraph.text) ?? sectionHeadingAt([paragraph], 0, words);
  return isHeading ? literalMark + text : text;
}
