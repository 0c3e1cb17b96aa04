import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Field, Info, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import { AsOf } from "../../core/arguments.ts";
import type { HubContext } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { municipalitiesMeant } from "../../subjects/municipality/municipalities-meant.ts";
import type { DirectQuery } from "../direct/direct-query.ts";
import { type CatalogueEntry, catalogueEntry } from "./catalogue.ts";
import { Comparison } from "./comparison.ts";
import { directSummary } from "./direct-summary.ts";
import { type Question, questionOf } from "./question.ts";
import { rowTypeOf, type SummaryRow, toRow } from "./row-type.ts";
import { selectionOf } from "./selection.ts";
import { rowsStatement, summaryParts } from "./statement.ts";
import { type Argument, queryOf, type RawRow, type Summary } from "./summary.ts";

/** Makes the query of a summary, with all its types, from the declaration. */
function summaryResolver<Asked extends Question>(summary: Summary<Asked>): new () => object {
  const Row = rowTypeOf(summary);
  const Answer = answerTypeOf(summary, Row);
  const given = Object.entries(argumentsOf(summary));
  const query = queryOf(summary);

  class SummaryResolver {}
  const { prototype } = SummaryResolver;
  Object.defineProperty(prototype, query, {
    value: async (context: HubContext, info: GraphQLResolveInfo, asOf: Date | null, ...values: unknown[]) => {
      const knownAt = await context.knownAt(asOf);
      const asked = Object.fromEntries(given.map(([name], index) => [name, values[index] ?? null]));
      const { where } = asked as Pick<Asked, "where">;
      const municipalities = await municipalitiesMeant(context, where?.municipality, knownAt);
      const question = questionOf<Asked>(asked, knownAt, municipalities);
      const parts = summaryParts(summary, question, selectionOf(info));
      const raw = await context.database.query<RawRow[]>(rowsStatement(parts), parts.parameters.values);
      const rows = raw.filter(({ level }) => level !== null).map((row) => toRow(Row, summary, row, knownAt));
      const told = Object.entries(summary.answer ?? {}).map(([name, field]) => [
        name,
        field.value(raw[0]!, question),
      ]);
      return Object.assign(new Answer(), Object.fromEntries(told), { rows });
    },
  });
  const description = describe(summary.means.ko, summary.means.en);
  Query(() => Answer, { description })(prototype, query, Object.getOwnPropertyDescriptor(prototype, query)!);
  Ctx()(prototype, query, 0);
  Info()(prototype, query, 1);
  AsOf()(prototype, query, 2);
  for (const [index, [name, { type, nullable, default: defaultValue, means }]] of given.entries()) {
    const options = { nullable, defaultValue, description: describe(means.ko, means.en) };
    Arg(name, type as () => StringConstructor, options)(prototype, query, index + 3);
  }
  Resolver()(SummaryResolver);
  return SummaryResolver;
}

function answerTypeOf<Asked extends Question>(
  summary: Summary<Asked>,
  Row: new () => SummaryRow,
): new () => object {
  class Answer {}
  const { title, name } = summary;
  ObjectType(`${name}Summary`, {
    description: describe(`${title.ko}.`, `The summary of ${title.en}.`),
  })(Answer);
  Field(() => [Row], { description: describe("행.", "The rows.") })(Answer.prototype, "rows");
  for (const [field, { type, nullable, means }] of Object.entries(summary.answer ?? {})) {
    const options = { nullable, description: describe(means.ko, means.en) };
    Field(type as () => StringConstructor, options)(Answer.prototype, field);
  }
  return Answer;
}

function argumentsOf<Asked extends Question>(summary: Summary<Asked>): Record<string, Argument> {
  const keys = Object.fromEntries(Object.keys(summary.dimensions).map((key) => [key, key]));
  registerEnumType(keys, {
    name: `${summary.name}Dimension`,
    description: describe("무엇으로 묶을 것인가.", `What ${summary.title.en} can be grouped by.`),
    valuesConfig: Object.fromEntries(
      Object.entries(summary.dimensions).map(([key, { name }]) => [
        key,
        { description: describe(name.ko, name.en) },
      ]),
    ),
  });
  return {
    ...summary.arguments,
    where: { type: () => summary.where, nullable: true, means: { ko: "조건.", en: "What is meant." } },
    groupBy: {
      type: () => [keys],
      nullable: true,
      default: [],
      means: {
        ko: "묶을 키, 바깥 것부터. 비우면 한 행.",
        en: "Keys to group by, outermost first; empty: exactly one row.",
      },
    },
    totals: {
      type: () => Boolean,
      nullable: true,
      default: false,
      means: {
        ko: "총계와 앞부분 키의 소계도(ROLLUP).",
        en: "With the grand total and a row for each leading part of groupBy (ROLLUP).",
      },
    },
    ...(summary.compares && { compareTo }),
  };
}

const compareTo: Argument = {
  type: () => Comparison,
  nullable: true,
  means: {
    ko: "견줄 앞 기간. 행마다 한 기간이어야 하며 아니면 오류. 빼면 견주지 않습니다.",
    en: "The earlier period to compare with; each row must be of one period, else it is an error. Left out: none.",
  },
};

/** A summary in the table of contents: its query, how that is answered directly, and its entry in the catalogue of measures. */
export interface DeclaredSummary {
  query: string;
  resolver: new () => object;
  direct: DirectQuery;
  entry: CatalogueEntry;
}

/** Makes all that follows from a declaration. */
export const declaredSummary = <Asked extends Question>(summary: Summary<Asked>): DeclaredSummary => ({
  query: queryOf(summary),
  resolver: summaryResolver(summary),
  direct: directSummary(summary),
  entry: catalogueEntry(summary),
});
