import {
  type FindingCode,
  findingSeverity,
  Severity,
} from "../../../schema/subjects/release/finding-code.ts";
import { draftFinding, type FindingDraft, type Place } from "../../draft-finding.ts";

/** Findings kept per code; the rest are only counted, so that a million wrong cells fit into memory. Errors have to be corrected one by one. */
export const mostOfACode = (code: FindingCode): number =>
  findingSeverity[code] === Severity.ERROR ? 1_000 : 100;
const longestQuote = 200;

/** The findings of one table, at most `mostOfACode` of each code. */
export class LimitedFindings {
  readonly #sheet: string | null;
  readonly #listed: FindingDraft[] = [];
  readonly #counts = new Map<FindingCode, number>();
  /** The last cell of each code. */
  readonly #last = new Map<FindingCode, string>();

  constructor(sheet: string | null) {
    this.#sheet = sheet;
  }

  /**
   * Adds a finding, or only counts it if its code has reached the limit. A cell that holds for several rows, as a
   * mapping fills it down, is one finding.
   */
  add(code: FindingCode, place: Place, ko: string, en: string): void {
    const cell = `${place.line}:${place.column} ${en}`;
    if (this.#last.get(code) === cell) return;
    this.#last.set(code, cell);
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > mostOfACode(code)) return;
    this.#keep(draftFinding(code, { ...place, quote: detached(place.quote) }, ko, en));
  }

  /** Whether there are none. */
  get isEmpty(): boolean {
    return this.#listed.length === 0;
  }

  /** Whether there is one of a code. */
  has(code: FindingCode): boolean {
    return this.#counts.has(code);
  }

  /** Whether further findings of a code are only counted. */
  isFull(code: FindingCode): boolean {
    return (this.#counts.get(code) ?? 0) >= mostOfACode(code);
  }

  addDraft(finding: FindingDraft): void {
    this.#keep(finding);
  }

  #keep(finding: FindingDraft): void {
    this.#listed.push(this.#sheet === null ? finding : { ...finding, sheet: this.#sheet });
  }

  /** The kept findings by line, and one finding per code that says how many more there are. */
  all(): FindingDraft[] {
    const listed = this.#listed.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));
    const others = [...this.#counts].filter(([code, count]) => count > mostOfACode(code));
    return [...listed, ...others.map(([code, count]) => notListed(code, count))];
  }
}

/** A copy that does not keep the file's block alive. */
const detached = (quote: string): string => Buffer.from(quote.slice(0, longestQuote)).toString();

/** The finding that stands for those of a code that are not listed; `count` is the number of all. */
export function notListed(code: FindingCode, count: number): FindingDraft {
  const more = count - mostOfACode(code);
  const finding = draftFinding(
    code,
    null,
    `같은 종류가 모두 ${count.toLocaleString("en")}건이며, 그 가운데 ${more.toLocaleString("en")}건은 표시하지 않았습니다. 표시한 항목을 고친 뒤 다시 검사하십시오.`,
    `There are ${count.toLocaleString("en")} of this kind, of which ${more.toLocaleString("en")} are not listed here. Correct those that are listed and check again.`,
  );
  return { ...finding, count: more };
}
