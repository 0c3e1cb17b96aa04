import type { FindingDraft } from "../../draft-finding.ts";
import type { Paragraph } from "../document-model.ts";
import { unclosedBold } from "./broken-markup.ts";

/** Bold that begins on a line ends on one of the next ones, or never. */
const maxLines = 3;
const opens = /^\*\*(?![\s*])/;

/** Removes bold (**) that spans several lines from their texts, and reports bold that is never closed. */
export function closeBold(paragraphs: Paragraph[]): FindingDraft[] {
  const findings: FindingDraft[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    if (!opens.test(paragraph.text) || paragraph.isEscaped) continue;
    const closing = paragraphs
      .slice(index + 1, index + maxLines)
      .find((other, next) => isOneBlock(paragraphs, index, next) && other.text.endsWith("**"));
    if (!closing) findings.push(unclosedBold(paragraph));
    for (const one of closing ? [paragraph, closing] : [paragraph]) {
      one.raw ??= one.text;
      one.text = one.text.replace("**", "").trim();
    }
  }
  return findings;
}

const isOneBlock = (paragraphs: Paragraph[], from: number, count: number): boolean =>
  paragraphs.slice(from + 1, from + count + 2).every(({ afterBlank }) => !afterBlank);
