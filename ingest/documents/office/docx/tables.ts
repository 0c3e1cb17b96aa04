import type { DraftCell, DraftParagraph, DraftTable } from "../draft-document.ts";
import { childOf, numberOf, type XmlElement } from "../xml-tree.ts";
import { contentOf } from "./content.ts";

/** A table. A cell that continues the one above it lengthens that one; text in it is not lost. */
export function tableOf(table: XmlElement, paragraphsOf: (cell: XmlElement) => DraftParagraph[]): DraftTable {
  const cells: DraftCell[] = [];
  const rows = contentOf(table).filter(({ name }) => name === "tr");
  /** The cell that reaches down to the row before, by its first column. */
  let above = new Map<number, DraftCell>();
  rows.forEach((element, index) => {
    const reaching = new Map<number, DraftCell>();
    let column = 1 + Math.max(0, numberOf(childOf(element, "trPr", "gridBefore"), "val") ?? 0);
    for (const content of contentOf(element).filter(({ name }) => name === "tc")) {
      const properties = childOf(content, "tcPr");
      const columnSpan = Math.max(1, numberOf(childOf(properties, "gridSpan"), "val") ?? 1);
      const merge = childOf(properties, "vMerge");
      const upper = merge && merge.attributes.val !== "restart" ? above.get(column) : undefined;
      if (upper && upper.columnSpan === columnSpan) {
        upper.rowSpan++;
        upper.paragraphs.push(...paragraphsOf(content));
        reaching.set(column, upper);
      } else {
        const cell = { row: index + 1, column, rowSpan: 1, columnSpan, paragraphs: paragraphsOf(content) };
        cells.push(cell);
        reaching.set(column, cell);
      }
      column += columnSpan;
    }
    above = reaching;
  });
  return { kind: "TABLE", cells, rowCount: rows.length };
}
