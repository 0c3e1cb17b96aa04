import { posix } from "node:path";
import { zipSync } from "fflate";
import type { Archive } from "../documents/open-archive.ts";
import { appendTo, escapeXml, prefixOf } from "./edit-xml.ts";

const contentTypes = "[Content_Types].xml";

/** Where a part points to: another part, or a file beside the workbook. */
export interface Target {
  /** The last segment of its type: comments, worksheet. */
  type: string;
  target: string;
  isExternal?: boolean;
}

/** The parts of an office document, to be edited as texts; what is not edited stays byte for byte. */
export class OfficePackage {
  readonly #parts: Map<string, Uint8Array | string>;
  /** What the types of relationships begin with; the strict variant has its own. */
  relationshipBase = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private constructor(parts: Map<string, Uint8Array | string>) {
    this.#parts = parts;
  }

  /** All parts of an archive. Throws ReadingStopped if it is damaged. */
  static async open(archive: Archive): Promise<OfficePackage> {
    const parts = new Map<string, Uint8Array>();
    for (const name of archive.names) if (!name.endsWith("/")) parts.set(name, await archive.bytes(name));
    return new OfficePackage(parts);
  }

  has(name: string): boolean {
    return this.#parts.has(this.#nameOf(name));
  }

  text(name: string): string {
    const part = this.#parts.get(this.#nameOf(name)) ?? "";
    return typeof part === "string" ? part : Buffer.from(part).toString("utf8");
  }

  /** The name of a part that does not exist yet. */
  freeName(stem: string, ending: string): string {
    let number = 1;
    while (this.has(`${stem}${number}${ending}`)) number++;
    return `${stem}${number}${ending}`;
  }

  set(name: string, text: string): void {
    this.#parts.set(this.#nameOf(name), text);
  }

  /** Adds a part of a content type. */
  add(name: string, text: string, contentType: string): void {
    this.set(name, text);
    if (this.text(contentTypes).includes(`"/${escapeXml(name)}"`)) return;
    this.#addType(`Override PartName="/${escapeXml(name)}" ContentType="${contentType}"`);
  }

  /** States the content type of all parts with an extension, unless it is stated. */
  addExtension(extension: string, contentType: string): void {
    if (new RegExp(`Extension\\s*=\\s*["']${extension}["']`, "i").test(this.text(contentTypes))) return;
    this.#addType(`Default Extension="${extension}" ContentType="${contentType}"`);
  }

  /** Points a part to a target; returns the id of the relationship. */
  relate(part: string, { type, target, isExternal }: Target): string {
    const name = relationshipsPart(part);
    const before = this.has(name)
      ? this.text(name)
      : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`;
    let number = 1;
    while (new RegExp(`["']hub${number}["']`).test(before)) number++;
    const link = `<${prefixOf(before)}Relationship Id="hub${number}" Type="${this.relationshipBase}/${type}" Target="${escapeXml(target)}"${isExternal ? ' TargetMode="External"' : ""}/>`;
    this.set(name, appendTo(before, "Relationships", link) ?? before);
    return `hub${number}`;
  }

  remove(name: string): void {
    this.#parts.delete(this.#nameOf(name));
  }

  /** The document as an archive. */
  bytes(): Uint8Array {
    const encoder = new TextEncoder();
    const entries = [...this.#parts].map(([name, part]): [string, Uint8Array] => [
      name,
      typeof part === "string" ? encoder.encode(part) : part,
    ]);
    return zipSync(Object.fromEntries(entries), { level: 6 });
  }

  #addType(tag: string): void {
    const before = this.text(contentTypes);
    const types = before || `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`;
    this.set(contentTypes, appendTo(types, "Types", `<${prefixOf(types)}${tag}/>`) ?? types);
  }

  /** The name of a part as the archive has it: letters may be in upper or lower case. */
  #nameOf(name: string): string {
    if (this.#parts.has(name)) return name;
    return [...this.#parts.keys()].find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;
  }
}

/** The part with the relationships of a part. */
export const relationshipsPart = (part: string): string =>
  posix.join(posix.dirname(part), "_rels", `${posix.basename(part)}.rels`);
