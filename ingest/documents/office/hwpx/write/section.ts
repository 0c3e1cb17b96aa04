import { escapeUTF8 } from "entities";
import { charactersOf } from "../../../literal-mark.ts";
import { keptAsLiteral, literalBookmark } from "../literal-bookmark.ts";
import { borders } from "./header.ts";
import { sectionSettings, textWidth } from "./page.ts";
import { Shapes } from "./shapes.ts";
import type { WrittenCell, WrittenParagraph, WrittenTable } from "./written-document.ts";
import { declaration, element, namespaces } from "./xml.ts";

/** Of a row with one line; a word processor makes it as high as its text. */
const rowHeight = 1500;
const cellMargin = { left: 283, right: 283, top: 141, bottom: 141 };

/** Writes section0.xml and collects the paragraph shapes that it uses. */
export class SectionWriter {
  readonly shapes = new Shapes();
  #paragraphs = 0;
  #tables = 0;
  #bookmarks = 0;

  write(blocks: readonly (WrittenParagraph | WrittenTable)[]): string {
    const content = blocks.map((block, index) => {
      const settings = index === 0 ? sectionSettings() : "";
      if (block.kind === "PARAGRAPH") return this.#paragraph(block, settings);
      return this.#lineOf({ style: "BODY" }, settings, this.#table(block));
    });
    return declaration + element("hs:sec", namespaces, ...content);
  }

  #paragraph(paragraph: WrittenParagraph, settings = ""): string {
    return this.#lineOf(paragraph, settings, this.#text(paragraph.text));
  }

  #lineOf(paragraph: Pick<WrittenParagraph, "style" | "indent">, settings: string, content: string): string {
    const { shape, letter } = this.shapes.idsOf(paragraph);
    const run = (inside: string) => element("hp:run", { charPrIDRef: letter }, inside);
    return element(
      "hp:p",
      {
        ...{ id: this.#paragraphs++, paraPrIDRef: shape, styleIDRef: 0 },
        ...{ pageBreak: 0, columnBreak: 0, merged: 0 },
      },
      settings === "" ? "" : run(settings),
      run(content),
    );
  }

  /** Text, interrupted by the bookmarks of its literal characters. */
  #text(text: string): string {
    let content = "";
    let plain = "";
    for (const { character, isLiteral } of charactersOf(text)) {
      if (isLiteral || keptAsLiteral.test(character)) {
        const { name, isInName } = literalBookmark(++this.#bookmarks, character);
        content += textOf(plain) + element("hp:ctrl", {}, element("hp:bookmark", { name }));
        plain = isInName ? "" : character;
      } else plain += character;
    }
    return content + textOf(plain);
  }

  #table({ widths, rows }: WrittenTable): string {
    const whole = widths.reduce((sum, width) => sum + width, 0);
    const columns = widths.map((width) => Math.round((width / whole) * textWidth));
    /** For each column, the rows that a cell from above still covers. */
    const covered = columns.map(() => 0);
    const written = rows.map((row, rowIndex) => {
      const own = [...row];
      const cells = columns.flatMap((width, column) => {
        if (covered[column]! > 0) {
          covered[column]!--;
          return [];
        }
        const cell = own.shift()!;
        covered[column] = (cell.rowSpan ?? 1) - 1;
        return [this.#cell(cell, rowIndex, column, width)];
      });
      return element("hp:tr", {}, ...cells);
    });
    return element(
      "hp:tbl",
      {
        ...{ id: ++this.#tables, zOrder: 0, numberingType: "TABLE", textWrap: "TOP_AND_BOTTOM" },
        ...{ textFlow: "BOTH_SIDES", lock: 0, dropcapstyle: "None", pageBreak: "CELL", repeatHeader: 0 },
        ...{ rowCnt: rows.length, colCnt: columns.length, cellSpacing: 0 },
        ...{ borderFillIDRef: borders.cell, noAdjust: 0 },
      },
      element("hp:sz", {
        ...{ width: textWidth, widthRelTo: "ABSOLUTE", height: rows.length * rowHeight },
        ...{ heightRelTo: "ABSOLUTE", protect: 0 },
      }),
      element("hp:pos", {
        ...{ treatAsChar: 0, affectLSpacing: 0, flowWithText: 1, allowOverlap: 0, holdAnchorAndSO: 0 },
        ...{ vertRelTo: "PARA", horzRelTo: "COLUMN", vertAlign: "TOP", horzAlign: "LEFT" },
        ...{ vertOffset: 0, horzOffset: 0 },
      }),
      element("hp:outMargin", { left: 0, right: 0, top: 141, bottom: 141 }),
      element("hp:inMargin", cellMargin),
      ...written,
    );
  }

  #cell(
    { paragraphs, rowSpan = 1, isHeading }: WrittenCell,
    row: number,
    column: number,
    width: number,
  ): string {
    // A cell has a paragraph even if it is blank.
    const lines: readonly WrittenParagraph[] =
      paragraphs.length > 0 ? paragraphs : [{ kind: "PARAGRAPH", text: "", style: "BODY" }];
    return element(
      "hp:tc",
      {
        ...{ name: "", header: 0, hasMargin: 0, protect: 0, editable: 0, dirty: 0 },
        borderFillIDRef: isHeading ? borders.heading : borders.cell,
      },
      element(
        "hp:subList",
        {
          ...{ id: "", textDirection: "HORIZONTAL", lineWrap: "BREAK", vertAlign: "CENTER" },
          ...{
            linkListIDRef: 0,
            linkListNextIDRef: 0,
            textWidth: 0,
            textHeight: 0,
            hasTextRef: 0,
            hasNumRef: 0,
          },
        },
        ...lines.map((line) => this.#paragraph(line)),
      ),
      element("hp:cellAddr", { colAddr: column, rowAddr: row }),
      element("hp:cellSpan", { colSpan: 1, rowSpan }),
      element("hp:cellSz", { width, height: rowSpan * rowHeight }),
      element("hp:cellMargin", cellMargin),
    );
  }
}

/** Text as XML, with tabs and line breaks as elements. */
const textOf = (text: string): string =>
  text === ""
    ? ""
    : element("hp:t", {}, escapeUTF8(text).replace(/\t/g, "<hp:tab/>").replace(/\n/g, "<hp:lineBreak/>"));
