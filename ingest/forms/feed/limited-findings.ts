import type { FindingCode } from "../../../schema/subjects/release/finding-code.ts";
import { draftFinding, type FindingDraft, type Place } from "../../draft-finding.ts";

/** Findings kept per code; the rest are only counted, so that a million wrong cells fit into memory. */
export const mostOfACode = 1_000;
const longestQuote = 200;

/** The findings of one table, at most `mostOfACode` per code. */
export class LimitedFindings {
  readonly #sheet: string | null;
  readonly #kept: FindingDraft[] = [];
  readonly #counts = new Map<FindingCode, number>();

  constructor(sheet: string | null) {
    this.#sheet = sheet;
  }

  /** Adds a finding, or only counts it if its code has reached the limit. */
  add(code: FindingCode, place: Place, ko: string, en: string): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > mostOfACode) return;
    this.#keep(draftFinding(code, { ...place, quote: detached(place.quote) }, ko, en));
  }

  /** Whether further findings of a code are only counted. */
  isFull(code: FindingCode): boolean {
    return (this.#counts.get(code) ?? 0) >= mostOfACode;
  }

  addDraft(finding: FindingDraft): void {
    this.#keep(finding);
  }

  #keep(finding: FindingDraft): void {
    this.#kept.push(this.#sheet === null ? finding : { ...finding, sheet: this.#sheet });
  }

  /** The kept findings by line, and one finding per code that says how many more there are. */
  all(): FindingDraft[] {
    const kept = this.#kept.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));
    const others = [...this.#counts].filter(([, count]) => count > mostOfACode);
    return [...kept, ...others.map(([code, count]) => notListed(code, count - mostOfACode))];
  }
}

/** A copy that does not keep the file's block alive. */
const detached = (quote: string): string => Buffer.from(quote.slice(0, longestQuote)).toString();

const notListed = (code: FindingCode, count: number): FindingDraft =>
  draftFinding(
    code,
    null,
    `같은 종류가 ${count}건 더 있어 나열하지 않았습니다. 앞의 것을 고치고 다시 검사하십시오.`,
    `There are ${count} more of this kind, not listed here. Correct those above and check again.`,
  );
