import { nearest } from "../../../schema/core/nearest.ts";
import { formatQuarter, type QuarterNumber } from "../../../schema/core/scalars/quarter.ts";
import { draftFinding, type FindingDraft } from "../../draft-finding.ts";
import type { PlacedColumn } from "../feed/place-columns.ts";
import type { FoundHeadings } from "./find-headings.ts";
import { type ColumnSource, type Mapping, measureHeading, type Template } from "./mapping.ts";
import { placeUnits } from "./place-units.ts";
import { indexesOf, type PlacedSource } from "./placed-source.ts";
import { headingQuote, headingText, looseHeading, type PrintedHeadings } from "./printed-headings.ts";

/** A mapping placed on a table. `sources` and `columns` are in the order of the feed's columns. */
export interface PlacedMapping {
  columns: PlacedColumn[];
  sources: readonly PlacedSource[];
  /** Number of rows that a printed row can become. */
  memberCount: number;
  fillDown: ReadonlySet<number>;
  /** Columns that the mapping names. */
  named: ReadonlySet<number>;
}

/** Places a mapping on a table that has its headings, or gives all that keeps it from being read. */
export function placeSources(
  mapping: Mapping,
  { headings, missing }: FoundHeadings,
  quarter: QuarterNumber | undefined,
): PlacedMapping | FindingDraft[] {
  const findings = missing.map((alternatives) => headingMissing(headings, alternatives));
  const needsQuarter = [...mapping.columns.values()].some(({ is }) => is === "quarterOption");
  if (needsQuarter && quarter === undefined) findings.push(quarterMissing());
  if (findings.length > 0) return findings;
  const at = (heading: string): number => headings.columnOf([heading])!;
  const members = [...(mapping.unpivot?.members ?? [])];
  const sources = mapping.feed.columns.map((column): PlacedSource => {
    const measure = mapping.unpivot?.measures.get(column);
    if (measure !== undefined)
      return { is: "measure", indexes: members.map(([member]) => at(measureHeading(measure, member))) };
    if (mapping.unpivot?.column === column)
      return { is: "member", values: members.map(([, template]) => placeTemplate(template, at)) };
    const source = mapping.columns.get(column);
    return source ? placeSource(source, headings, at, quarter) : { is: "absent" };
  });
  const units = placeUnits(mapping, headings, sources);
  if (Array.isArray(units)) return units;
  const fillDown = new Set(mapping.fillDown.map(at));
  return {
    columns: mapping.feed.columns.map((column, index) => ({
      column,
      index,
      unitWon: units.get(column) ?? 1n,
    })),
    sources,
    memberCount: Math.max(1, members.length),
    fillDown,
    named: new Set([...fillDown, ...sources.flatMap(indexesOf)]),
  };
}

function placeSource(
  source: ColumnSource,
  headings: PrintedHeadings,
  at: (heading: string) => number,
  quarter: QuarterNumber | undefined,
): PlacedSource {
  switch (source.is) {
    case "printed":
      return {
        is: "printed",
        index: headings.columnOf(source.headings)!,
        words: printedWords(source.words),
        prefix: source.prefix,
      };
    case "constant":
      return { is: "constant", parts: placeTemplate(source.template, at) };
    case "marked":
      return {
        is: "marked",
        marks: [...source.words].map(([heading, word]) => ({ index: at(heading), heading, word })),
      };
    case "quarterOption":
      return { is: "constant", parts: [formatQuarter(quarter!)] };
  }
}

const placeTemplate = (template: Template, at: (heading: string) => number): (string | number)[] =>
  template.map((part) => (typeof part === "string" ? part : at(part.heading)));

/** Words as cells are compared: exactly, and then without blanks and full width. */
const printedWords = (words: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([
    ...[...words].map(([word, meaning]): [string, string] => [looseHeading(word), meaning]),
    ...[...words].map(([word, meaning]): [string, string] => [headingText(word), meaning]),
  ]);

function headingMissing(headings: PrintedHeadings, alternatives: readonly string[]): FindingDraft {
  const place = { line: headings.rows[0]!.line, quote: headingQuote(headings) };
  const present = alternatives.find((heading) => headings.columnsOf(heading).length > 1);
  if (present !== undefined) {
    const columns = headings
      .columnsOf(present)
      .map((index) => index + 1)
      .join(", ");
    return draftFinding(
      "HEADER_UNKNOWN",
      place,
      `머리글 ‘${present}’에 해당하는 열이 여럿입니다(${columns}번째 칸). 표의 머리글을 서로 다르게 하거나, 두 줄이면 ‘위/아래’로 쓰십시오.`,
      `Several columns have the heading ${present} (cells ${columns}). Make the headings differ; for two heading rows write upper/lower.`,
    );
  }
  const quoted = alternatives.map((heading) => `‘${heading}’`).join(", ");
  const near = nearest(
    headingText(alternatives[0]!),
    headings.paths.filter((path) => path !== null),
  );
  return draftFinding(
    "HEADER_UNKNOWN",
    place,
    `매핑에 있는 머리글 ${quoted}이(가) 표에 없습니다. 가장 가까운 것은 ‘${near}’입니다. 매핑이나 표의 머리글을 고치십시오.`,
    `The table lacks the heading ${alternatives.join(" or ")} of the mapping; the nearest is ${near}. Correct the mapping or the heading.`,
  );
}

const quarterMissing = (): FindingDraft =>
  draftFinding(
    "PERIOD_MISMATCH",
    null,
    "매핑이 분기를 --quarter에서 받는데 주어지지 않았습니다. --quarter 2025-Q1처럼 붙이십시오.",
    "The mapping takes the quarter from --quarter, which is not given. Add it, as in --quarter 2025-Q1.",
  );
