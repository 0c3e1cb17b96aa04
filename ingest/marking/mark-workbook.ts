import { posix } from "node:path";
import type { Localized } from "../../schema/core/localized.ts";
import { findingsSheet, isFindingsList } from "../documents/findings-list.ts";
import { type Archive, openArchive } from "../documents/open-archive.ts";
import { readWorkbook } from "../documents/workbook/read-workbook.ts";
import {
  mainPart,
  relationships,
  type SheetEntry,
  workbookParts,
} from "../documents/workbook/workbook-parts.ts";
import { severityOf } from "../draft-finding.ts";
import type { FileFinding } from "../publishing/file-finding.ts";
import type { CellMark } from "./cell-mark.ts";
import { type ListSheet, listSheet } from "./list-sheet.ts";
import { bySeverity, type ListedFinding, mostListed } from "./listed-finding.ts";
import { markSheet } from "./mark-sheet.ts";
import { OfficePackage, relationshipsPart } from "./office-package.ts";
import { addComments, emptyComments, emptyDrawing } from "./sheet-comments.ts";
import { drawingId, withDrawing } from "./sheet-drawing.ts";
import { StyleSheet } from "./style-sheet.ts";
import { withFirstSheet } from "./workbook-list.ts";

const contentType = (kind: string) =>
  `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;

/** A cell of a workbook; `column` is null if its row is meant. */
export interface SheetPlace {
  sheet: string;
  line: number;
  column: number | null;
}

/** What is to be marked in a workbook. */
export interface Marking {
  findings: readonly FileFinding[];
  /** Where a finding is in the workbook; undefined if it concerns no single place. */
  locate(finding: FileFinding, sheets: readonly string[]): SheetPlace | undefined;
  /** Listed instead of the findings, if they are not all of this workbook. */
  list?: readonly ListedFinding[];
  /** What to do if it is not correcting the marked cells. */
  remark?: Localized;
}

/** A marked workbook. */
export interface MarkedWorkbook {
  bytes: Uint8Array;
  hasMacros: boolean;
  /** Its findings, with their cells. */
  listed: ListedFinding[];
}

/** The place of a finding in a workbook that was imported itself. */
export function ownPlace(
  { sheet, line, column }: FileFinding,
  sheets: readonly string[],
): SheetPlace | undefined {
  const name = sheet ?? (sheets.length === 1 ? sheets[0] : undefined);
  return line === null || name === undefined ? undefined : { sheet: name, line, column };
}

/**
 * Marks the cells of a workbook (.xlsx): a fill by severity and a comment, and a first sheet with all findings. All
 * other parts stay as they are. Throws ReadingStopped if the workbook is damaged.
 */
export async function markWorkbook(bytes: Uint8Array, marking: Marking): Promise<MarkedWorkbook> {
  const archive = await openArchive(bytes);
  return new WorkbookMarker(archive, await OfficePackage.open(archive), (await mainPart(archive))!).mark(
    marking,
  );
}

class WorkbookMarker {
  readonly #archive: Archive;
  readonly #parts: OfficePackage;
  readonly #main: string;
  readonly #namespace: string;

  constructor(archive: Archive, parts: OfficePackage, main: string) {
    this.#archive = archive;
    this.#parts = parts;
    this.#main = main;
    const root = parts.text(main);
    this.#namespace =
      /xmlns(?::[\w.-]+)?\s*=\s*["']([^"']*\/spreadsheetml\/main)["']/.exec(root)?.[1] ??
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    if (this.#namespace.includes("purl.oclc.org"))
      parts.relationshipBase = "http://purl.oclc.org/ooxml/officeDocument/relationships";
  }

  async mark({ findings, locate, list, remark }: Marking): Promise<MarkedWorkbook> {
    const { sheets, styles: stylePart } = await workbookParts(this.#archive, this.#main);
    const earlierList = await this.#earlierList(sheets);
    const styles = new StyleSheet(stylePart ? this.#parts.text(stylePart) : undefined, this.#namespace);
    const data = sheets.filter((sheet) => sheet !== earlierList);
    const names = data.map(({ name }) => name);
    const placed = bySeverity(findings).map((finding) => {
      const entry: ListedFinding = { finding };
      return { entry, at: locate(finding, names) };
    });
    for (const sheet of data) {
      const here = placed.slice(0, mostListed).filter(({ at }) => at?.sheet === sheet.name);
      if (here.length === 0 && !earlierList) continue;
      const marks = here.map(({ entry, at }) => markOf(entry.finding, at!));
      const addresses = await this.#markOne(sheet, marks, styles, earlierList !== undefined);
      for (const [index, { entry }] of here.entries())
        entry.place = { sheet: sheet.name, address: addresses[index]! };
    }
    const listed = placed.map(({ entry }) => entry);
    this.#writeList(earlierList?.part, { findings: list ?? listed, ...(remark && { remark }) }, styles);
    this.#writeStyles(stylePart, styles);
    const hasMacros = /<(?:[\w.-]+:)?Override\b[^>]*macroEnabled\.main/.test(
      this.#parts.text("[Content_Types].xml"),
    );
    return { bytes: this.#parts.bytes(), hasMacros, listed };
  }

  /** The list of an earlier marking. */
  async #earlierList(sheets: SheetEntry[]): Promise<SheetEntry | undefined> {
    if (!sheets.some(({ name }) => name.startsWith(findingsSheet))) return undefined;
    const tables = await readWorkbook("", this.#archive, this.#main);
    const name = tables.find(isFindingsList)?.sheet;
    return sheets.find((sheet) => sheet.name === name);
  }

  /** Marks a sheet; returns the addresses of the cells where its marks are. */
  async #markOne(
    sheet: SheetEntry,
    marks: CellMark[],
    styles: StyleSheet,
    wasMarked: boolean,
  ): Promise<string[]> {
    const marked = markSheet(this.#parts.text(sheet.part), marks, styles, wasMarked);
    this.#parts.set(sheet.part, marked.xml);
    const targets = this.#archive.has(relationshipsPart(sheet.part))
      ? await relationships(this.#archive, sheet.part)
      : new Map();
    const comments = [...targets.values()].find(({ type }) => type === "comments")?.part;
    if (marked.cells.length > 0 || comments) {
      const drawing = targets.get(drawingId(marked.xml))?.part;
      const added = addComments(
        {
          comments: comments ? this.#parts.text(comments) : emptyComments(this.#namespace),
          drawing: drawing ? this.#parts.text(drawing) : emptyDrawing,
        },
        marked.cells,
      );
      this.#setComments(sheet.part, comments, added.comments);
      this.#setDrawing(sheet.part, drawing, added.drawing);
    }
    return marked.addresses;
  }

  #setComments(sheet: string, part: string | undefined, xml: string): void {
    if (part) {
      this.#parts.set(part, xml);
      return;
    }
    const name = this.#parts.freeName("xl/hub-comments", ".xml");
    this.#parts.add(name, xml, contentType("comments"));
    this.#parts.relate(sheet, { type: "comments", target: `/${name}` });
  }

  #setDrawing(sheet: string, part: string | undefined, xml: string): void {
    if (part) {
      this.#parts.set(part, xml);
      return;
    }
    const name = this.#parts.freeName("xl/drawings/hub-notes", ".vml");
    this.#parts.addExtension("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
    this.#parts.set(name, xml);
    const id = this.#parts.relate(sheet, { type: "vmlDrawing", target: `/${name}` });
    this.#parts.set(sheet, withDrawing(this.#parts.text(sheet), id, this.#parts.relationshipBase));
  }

  #writeList(
    existing: string | undefined,
    list: Pick<ListSheet, "findings" | "remark">,
    styles: StyleSheet,
  ): void {
    const part = existing ?? this.#parts.freeName("xl/worksheets/hub-findings", ".xml");
    if (existing) this.#parts.remove(relationshipsPart(part));
    const links = new Map<string, string>();
    const linkTo = (workbook: string) => {
      const target = encodeURIComponent(workbook);
      const id =
        links.get(workbook) ?? this.#parts.relate(part, { type: "hyperlink", target, isExternal: true });
      links.set(workbook, id);
      return id;
    };
    const { relationshipBase } = this.#parts;
    const xml = listSheet({ ...list, namespace: this.#namespace, relationshipBase, linkTo }, styles);
    if (existing) {
      this.#parts.set(part, xml);
      return;
    }
    this.#parts.add(part, xml, contentType("worksheet"));
    const id = this.#parts.relate(this.#main, { type: "worksheet", target: `/${part}` });
    this.#parts.set(this.#main, withFirstSheet(this.#parts.text(this.#main), id, relationshipBase));
  }

  #writeStyles(part: string | null, styles: StyleSheet): void {
    if (part) {
      this.#parts.set(part, styles.toString());
      return;
    }
    // Some programs look for styles under their usual name only.
    const name = posix.join(posix.dirname(this.#main), "styles.xml");
    this.#parts.add(name, styles.toString(), contentType("styles"));
    this.#parts.relate(this.#main, { type: "styles", target: `/${name}` });
  }
}

const longestComment = 2_000;

const markOf = (finding: FileFinding, { line, column }: SheetPlace): CellMark => ({
  line,
  column,
  severity: severityOf(finding),
  text: `[${finding.code}] ${finding.message.ko}\n${finding.message.en}`.slice(0, longestComment),
});
