import type { CellType } from "../../../schema/feeds/cell.ts";
import { displayText, type MergedRange, type Table, type TableRow } from "../../documents/table.ts";
import type { LimitedFindings } from "../feed/limited-findings.ts";
import type { PlacedMapping } from "./place-sources.ts";
import { indexesOf } from "./placed-source.ts";

const types = new Set<CellType["is"]>(["won", "count", "percent"]);

interface SharedRange {
  columns: MergedRange["columns"];
  /** Whether all of its columns are of figures. */
  isOfFigures: boolean;
}

/** Refuses cells that are merged over several columns of a mapping: to which of them they belong is not known. */
export class SharedCells {
  readonly #findings: LimitedFindings;
  /** Merges over several columns of the mapping, by their first line. */
  readonly #merges = new Map<number, SharedRange[]>();

  constructor({ merges }: Table, { sources, columns, fillDown }: PlacedMapping, findings: LimitedFindings) {
    this.#findings = findings;
    const indexes = new Set([...fillDown, ...sources.flatMap(indexesOf)]);
    const figures = new Set(
      sources.flatMap((source, at) => (types.has(columns[at]!.column.type.is) ? indexesOf(source) : [])),
    );
    for (const { lines, columns: span } of merges) {
      const covered = [...indexes].filter((index) => index + 1 >= span.first && index + 1 <= span.last);
      if (covered.length < 2) continue;
      const range = { columns: span, isOfFigures: covered.every((index) => figures.has(index)) };
      this.#merges.set(lines.first, [...(this.#merges.get(lines.first) ?? []), range]);
    }
  }

  /** Reports the shared cells of a row of data. Returns whether it has any. */
  check({ line, cells }: TableRow): boolean {
    const shared = (this.#merges.get(line) ?? []).filter(({ columns, isOfFigures }) => {
      const text = displayText(cells[columns.first - 1]);
      // A dash over all of them means that there is no figure in any.
      return isOfFigures ? /\d/.test(text) : text.trim() !== "";
    });
    for (const { columns, isOfFigures } of shared) {
      const count = columns.last - columns.first + 1;
      this.#findings.add(
        isOfFigures ? "NOT_A_NUMBER" : "VALUE_UNKNOWN",
        { line, column: columns.first, quote: displayText(cells[columns.first - 1]) },
        `${count}개 열에 걸쳐 병합된 칸이라 어느 열의 값인지 알 수 없습니다. 병합을 풀고 칸마다 값을 쓰십시오.`,
        `This cell is merged over ${count} columns, so it is not clear to which of them the value belongs. Unmerge it and give each cell its own.`,
      );
    }
    return shared.length > 0;
  }
}
