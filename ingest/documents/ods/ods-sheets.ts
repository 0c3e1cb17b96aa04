import type { XmlHandler } from "../read-xml.ts";
import { SheetBuilder } from "../sheet-builder.ts";
import type { SheetContent } from "../sheet-table.ts";
import { addToSpans } from "../spans.ts";
import { type Cell, type MergedRange, maxColumns, type Span } from "../table.ts";
import { odsCell } from "./ods-cell.ts";
import { OdsText, type TextStyle } from "./ods-text.ts";

type Attributes = Record<string, string>;

/** Collects the sheets of an OpenDocument spreadsheet while its XML is read. */
export class OdsSheets implements XmlHandler {
  readonly all: SheetContent[] = [];
  readonly #hiddenStyles = new Set<string>();
  /** Styles with a number format. */
  readonly #formattedStyles = new Set<string>();
  readonly #textStyles = new Map<string, TextStyle>();
  readonly #text = new OdsText(this.#textStyles);
  #style = "";
  #name = "";
  #isHidden = false;
  /** Tables within a cell are no sheets. */
  #depth = 0;
  #builder = new SheetBuilder();
  #merges: MergedRange[] = [];
  #hiddenRows: Span[] = [];
  #isFiltered = false;
  #hiddenColumns: Span[] = [];
  #columns = 0;
  /** Whether a column or row of the sheet gives its cells a number format. */
  #isFormatted = false;
  #line = 0;
  #rowRepeats = 1;
  #column = 0;
  #row: [column: number, cell: Cell][] = [];
  #cell: Attributes | undefined;

  open(name: string, attributes: Attributes): void {
    if (name === "style") this.#openStyle(attributes);
    else if (name === "table-properties" && attributes["table:display"] === "false")
      this.#hiddenStyles.add(this.#style);
    else if (name === "text-properties" && this.#depth === 0) this.#addTextStyle(attributes);
    else if (name === "table" && this.#depth++ === 0) this.#openSheet(attributes);
    else if (this.#depth !== 1) return;
    else if (name === "table-column") this.#addColumns(attributes);
    else if (name === "table-row") this.#openRow(attributes);
    else if (name === "table-cell" || name === "covered-table-cell") this.#cell = attributes;
    else if (this.#cell) this.#text.open(name, attributes);
  }

  text(text: string): void {
    if (this.#cell && this.#depth === 1) this.#text.text(text);
  }

  close(name: string): void {
    if (name === "table" && --this.#depth === 0) this.#closeSheet();
    else if (this.#depth !== 1) return;
    else if (name === "table-cell" || name === "covered-table-cell") this.#closeCell();
    else if (name === "table-row") this.#closeRow();
    else if (this.#cell) this.#text.close(name);
  }

  #openStyle(attributes: Attributes): void {
    this.#style = attributes["style:name"] ?? "";
    if (attributes["style:data-style-name"] !== undefined) this.#formattedStyles.add(this.#style);
  }

  #addTextStyle(attributes: Attributes): void {
    const position = attributes["style:text-position"] ?? "";
    const line =
      attributes["style:text-line-through-style"] ?? attributes["style:text-line-through-type"] ?? "none";
    this.#textStyles.set(this.#style, {
      isRaised: /^(?:super|[1-9]\d*%)/.test(position),
      isStruck: line !== "none",
    });
  }

  #openSheet(attributes: Attributes): void {
    this.#name = (attributes["table:name"] ?? "").normalize("NFC");
    this.#isHidden = this.#hiddenStyles.has(attributes["table:style-name"] ?? "");
    this.#builder = new SheetBuilder();
    [this.#merges, this.#hiddenRows, this.#hiddenColumns] = [[], [], []];
    [this.#isFiltered, this.#columns, this.#line] = [false, 0, 0];
    this.#isFormatted = false;
  }

  #addColumns(attributes: Attributes): void {
    const count = repeats(attributes["table:number-columns-repeated"]);
    this.#isFormatted ||= this.#hasFormat(attributes["table:default-cell-style-name"]);
    if (isHidden(attributes)) addToSpans(this.#hiddenColumns, this.#columns + 1, this.#columns + count);
    this.#columns += count;
  }

  #openRow(attributes: Attributes): void {
    this.#rowRepeats = repeats(attributes["table:number-rows-repeated"]);
    this.#column = 0;
    this.#row = [];
    this.#isFormatted ||= this.#hasFormat(attributes["table:default-cell-style-name"]);
    if (!isHidden(attributes)) return;
    addToSpans(this.#hiddenRows, this.#line + 1, this.#line + this.#rowRepeats);
    if (attributes["table:visibility"] === "filter") this.#isFiltered = true;
  }

  #closeCell(): void {
    const attributes = this.#cell!;
    const text = this.#text.take();
    const style = attributes["table:style-name"];
    // Some programs write a 0 with an empty text. Only a number format can display it so.
    const isDisplayed = text !== "" || (style === undefined ? this.#isFormatted : this.#hasFormat(style));
    const content = odsCell(attributes, isDisplayed ? text : undefined);
    const count = repeats(attributes["table:number-columns-repeated"]);
    this.#cell = undefined;
    this.#addMerge(attributes);
    if (content !== "")
      for (let index = 1; index <= Math.min(count, maxColumns + 1); index++)
        this.#row.push([this.#column + index, content]);
    this.#column += count;
  }

  #hasFormat(style: string | undefined): boolean {
    return style !== undefined && this.#formattedStyles.has(style);
  }

  #addMerge(attributes: Attributes): void {
    const [width, height] = [
      Number(attributes["table:number-columns-spanned"] ?? 1),
      Number(attributes["table:number-rows-spanned"] ?? 1),
    ];
    if (width * height <= 1) return;
    this.#merges.push({
      lines: { first: this.#line + 1, last: this.#line + height },
      columns: { first: this.#column + 1, last: this.#column + width },
    });
  }

  #closeRow(): void {
    if (this.#row.length > 0)
      for (let index = 1; index <= this.#rowRepeats; index++) {
        this.#builder.openRow(this.#line + index);
        for (const [column, cell] of this.#row) this.#builder.place(column, cell);
      }
    this.#line += this.#rowRepeats;
  }

  #closeSheet(): void {
    if (this.#builder.isEmpty) return;
    const hidden = {
      sheet: this.#isHidden,
      rows: this.#hiddenRows,
      isFiltered: this.#isFiltered,
      columns: this.#hiddenColumns,
    };
    this.all.push({ sheet: this.#name, rows: this.#builder.rows, merges: this.#merges, hidden });
  }
}

const isHidden = (attributes: Attributes): boolean =>
  ["collapse", "filter"].includes(attributes["table:visibility"] ?? "");

/** How often a row or cell stands; once without a valid count. */
function repeats(attribute: string | undefined): number {
  const count = Number(attribute ?? 1);
  return Number.isInteger(count) && count > 0 ? count : 1;
}
