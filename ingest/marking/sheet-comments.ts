import { findingSeverity } from "../../schema/subjects/release/finding-code.ts";
import { columnOf } from "../documents/workbook/cell-references.ts";
import type { MarkedCell } from "./cell-mark.ts";
import { appendTo, applyEdits, escapeXml, prefixOf, scanXml, type XmlEdit } from "./edit-xml.ts";

const commentAuthor = "hub 점검";

/** How the text of a comment begins: programs that save the file may lose its author. */
const codes = Object.keys(findingSeverity).join("|");
const ours = new RegExp(`^\\s*\\[(?:${codes})\\] `);
/** The same below a comment that somebody else wrote. */
const oursBelow = new RegExp(`(?:\\s|&#10;|&#xA;)+\\[(?:${codes})\\] `);

export const emptyComments = (namespace: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}"><authors/><commentList/></comments>`;

export const emptyDrawing =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>';

/** What the boxes refer to. */
const boxType =
  '<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** The comments of a sheet with those of its marked cells, and their boxes in its drawing. */
export interface SheetComments {
  comments: string;
  drawing: string;
}

/**
 * Adds the comments of marked cells, in place of those of an earlier marking. A cell that has a comment of its own
 * keeps it, with what was found below.
 */
export function addComments(
  { comments, drawing }: SheetComments,
  cells: readonly MarkedCell[],
): SheetComments {
  const existing = commentsIn(comments);
  const removed = existing.filter(({ start, end }) => ours.test(textOf(comments.slice(start, end))));
  const kept = new Map(existing.filter((one) => !removed.includes(one)).map((one) => [one.address, one]));
  const p = prefixOf(comments);
  const edits: XmlEdit[] = removed.map(({ start, end }) => ({ start, end, text: "" }));
  const byAddress = new Map(cells.map((cell) => [cell.address, cell]));
  for (const { address, start, end, textEnd } of kept.values()) {
    const cell = byAddress.get(address);
    const before = withoutOurs(comments.slice(start, textEnd), p);
    const run = `<${p}r><${p}t xml:space="preserve">\n\n${escapeXml(cell?.text ?? "")}</${p}t></${p}r>`;
    edits.push({ start, end, text: `${before}${cell ? run : ""}${comments.slice(textEnd, end)}` });
  }
  const added = cells.filter(({ address }) => !kept.has(address));
  const authors = authorsOf(comments);
  const author = authors.includes(commentAuthor) ? authors.indexOf(commentAuthor) : authors.length;
  let next = applyEdits(comments, edits);
  if (author === authors.length && added.length > 0)
    next = appendTo(next, "authors", `<${p}author>${commentAuthor}</${p}author>`) ?? next;
  const list = added.map(
    ({ address, text }) =>
      `<${p}comment ref="${address}" authorId="${author}"><${p}text><${p}r><${p}t xml:space="preserve">${escapeXml(text)}</${p}t></${p}r></${p}text></${p}comment>`,
  );
  next = appendTo(next, "commentList", list.join("")) ?? next;
  const boxless = removed.map(({ address }) => address);
  return { comments: next, drawing: withBoxes(withoutBoxes(drawing, boxless), added) };
}

/** A comment up to the end of its text, without what was found before: that is always the last of it. */
function withoutOurs(comment: string, prefix: string): string {
  const at = comment.search(oursBelow);
  if (at < 0) return comment;
  const kept = comment.slice(0, at);
  const isOpen = (name: string) =>
    kept.search(new RegExp(`<${prefix}${name}\\b[^>]*>(?!.*</${prefix}${name}>)`, "s")) >= 0;
  return ["t", "r"].reduce((text, name) => (isOpen(name) ? `${text}</${prefix}${name}>` : text), kept);
}

function authorsOf(comments: string): string[] {
  const authors: string[] = [];
  let start = 0;
  scanXml(comments, {
    open(tag) {
      if (tag.name === "author") start = tag.end;
    },
    close(name, end) {
      if (name === "author") authors.push(comments.slice(Math.min(start, end), end));
    },
  });
  return authors;
}

/** The text of a comment as XML. */
const textOf = (comment: string): string =>
  /<(?:\w+:)?text\b[^>]*>([\s\S]*)/.exec(comment)?.[1]?.replace(/<[^>]*>/g, "") ?? "";

interface ExistingComment {
  address: string;
  start: number;
  end: number;
  /** Where the closing tag of its text begins. */
  textEnd: number;
}

function commentsIn(xml: string): ExistingComment[] {
  const comments: ExistingComment[] = [];
  scanXml(xml, {
    open({ name, attributes, start, end }) {
      if (name !== "comment") return;
      comments.push({ address: attributes.ref ?? "", start, end, textEnd: end });
    },
    close(name, start, end, isSelfClosing) {
      const comment = comments.at(-1);
      if (name === "comment") comment!.end = end;
      if (name === "text" && comment && !isSelfClosing) comment.textEnd = start;
    },
  });
  return comments;
}

const shape = /<(?:\w+:)?shape\b[\s\S]*?<\/(?:\w+:)?shape>/g;

/** A drawing without the boxes of comments that are removed. Old drawings are no valid XML, so it is not parsed. */
function withoutBoxes(drawing: string, addresses: string[]): string {
  if (addresses.length === 0) return drawing;
  const places = new Set(addresses.map((one) => `${rowOf(one) - 1} ${columnOf(one) - 1}`));
  return drawing.replace(shape, (box) => {
    const row = /<(?:\w+:)?Row>\s*(\d+)/.exec(box)?.[1];
    const column = /<(?:\w+:)?Column>\s*(\d+)/.exec(box)?.[1];
    return /ObjectType\s*=\s*["']Note["']/.test(box) && places.has(`${row} ${column}`) ? "" : box;
  });
}

const rowOf = (address: string): number => Number(/\d+/.exec(address)?.[0]);

function withBoxes(drawing: string, cells: readonly MarkedCell[]): string {
  const used = [...drawing.matchAll(/_x0000_s(\d+)/g)].map(([, number]) => Number(number));
  const first = used.reduce((most, number) => Math.max(most, number), 1024) + 1;
  const boxes = cells.map(({ line, column, text }, at) => {
    const height = Math.min(20, 3 + Math.ceil(text.length / 24));
    const anchor = [column, 15, Math.max(0, line - 2), 10, column + 4, 15, Math.max(0, line - 2) + height, 4];
    return `<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s${first + at}" type="#_x0000_t202" style="position:absolute;margin-left:80px;margin-top:5px;width:280px;height:${height * 20}px;z-index:${at + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor.join(", ")}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${line - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`;
  });
  if (boxes.length === 0) return drawing;
  const hasType = /shapetype\b[^>]*id="_x0000_t202"/.test(drawing);
  const end = drawing.lastIndexOf("</");
  return drawing.slice(0, end) + (hasType ? "" : boxType) + boxes.join("") + drawing.slice(end);
}
