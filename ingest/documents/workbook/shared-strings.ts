import type { Archive } from "../open-archive.ts";
import { raised, struckThrough } from "../raised-text.ts";
import { readXml, type XmlHandler } from "../read-xml.ts";

/** Collects the text of `<t>` inside an element, without phonetic hints (`<rPh>`); what is raised or struck through stays so. */
export class TextCollector {
  #isText = false;
  #phonetic = 0;
  #isRaised = false;
  #isStruck = false;
  #text = "";

  open(name: string, attributes: Record<string, string>): void {
    if (name === "rPh") this.#phonetic++;
    if (name === "vertAlign") this.#isRaised = attributes.val === "superscript";
    if (name === "strike") this.#isStruck = !/^(?:0|false)$/.test(attributes.val ?? "");
    this.#isText = name === "t" && this.#phonetic === 0;
  }

  text(text: string): void {
    if (!this.#isText) return;
    const level = this.#isRaised ? raised(text) : text;
    this.#text += this.#isStruck ? struckThrough(level) : level;
  }

  close(name: string): void {
    if (name === "rPh") this.#phonetic--;
    if (name === "t") this.#isText = false;
    if (name === "r") this.#isRaised = this.#isStruck = false;
  }

  /** Returns and clears the collected text, as NFC. */
  take(): string {
    const text = plain(this.#text);
    this.#text = "";
    return text;
  }
}

/** The text that a workbook encodes: `_x000D_` is a carriage return. NFC. */
export const plain = (text: string): string =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .normalize("NFC");

/** The shared strings of a workbook by index; empty if it has none. */
export async function sharedStrings(archive: Archive, part: string | null): Promise<string[]> {
  const strings: string[] = [];
  if (part === null) return strings;
  const collector = new TextCollector();
  const handler: XmlHandler = {
    open: (name, attributes) => collector.open(name, attributes),
    text: (text) => collector.text(text),
    close(name) {
      collector.close(name);
      if (name === "si") strings.push(collector.take());
    },
  };
  await readXml(archive, part, handler);
  return strings;
}
