import { registerEnumType } from "type-graphql";
import { wordsOfEnum } from "../../core/enum-words.ts";
import { Language, textLanguage } from "../../core/language.ts";
import { describe, type Localized } from "../../core/localized.ts";
import { nearest } from "../../core/nearest.ts";
import { MonthScalar, QuarterScalar } from "../../core/scalars/scalars.ts";
import { type Argument, entity, text } from "../entity.ts";
import { sourcesOfPeriods } from "../filter-values.ts";
import { matchingOf, searchKey } from "../matching.ts";
import { paged } from "../paged.ts";
import type { QueryScope } from "../query-scope.ts";
import { municipalityCode } from "../standard-arguments.ts";
import { inArgument, pageQuery, type TableQuery } from "../table-query.ts";
import { neverKnown } from "../unknown-value.ts";
import type { Dimension } from "./summary.ts";

/** A summary as far as the values of its keys have to know it. */
export interface SummaryOfValues {
  query: string;
  title: Localized;
  dimensions: Readonly<Record<string, Dimension>>;
  reach: readonly string[] | undefined;
}

const dimensionValue = entity(
  "DimensionValue",
  { ko: "집계의 키가 가질 수 있는 값.", en: "A value that a key of a summary can have." },
  {
    value: text(
      "value",
      "where와 답에 쓰이는 값: 코드, 이름, 분기.",
      "The value as filters and answers write it: a code, a name, a quarter.",
    ),
    name: text(
      (row, _, { language }) => `${row}.name_${language === Language.EN ? "en" : "ko"}`,
      "사람이 읽는 이름.",
      "Display name; of names that a document gives there is only the Korean one.",
      { arguments: { language: textLanguage } },
    ),
  },
);
paged(dimensionValue, "키의 값", "values of a key");

const named = (type: () => unknown, ko: string, en: string): Argument => ({
  type,
  nullable: false,
  description: { ko, en },
});

/** The names of all summaries, and of all their keys; `declareNames` fills them. */
const SummaryName: Record<string, string> = {};
const SummaryKey: Record<string, string> = {};

/** The type of arguments that name a summary. */
export const summaryName = (): unknown => SummaryName;

function declareNames(summaries: readonly SummaryOfValues[]): void {
  const name = (names: Record<string, string>, one: string) => {
    names[one] = one;
  };
  for (const { query, dimensions } of summaries) {
    name(SummaryName, query);
    for (const key of Object.keys(dimensions)) name(SummaryKey, key);
  }
  const described = (ofName: (name: string) => Localized, names: Record<string, string>) =>
    Object.fromEntries(
      Object.keys(names).map((one) => [one, { description: describe(ofName(one).ko, ofName(one).en) }]),
    );
  registerEnumType(SummaryName, {
    name: "SummaryName",
    description: describe("집계 질문의 이름.", "Names of the summaries."),
    valuesConfig: described((one) => summaries.find(({ query }) => query === one)!.title, SummaryName),
  });
  const named = (key: string) => summaries.find(({ dimensions }) => key in dimensions)!.dimensions[key]!.name;
  registerEnumType(SummaryKey, {
    name: "SummaryKey",
    description: describe("집계를 묶는 키, 모든 집계의 것.", "Keys of any of the summaries."),
    valuesConfig: described(named, SummaryKey),
  });
}

/** The query that lists and searches the values of a summary's key. */
export function dimensionValuesQuery(summaries: readonly SummaryOfValues[]): TableQuery {
  declareNames(summaries);
  return pageQuery(
    "dimensionValues",
    dimensionValue,
    50,
    (alias, scope, { query, key, search }) => {
      const { has, rank } = matchingOf(search, scope);
      const values = valuesSql(summaries.find((one) => one.query === query)!, key, scope);
      const shown = searchKey("coalesce(value, '') || ' ' || name_ko || ' ' || name_en");
      const fit = `least(${[rank(searchKey("value")), rank(searchKey("name_ko")), rank(searchKey("name_en"))].join(", ")})`;
      return {
        from: `(SELECT value, name_ko, name_en, place, ${fit} AS rank FROM (${values}) AS all_values
          WHERE value IS NOT NULL AND ${has(shown)}) AS ${alias}`,
        where: "true",
        order: `${alias}.rank, ${alias}.place, ${alias}.value`,
      };
    },
    {
      description: {
        ko: "집계의 키가 가질 수 있는 값. search로 낱말에서 코드를 찾습니다: 빈칸, 조사, 대소문자는 가리지 않고, 꼭 맞는 것부터.",
        en: "Values that a key of a summary can have. `search` finds a code by words, whatever the blanks, particles and case, the best match first.",
      },
      arguments: {
        query: named(summaryName, "집계 질문의 이름.", "Name of the summary."),
        key: named(() => SummaryKey, "그 집계의 키.", "A key of that summary."),
        search: {
          type: () => String,
          nullable: true,
          description: { ko: "찾을 말. 빼면 모두.", en: "Words to look for; default: all." },
        },
        municipality: municipalityCode,
      },
      municipalities: inArgument,
    },
  );
}

/** SQL of all values of a key: value, name_ko, name_en and their place. */
function valuesSql({ dimensions, reach }: SummaryOfValues, key: string, scope: QueryScope): string {
  const dimension = dimensions[key];
  if (!dimension)
    throw neverKnown("key", { ko: "키", en: "key" }, key, nearest(key, Object.keys(dimensions)));
  if (dimension.known)
    return `SELECT value, name AS name_ko, name AS name_en, row_number() OVER (ORDER BY name_order(name), value) AS place
      FROM (${dimension.known(scope)}) AS named`;
  const type = "to" in dimension ? undefined : dimension.type();
  const words = wordsOfEnum(type);
  if (words)
    return listed(
      Object.entries(words).map(([value, { ko, en }]) => [value, ko, en]),
      scope,
    );
  if (type === undefined) throw new Error(`The key ${key} declares no values.`);
  return periodValues(type, reach, scope);
}

const listed = (rows: readonly (readonly string[])[], scope: QueryScope): string =>
  `SELECT * FROM (VALUES ${rows
    .map((row, place) => `(${row.map((one) => `${scope.parameters.add(one)}::text`).join(", ")}, ${place})`)
    .join(", ")}) AS listed (value, name_ko, name_en, place)`;

/** All periods from the first to the last that the facts of the summary are about. */
function periodValues(type: unknown, reach: readonly string[] | undefined, scope: QueryScope): string {
  const perQuarter = type === MonthScalar ? 3 : 1;
  const written =
    type === QuarterScalar
      ? "number / 4 || '-Q' || number % 4 + 1"
      : type === MonthScalar
        ? "number / 12 || '-' || lpad((number % 12 + 1)::text, 2, '0')"
        : "number::text";
  const isYear = perQuarter === 1 && type !== QuarterScalar;
  const sources = sourcesOfPeriods(reach, isYear).map(
    ({ table, first: from, last: to }) =>
      `SELECT ${from} AS first, ${to} AS last FROM ${table} WHERE ${scope.ofMunicipalities(table)}`,
  );
  const [low, high] = isYear
    ? ["min(first) / 4", "max(last) / 4"]
    : [`min(first) * ${perQuarter}`, `max(last) * ${perQuarter} + ${perQuarter - 1}`];
  return `SELECT ${written} AS value, ${written} AS name_ko, ${written} AS name_en, -number AS place
    FROM (SELECT ${low} AS low, ${high} AS high FROM (${sources.join(" UNION ALL ")}) AS sources) AS reach,
      generate_series(low::integer, high::integer) AS number`;
}
