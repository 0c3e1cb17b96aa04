import { decodeHTMLStrict } from "entities";
import { draftFinding, type FindingDraft } from "../../draft-finding.ts";
import { brokenCharacterIn } from "../broken-character.ts";
import type { Line } from "./text-lines.ts";

const numericEntity = /&#[xX]?[0-9a-fA-F]+;/g;

/** ENCODING_INVALID for numeric entities that stand for no character, such as &#0; and &#xD800;, once per line. */
export function brokenEntities(lines: Line[]): FindingDraft[] {
  return lines.flatMap(({ number, text }) => {
    if (!text.includes("&#")) return [];
    const entities = new Set(text.match(numericEntity));
    return [...entities]
      .filter((entity) => brokenCharacterIn(decodeHTMLStrict(entity)))
      .map((entity) => brokenEntity(number, entity));
  });
}

const brokenEntity = (line: number, quote: string): FindingDraft =>
  draftFinding(
    "ENCODING_INVALID",
    { line, quote },
    `${line}번째 줄의 ‘${quote}’는 글자를 나타내지 않습니다. 원문에서 그 글자를 확인해 고쳐 주십시오.`,
    `Line ${line}: “${quote}” does not stand for any character. Check the original and correct it.`,
  );
