import { Parser } from "htmlparser2";
import { draftFinding, type FindingDraft } from "../../../draft-finding.ts";
import { decodeText } from "../../decode-text.ts";
import { ReadingStopped } from "../../table.ts";
import type { DraftBlock, DraftDocument } from "../draft-document.ts";
import { documentTooLarge } from "../unreadable-document.ts";
import { lineBreaking, listNames, noEndTag, unprinted } from "./elements.ts";
import { HtmlTable } from "./html-table.ts";

const maxDepth = 500;
const blankLine = { kind: "PARAGRAPH" as const, text: "" };

/**
 * Reads an HTML document as a browser shows it. Its bytes are UTF-8, else CP949, whatever it declares: either is valid
 * by chance in neither. Throws ReadingStopped.
 */
export function readHtml(bytes: Uint8Array): DraftDocument {
  const decoded = decodeText(bytes);
  if ("finding" in decoded) throw new ReadingStopped(decoded.finding);
  const reader = new HtmlReader();
  reader.read(decoded.text);
  return reader;
}

class HtmlReader implements DraftDocument {
  readonly blocks: DraftBlock[] = [];
  readonly findings: FindingDraft[] = [];
  /** Where blocks go: the document, or the innermost cell. */
  readonly #places: DraftBlock[][] = [this.blocks];
  readonly #tables: HtmlTable[] = [];
  readonly #lists: number[] = [0];
  readonly #unclosed = new Map<string, number>();
  #depth = 0;
  #hidden = 0;
  #preformatted = 0;
  #headingLevel: number | undefined;
  /** Whether the next line is the first one of a list item. */
  #beginsItem = false;
  /** Whether a line break (br) precedes the next line. */
  #afterBreak = false;
  #text = "";

  read(text: string): void {
    const parser = new Parser({
      onopentag: (name, attributes) => this.#open(name, attributes),
      ontext: (part) => this.#append(part),
      onclosetag: (name, isImplied) => this.#close(name, isImplied),
    });
    parser.end(text);
    this.#endLine();
    if (this.#unclosed.size > 0) this.findings.push(markupBroken(this.#unclosed));
  }

  #open(name: string, attributes: Record<string, string>): void {
    if (++this.#depth > maxDepth) throw documentTooLarge();
    if (unprinted.has(name)) this.#hidden++;
    if (name === "br" && this.#text.trim() === "") this.#places.at(-1)!.push(blankLine);
    if (lineBreaking.has(name)) {
      this.#endLine();
      this.#afterBreak = name === "br";
    }
    if (listNames.has(name)) this.#lists[this.#lists.length - 1]!++;
    if (name === "li") this.#beginsItem = true;
    if (name === "pre") this.#preformatted++;
    if (/^h[1-6]$/.test(name)) this.#headingLevel = Number(name[1]);
    if (name === "table") this.#tables.push(new HtmlTable());
    const table = this.#tables.at(-1);
    if (name === "tr") table?.beginRow();
    if (table && (name === "td" || name === "th")) {
      this.#places.push(table.beginCell(attributes));
      this.#lists.push(0);
    }
  }

  #close(name: string, isImplied: boolean): void {
    this.#depth--;
    if (isImplied && !noEndTag.has(name)) this.#unclosed.set(name, (this.#unclosed.get(name) ?? 0) + 1);
    if (lineBreaking.has(name)) {
      this.#endLine();
      if (name !== "br") this.#afterBreak = false;
    }
    if (unprinted.has(name)) this.#hidden--;
    if (listNames.has(name)) this.#lists[this.#lists.length - 1]!--;
    if (name === "pre") this.#preformatted--;
    if (/^h[1-6]$/.test(name)) this.#headingLevel = undefined;
    if ((name === "td" || name === "th") && this.#tables.length > 0) {
      this.#tables.at(-1)!.endCell();
      this.#places.pop();
      this.#lists.pop();
    }
    if (name === "table") {
      const table = this.#tables.pop()!.finish();
      if (table.cells.length > 0) this.#places.at(-1)!.push(table);
    }
  }

  #append(part: string): void {
    if (this.#hidden > 0) return;
    if (this.#preformatted === 0) {
      this.#text += part;
      return;
    }
    const [first = "", ...others] = part.split(/\r\n|\r|\n/);
    this.#text += first.replace(/ /g, "\u00a0");
    for (const line of others) {
      this.#endLine();
      this.#text = line.replace(/ /g, "\u00a0");
    }
  }

  /** White space in the source is one space, except that no-break spaces are kept: they indent. */
  #endLine(): void {
    const text = this.#text.replace(/[ \t\r\n\f]+/g, " ").replace(/^ | $/g, "");
    this.#text = "";
    if (text === "") return;
    const depth = this.#lists.at(-1)!;
    this.#places.at(-1)!.push({
      kind: "PARAGRAPH",
      text,
      indent: Math.max(0, depth - 1) * 2,
      isListItem: this.#beginsItem,
      isFurtherLine: !this.#beginsItem && (this.#afterBreak || depth > 0),
      headingLevel: this.#headingLevel,
    });
    this.#beginsItem = false;
  }
}

function markupBroken(unclosed: ReadonlyMap<string, number>): FindingDraft {
  const tags = [...unclosed].map(([name, count]) => `<${name}>${count > 1 ? ` × ${count}` : ""}`).join(", ");
  return draftFinding(
    "MARKUP_BROKEN",
    null,
    `닫히지 않은 태그가 있습니다: ${tags}. 글은 읽었으나, 빠진 곳이 없는지 원본과 견주어 보십시오.`,
    `Some tags are never closed: ${tags}. The text was read; compare it with the original.`,
  );
}
