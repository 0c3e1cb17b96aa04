import { displayText, isBlank, type TableRow } from "../../documents/table.ts";
import type { LimitedFindings } from "../feed/limited-findings.ts";
import { unitName } from "../feed/money-units.ts";
import { statedMultiples, statedUnits } from "../feed/unit-lines.ts";
import type { PlacedMapping } from "./place-sources.ts";
import { placeOfHeading } from "./place-units.ts";
import { indexesOf } from "./placed-source.ts";
import type { PrintedHeadings } from "./printed-headings.ts";

/** Looks at the rows between and below the records: a unit that they state holds for the records too, and a text may matter. */
export class OtherRows {
  readonly #findings: LimitedFindings;
  readonly #headings: PrintedHeadings;
  /** The columns of figures, with the unit in which they are read; null for counts. */
  readonly #figures: readonly { index: number | undefined; heading: string; unit: string | null }[];
  #first: TableRow | null = null;
  #count = 0;

  constructor(headings: PrintedHeadings, { sources, columns }: PlacedMapping, findings: LimitedFindings) {
    this.#findings = findings;
    this.#headings = headings;
    this.#figures = sources.flatMap((source, at) => {
      const { column, unitWon } = columns[at]!;
      if (source.is === "absent" || (column.type.is !== "won" && column.type.is !== "count")) return [];
      const unit = column.type.is === "won" ? unitName(unitWon) : null;
      return [{ index: indexesOf(source)[0], heading: column.heading, unit }];
    });
  }

  /** Looks at a row that is no record; `isOther`: nothing that the mapping names is in it. */
  see(row: TableRow, isOther: boolean): void {
    for (const [index, cell] of row.cells.entries()) {
      const quote = displayText(cell);
      if (quote.length < 2) continue;
      this.#check(statedUnits(quote), { line: row.line, column: index + 1, quote }, (unit) => unit !== null);
      this.#check(
        statedMultiples(quote),
        { line: row.line, column: index + 1, quote },
        (unit) => unit === null,
      );
    }
    if (!isOther) return;
    this.#first ??= row;
    this.#count++;
  }

  /** One note on all rows with content in columns that the mapping does not name only. */
  end(): void {
    if (!this.#first) return;
    const { line, cells } = this.#first;
    const index = cells.findIndex((cell) => !isBlank(cell));
    this.#findings.add(
      "CONTENT_IGNORED",
      { line, column: index + 1, quote: displayText(cells[index]) },
      `매핑이 쓰는 칸이 모두 빈 줄 ${this.#count}개는 읽지 않았습니다. 아래 자료의 연도나 구분을 적은 줄이면 매핑이 그것을 읽는지 확인하십시오.`,
      `${this.#count === 1 ? "A row" : `${this.#count} rows`} with content only in columns that the mapping does not name ${this.#count === 1 ? "was" : "were"} left out. If such a row states a year or a group for the rows below it, check that the mapping reads that.`,
    );
  }

  #check(
    stated: readonly string[],
    place: { line: number; column: number; quote: string },
    isMeant: (unit: string | null) => boolean,
  ): void {
    if (stated.length === 0) return;
    const other = this.#figures.find(({ unit }) => isMeant(unit) && !stated.includes(unit ?? ""));
    if (!other) return;
    const { line, quote } =
      other.index === undefined ? { line: 0, quote: "" } : placeOfHeading(this.#headings, other.index);
    const readAs = other.unit ?? "1";
    this.#findings.add(
      "UNIT_MISSING",
      place,
      `단위가 둘입니다: 이 칸에는 ${stated.join(", ")}, ${line}번째 줄의 ‘${quote.trim()}’은(는) ${readAs} 단위로 읽습니다. 어느 쪽이 맞는지 확인하여 하나로 고치십시오.`,
      `Two units are stated: ${stated.join(", ")} here, while ${quote.trim()} in line ${line} is read in ${other.unit ?? "ones"}. Find out which one is right and correct the other.`,
    );
  }
}
