import { Field, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import { assumedSize } from "../../core/assumed-size.ts";
import { inLanguage, type Language, TextLanguage } from "../../core/language.ts";
import { describe, type Localized } from "../../core/localized.ts";
import type { Measure } from "./measure.ts";
import type { Question } from "./question.ts";
import { queryOf, type Summary } from "./summary.ts";
import { Unit, units } from "./unit.ts";

/** A summary as measures.json describes it. */
export interface CatalogueEntry {
  query: string;
  title: Localized;
  dimensions: { key: string; field: string; name: Localized }[];
  measures: {
    field: string;
    kind: Measure<Question>["is"];
    name: Localized;
    formula: Localized;
    unit: Unit;
    unitName: Localized;
    /** Meaning of null; null if it never is null. */
    absent: Localized | null;
  }[];
}

/** The entry of a summary in the catalogue of measures. */
export function catalogueEntry<OwnQuestion extends Question>(summary: Summary<OwnQuestion>): CatalogueEntry {
  return {
    query: queryOf(summary),
    title: summary.title,
    dimensions: Object.entries(summary.dimensions).map(([key, { field, name }]) => ({ key, field, name })),
    measures: Object.entries(summary.measures).map(([field, { is, name, formula, unit, absent }]) => ({
      field,
      kind: is,
      name,
      formula,
      unit,
      unitName: units[unit],
      absent: absent ?? null,
    })),
  };
}

registerEnumType(Unit, {
  name: "Unit",
  description: describe("척도를 세는 단위.", "Units of measures."),
  valuesConfig: Object.fromEntries(
    Object.entries(units).map(([unit, { ko, en }]) => [unit, { description: describe(ko, en) }]),
  ),
});

@ObjectType("Measure", {
  description: describe("집계의 한 척도와 그 뜻.", "A measure of a summary, with its definition."),
})
export class MeasureDescription {
  readonly #measure: CatalogueEntry["measures"][number];

  @Field(() => String, { description: describe("집계 질문의 이름.", "Name of the summary's query.") })
  readonly query: string;

  constructor(query: string, measure: CatalogueEntry["measures"][number]) {
    this.query = query;
    this.#measure = measure;
  }

  @Field(() => String, { description: describe("행의 필드 이름.", "Name of the field of its rows.") })
  field(): string {
    return this.#measure.field;
  }

  @Field(() => Unit, { description: describe("단위.", "Unit.") })
  unit(): Unit {
    return this.#measure.unit;
  }

  @Field(() => String, { description: describe("이름.", "Display name.") })
  name(@TextLanguage() language: Language | null): string {
    return inLanguage(this.#measure.name, language);
  }

  @assumedSize({ weight: 5 })
  @Field(() => String, { description: describe("어떻게 셈하는가.", "Formula.") })
  formula(@TextLanguage() language: Language | null): string {
    return inLanguage(this.#measure.formula, language);
  }
}

/** Creates the query that lists all measures. */
export function measuresResolver(entries: readonly CatalogueEntry[]): new () => object {
  @Resolver()
  class MeasuresResolver {
    @Query(() => [MeasureDescription], {
      description: describe(
        "모든 집계의 척도와 그 뜻.",
        "The measures of all summaries, with their definitions.",
      ),
    })
    measures(): MeasureDescription[] {
      return entries.flatMap(({ query, measures }) =>
        measures.map((measure) => new MeasureDescription(query, measure)),
      );
    }
  }
  return MeasuresResolver;
}
