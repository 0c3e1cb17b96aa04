import { type Cell, displayText, type TableRow } from "../../documents/table.ts";
import type { LimitedFindings } from "../feed/limited-findings.ts";
import type { PlacedMapping } from "./place-sources.ts";

/** What people put into a column to mark it, and the look-alikes that programs make of it. */
const marks = new Set("○●◯〇◎⭕Oo✓✔√☑Vv1".split("").concat("⭕", "예"));
const dash = /^[-‐‑‒–—―−ー－]$/;

const markText = (cell: Cell | undefined): string => displayText(cell).trim().normalize("NFKC");

/** Whether a cell holds a mark. */
export const isMark = (cell: Cell | undefined): boolean => marks.has(markText(cell));

/** Reports marked columns with two marks in a row, or with a text that is no mark. Returns whether the row has any. */
export function checkMarks(
  row: TableRow,
  { sources, columns }: PlacedMapping,
  findings: LimitedFindings,
): boolean {
  let isWrong = false;
  for (const [at, source] of sources.entries()) {
    if (source.is !== "marked") continue;
    const { heading } = columns[at]!.column;
    const place = (index: number) => ({
      line: row.line,
      column: index + 1,
      quote: displayText(row.cells[index]),
    });
    const other = source.marks.find(({ index }) => {
      const text = markText(row.cells[index]);
      return text !== "" && !marks.has(text) && !dash.test(text);
    });
    const marked = source.marks.filter(({ index }) => isMark(row.cells[index]));
    if (other) {
      findings.add(
        "VALUE_UNKNOWN",
        place(other.index),
        `${heading}: ‘${other.heading}’ 칸은 비우거나 ○, ●, O, ✓, √, V, 1, 예로 표시하십시오.`,
        `${heading}: leave the cell under ${other.heading} blank or mark it with ○, ●, O, ✓, √, V, 1 or 예.`,
      );
    } else if (marked.length > 1) {
      const headings = marked.map((one) => one.heading).join(", ");
      findings.add(
        "VALUE_UNKNOWN",
        place(marked[1]!.index),
        `${heading}: 한 줄에 표시가 둘 이상입니다(${headings}). 하나만 남기십시오.`,
        `${heading}: this row has several marks (${headings}). Keep only one.`,
      );
    }
    isWrong ||= other !== undefined || marked.length > 1;
  }
  return isWrong;
}
