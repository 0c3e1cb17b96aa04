import { registerEnumType } from "type-graphql";
import { defaultElements, type KeySize } from "../../core/assumed-size.ts";
import { describe } from "../../core/localized.ts";
import { compileObject } from "../compile.ts";
import { type Argument, type Entity, type EntityField, entity, extend } from "../entity.ts";
import { requireOneKind } from "../municipality-scope.ts";
import { asOf } from "../standard-arguments.ts";
import { inWhere, type TableQuery } from "../table-query.ts";
import { summaryParts } from "./build-sql.ts";
import { type CatalogueEntry, catalogueEntry } from "./catalogue.ts";
import { Comparison } from "./comparison.ts";
import type { SummaryOfValues } from "./dimension-values.ts";
import { explanationField, explanationOfRows } from "./explanation.ts";
import { inARowArgument } from "./in-a-row.ts";
import type { KeptSums } from "./kept-sums.ts";
import { type Question, questionOf } from "./question.ts";
import { requestedColumns } from "./requested-columns.ts";
import { factsField, factsOfRows } from "./row-facts.ts";
import { rowEntity, rowFields } from "./row-type.ts";
import { type Dimension, queryOf, type Summary } from "./summary.ts";

/** A compiled summary: its query and its entry in the catalogue of measures. */
export interface DeclaredSummary {
  query: TableQuery;
  entry: CatalogueEntry;
  values: SummaryOfValues;
  /** Sums that each release keeps up to date for it. */
  sums?: KeptSums;
}

/** Creates everything that derives from the declaration of a summary. */
export function declaredSummary<OwnQuestion extends Question>(
  summary: Summary<OwnQuestion>,
): DeclaredSummary {
  const row = rowEntity(summary);
  const facts = summary.facts ? factsField(summary) : null;
  extend(row, { ...(facts && { facts }), explanation: explanationField });
  const answer = answerEntity(summary, row);
  return {
    entry: catalogueEntry(summary),
    values: {
      query: queryOf(summary),
      title: summary.title,
      dimensions: summary.dimensions,
      reach: summary.reach,
    },
    ...(summary.sums && { sums: summary.sums }),
    query: {
      name: queryOf(summary),
      reach: summary.reach,
      description: summary.description,
      arguments: { ...argumentsOf(summary), asOf },
      type: () => answer.type,
      nullable: false,
      keys: Object.fromEntries(
        Object.entries(summary.dimensions).map(([key, dimension]) => [key, keySizeOf(dimension)]),
      ),
      municipalities: inWhere,
      compile: ({ field, scope, municipalities }) => {
        requireOneKind(municipalities);
        const ofRows = field.fields.filter(({ name }) => name === "rows").flatMap(({ fields }) => fields);
        const byFact = ofRows.some(({ name }) => name === "facts" || name === "explanation");
        const question = questionOf<OwnQuestion>(field.arguments, scope, byFact);
        const selected = requestedColumns(field.fields);
        const isExplained = ofRows.some(({ name }) => name === "explanation");
        const measures = Object.keys(summary.measures);
        const chosen = measures.filter((name) => selected.has(name));
        const explained = chosen.length > 0 ? chosen : measures;
        const requested = isExplained ? new Set([...selected, ...explained]) : selected;
        const parts = summaryParts(summary, question, requested);
        const rows = rowsField({
          ...rowFields(row, summary, question.groupBy),
          ...(facts && { facts: factsOfRows(facts, summary, question) }),
          explanation: explanationOfRows(summary, question, municipalities, explained),
        });
        const fields = { ...answer.fields, rows };
        const { sql, finishers } = compileObject(fields, "answer", field.fields, scope);
        const from = [`(${parts.answer}) AS answer`, ...scope.joins].join(" ");
        return { with: parts.expressions, sql: `(SELECT ${sql} FROM ${from})`, finishers };
      },
    },
  };
}

/** Rows of an entity are a municipality's own; quarters and the values of an enum are the same in all. */
function keySizeOf(dimension: Dimension): KeySize {
  const { field, perYear } = dimension;
  const size = { field, ...(perYear && { perYear }) };
  if ("to" in dimension) return { ...size, values: dimension.values ?? defaultElements, isLocal: true };
  const values = dimension.values ?? Object.keys(dimension.type() as object).length;
  return { ...size, values, isLocal: false };
}

const rowsField = (fields: Record<string, EntityField>, of?: Entity): EntityField => ({
  is: "list",
  of: of ?? { name: "", type: Object, fields, page: null },
  rows: (alias) => ({ from: `answer_rows AS ${alias}`, where: "true", order: `${alias}.place` }),
  description: { ko: "행.", en: "The rows." },
});

function answerEntity<OwnQuestion extends Question>(
  { name, title, answer }: Summary<OwnQuestion>,
  row: Entity,
): Entity {
  const beside = Object.entries(answer ?? {}).map(([field, declared]) => [field, declared.field] as const);
  return entity(
    `${name}Summary`,
    { ko: `${title.ko}.`, en: `The summary of ${title.en}.` },
    { rows: rowsField({}, row), ...Object.fromEntries(beside) },
  );
}

function argumentsOf<OwnQuestion extends Question>(summary: Summary<OwnQuestion>): Record<string, Argument> {
  const keys = Object.fromEntries(Object.keys(summary.dimensions).map((key) => [key, key]));
  registerEnumType(keys, {
    name: `${summary.name}Dimension`,
    description: describe("무엇으로 묶을 것인가.", `Keys that ${summary.title.en} can be grouped by.`),
    valuesConfig: Object.fromEntries(
      Object.entries(summary.dimensions).map(([key, { name }]) => [
        key,
        { description: describe(name.ko, name.en) },
      ]),
    ),
  });
  return {
    ...summary.arguments,
    where: { type: () => summary.where, nullable: true, description: { ko: "조건.", en: "The filters." } },
    groupBy: {
      type: () => [keys],
      nullable: true,
      default: [],
      description: {
        ko: "묶을 키, 바깥 것부터. 비우면 한 행.",
        en: "Keys to group by, outermost first; empty: exactly one row.",
      },
    },
    totals: {
      type: () => Boolean,
      nullable: true,
      default: false,
      description: {
        ko: "총계와 앞부분 키의 소계도(ROLLUP).",
        en: "Include the grand total and a subtotal for each leading part of groupBy (ROLLUP).",
      },
    },
    ...(summary.compares && { compareTo }),
    inARow: inARowArgument(summary),
  };
}

const compareTo: Argument = {
  type: () => Comparison,
  nullable: true,
  description: {
    ko: "견줄 앞 기간. 행마다 한 기간이어야 하며 아니면 오류. 빼면 견주지 않습니다.",
    en: "The earlier period to compare with. Each row must belong to one period, otherwise it is an error. Default: none.",
  },
};
