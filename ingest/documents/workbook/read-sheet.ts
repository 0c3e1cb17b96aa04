import type { Archive } from "../open-archive.ts";
import { readXml } from "../read-xml.ts";
import { SheetBuilder } from "../sheet-builder.ts";
import type { SheetContent } from "../sheet-table.ts";
import { addToSpans } from "../spans.ts";
import type { MergedRange, Span } from "../table.ts";
import { type CellContext, cellContent, type OpenCell } from "./cell-content.ts";
import { columnOf, rangeOf } from "./cell-references.ts";
import { TextCollector } from "./shared-strings.ts";

/** Reads a sheet: the rows that it lists, what is merged and what is hidden. Throws ReadingStopped. */
export async function readSheet(
  archive: Archive,
  part: string,
  context: CellContext,
): Promise<Omit<SheetContent, "sheet">> {
  const builder = new SheetBuilder();
  const inline = new TextCollector();
  const merges: MergedRange[] = [];
  const [hiddenRows, hiddenColumns]: [Span[], Span[]] = [[], []];
  let isFiltered = false;
  let showsZeros = true;
  let cell: OpenCell | undefined;
  let inside = "";
  const openElement = (name: string, attributes: Record<string, string>) => {
    if (name === "row") {
      const line = builder.openRow(Number(attributes.r));
      cell = undefined;
      if (isTrue(attributes.hidden) || isZero(attributes.ht)) addToSpans(hiddenRows, line);
    } else if (name === "col" && (isTrue(attributes.hidden) || isZero(attributes.width))) {
      addToSpans(hiddenColumns, Number(attributes.min), Number(attributes.max));
    } else if (name === "mergeCell") {
      const range = rangeOf(attributes.ref ?? "");
      if (range) merges.push(range);
    } else if (name === "filterColumn") isFiltered = true;
    else if (name === "sheetView" && attributes.showZeros !== undefined)
      showsZeros = isTrue(attributes.showZeros);
  };
  await readXml(archive, part, {
    open(name, attributes) {
      inside = name;
      inline.open(name, attributes);
      if (name === "c") cell = openCell(attributes, cell);
      else if (name === "v" && cell) cell.hasValue = true;
      else if (name === "f" && cell) cell.formula = "";
      else openElement(name, attributes);
    },
    text(text) {
      if (inside === "v" && cell) cell.value += text;
      else if (inside === "f" && cell) cell.formula += text;
      else inline.text(text);
    },
    close(name) {
      inside = "";
      inline.close(name);
      if (name !== "c" || !cell) return;
      const content =
        cell.type === "inlineStr"
          ? context.formats.textCell(inline.take(), cell.style)
          : cellContent(cell, context);
      const isHiddenZero = !showsZeros && typeof content !== "string" && content.exact === "0";
      builder.place(cell.column, isHiddenZero ? { ...content, display: "", isConcealed: true } : content);
    },
  });
  merges.sort((one, other) => one.lines.first - other.lines.first || one.columns.first - other.columns.first);
  const hidden = { sheet: false, rows: hiddenRows, isFiltered, columns: hiddenColumns };
  return { rows: builder.rows, merges, hidden };
}

const openCell = (attributes: Record<string, string>, before: OpenCell | undefined): OpenCell => ({
  column: columnOf(attributes.r ?? "") || (before?.column ?? 0) + 1,
  type: attributes.t ?? "n",
  style: attributes.s,
  value: "",
  hasValue: false,
  formula: null,
});

const isTrue = (attribute: string | undefined): boolean => attribute === "1" || attribute === "true";
const isZero = (attribute: string | undefined): boolean => attribute !== undefined && Number(attribute) === 0;
