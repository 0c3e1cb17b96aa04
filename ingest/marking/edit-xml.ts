import { Parser } from "htmlparser2";
import { escapeText } from "../../schema/core/escape-markup.ts";
import { brokenCharacterAt } from "../documents/broken-character.ts";

/** An element while a part is scanned; `start` and `end` are the bounds of its opening tag. */
export interface ScannedTag {
  /** Without its namespace prefix. */
  name: string;
  attributes: Record<string, string>;
  start: number;
  end: number;
  isSelfClosing: boolean;
}

/** Handlers for the tags of a part. */
export interface TagHandler {
  open?(tag: ScannedTag, parents: readonly string[]): void;
  /** `start` and `end` are the bounds of the closing tag, or of the whole tag if it closes itself. */
  close?(name: string, start: number, end: number, isSelfClosing: boolean, parents: readonly string[]): void;
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Scans XML for the places of its tags, so that a part is edited in place and all else in it stays as it is. */
export function scanXml(xml: string, handler: TagHandler): void {
  const parents: string[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const { startIndex: start, endIndex } = parser;
        const isSelfClosing = xml[endIndex - 1] === "/";
        handler.open?.(
          { name: withoutPrefix(name), attributes, start, end: endIndex + 1, isSelfClosing },
          parents,
        );
        parents.push(withoutPrefix(name));
      },
      onclosetag(name, isImplied) {
        parents.pop();
        handler.close?.(
          withoutPrefix(name),
          parser.startIndex,
          parser.endIndex + 1,
          isImplied && xml[parser.endIndex - 1] === "/",
          parents,
        );
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
}

/** A replacement of some characters of a part. */
export interface XmlEdit {
  start: number;
  end: number;
  text: string;
}

/** A part with its edits, which must not overlap. Several at one place apply in their order. */
export function applyEdits(xml: string, edits: readonly XmlEdit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text } of edits.toSorted((one, other) => one.start - other.start)) {
    pieces.push(xml.slice(at, start), text);
    at = end;
  }
  return pieces.join("") + xml.slice(at);
}

/** The prefix of the elements of a part with its colon: `x:`, or "". */
export const prefixOf = (xml: string): string => /<([\w.-]+:)?[A-Za-z]/.exec(xml)?.[1] ?? "";

/** An opening tag with an attribute set. */
export function withAttribute(tag: string, name: string, value: string | number): string {
  const existing = new RegExp(`(\\s)${name}\\s*=\\s*("[^"]*"|'[^']*')`);
  if (existing.test(tag)) return tag.replace(existing, `$1${name}="${value}"`);
  return tag.replace(/\s*(\/?>)/, ` ${name}="${value}"$1`);
}

/** Puts XML at the end of the first element of a name. Undefined if the part has none. */
export function appendTo(xml: string, element: string, inner: string): string | undefined {
  let edit: XmlEdit | undefined;
  let opening: ScannedTag | undefined;
  scanXml(xml, {
    open(tag) {
      if (tag.name === element) opening ??= tag;
    },
    close(name, start) {
      if (edit || name !== element || !opening) return;
      if (!opening.isSelfClosing) edit = { start, end: start, text: inner };
      else {
        const tag = xml.slice(opening.start, opening.end);
        const name = /^<([^\s/>]+)/.exec(tag)![1]!;
        edit = { ...opening, text: `${tag.replace(/\s*\/>$/, ">")}${inner}</${name}>` };
      }
    },
  });
  return edit && applyEdits(xml, [edit]);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot contain.
const notInXml = /[\u0001-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF]/g;

/**
 * A text as a workbook encodes it: `_x000B_` stands for a character that XML cannot contain. Characters that no document
 * may contain become □, so that the workbook can be read again.
 */
export function workbookText(text: string): string {
  let plain = text;
  for (let at = brokenCharacterAt(plain); at >= 0; at = brokenCharacterAt(plain))
    plain = `${plain.slice(0, at)}□${plain.slice(at + 1)}`;
  return plain
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(notInXml, (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

/** A text as the content of an element or an attribute of a workbook. */
export const escapeXml = (text: string): string => escapeText(workbookText(text));
