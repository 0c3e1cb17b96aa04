import { Arg, Field, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import { assumedSize } from "../../core/assumed-size.ts";
import { inLanguage, type Language, TextLanguage } from "../../core/language.ts";
import { describe, type Localized } from "../../core/localized.ts";
import { contains, searchOf } from "../../core/search-words.ts";
import type { CatalogueEntry, CatalogueMeasure } from "./catalogue.ts";
import { summaryName } from "./dimension-values.ts";
import { Unit, units } from "./unit.ts";

registerEnumType(Unit, {
  name: "Unit",
  description: describe("척도를 세는 단위.", "Units of measures."),
  valuesConfig: Object.fromEntries(
    Object.entries(units).map(([unit, { ko, en }]) => [unit, { description: describe(ko, en) }]),
  ),
});

@ObjectType("Dimension", {
  description: describe(
    "집계를 묶을 수 있는 키. 값은 dimensionValues로 찾습니다.",
    "A key that a summary can be grouped by. dimensionValues lists its values.",
  ),
})
export class DimensionDescription {
  readonly #name: Localized;

  @Field(() => String, { description: describe("집계 질문의 이름.", "Name of the summary's query.") })
  readonly query: string;

  @Field(() => String, { description: describe("groupBy에 쓰는 키.", "The key, as groupBy takes it.") })
  readonly key: string;

  @Field(() => String, { description: describe("행의 필드 이름.", "Name of the field of the rows.") })
  readonly field: string;

  constructor(query: string, { key, field, name }: CatalogueEntry["dimensions"][number]) {
    this.query = query;
    this.key = key;
    this.field = field;
    this.#name = name;
  }

  @Field(() => String, { description: describe("이름.", "Display name.") })
  name(@TextLanguage() language: Language | null): string {
    return inLanguage(this.#name, language);
  }
}

@ObjectType("Measure", {
  description: describe("집계의 한 척도와 그 뜻.", "A measure of a summary, with its definition."),
})
export class MeasureDescription {
  readonly #summary: CatalogueEntry;
  readonly #measure: CatalogueMeasure;

  constructor(summary: CatalogueEntry, measure: CatalogueMeasure) {
    this.#summary = summary;
    this.#measure = measure;
  }

  @Field(() => String, { description: describe("집계 질문의 이름.", "Name of the summary's query.") })
  query(): string {
    return this.#summary.query;
  }

  @Field(() => String, { description: describe("행의 필드 이름.", "Name of the field of its rows.") })
  field(): string {
    return this.#measure.field;
  }

  @Field(() => Unit, { description: describe("단위.", "Unit.") })
  unit(): Unit {
    return this.#measure.unit;
  }

  @Field(() => String, { description: describe("단위의 이름.", "Name of the unit.") })
  unitName(@TextLanguage() language: Language | null): string {
    return inLanguage(this.#measure.unitName, language);
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

  @Field(() => String, {
    description: describe("무엇을 하나로 세는가.", "What one line is that it is counted over."),
  })
  basis(@TextLanguage() language: Language | null): string {
    return inLanguage(this.#summary.basis, language);
  }

  @Field(() => String, {
    nullable: true,
    description: describe(
      "언제 값이 없는가. 늘 값이 있으면 null.",
      "When it has no value; null if it always has one.",
    ),
  })
  absent(@TextLanguage() language: Language | null): string | null {
    return this.#measure.absent && inLanguage(this.#measure.absent, language);
  }

  @Field(() => String, {
    nullable: true,
    description: describe(
      "이것을 정한 법이나 지침. 허브가 스스로 정했으면 null.",
      "The law or guideline that defines it; null for a definition of the hub's own.",
    ),
  })
  definedBy(@TextLanguage() language: Language | null): string | null {
    return this.#measure.definedBy && inLanguage(this.#measure.definedBy, language);
  }

  @assumedSize({ elements: 10 })
  @Field(() => [DimensionDescription], {
    description: describe("묶을 수 있는 키.", "The keys that it can be grouped by."),
  })
  dimensions(): DimensionDescription[] {
    return dimensionsOf(this.#summary);
  }

  @assumedSize({ weight: 5 })
  @Field(() => String, {
    description: describe(
      "이것을 보이는 질의, 그대로 물을 수 있습니다.",
      "A query that shows it, ready to run.",
    ),
  })
  example(): string {
    return this.#measure.example;
  }
}

const dimensionsOf = ({ query, dimensions }: CatalogueEntry): DimensionDescription[] =>
  dimensions.map((dimension) => new DimensionDescription(query, dimension));

const both = (texts: readonly (Localized | null)[]): string =>
  texts.map((text) => (text ? `${text.ko} ${text.en}` : "")).join(" ");

/** The arguments of both lists. */
const OfQuery = () =>
  Arg("query", summaryName as () => StringConstructor, {
    nullable: true,
    description: describe("이 집계의 것만. 빼면 모두.", "Only those of this summary; default: all."),
  });
const Search = () =>
  Arg("search", () => String, {
    nullable: true,
    description: describe(
      "이름과 뜻에 든 말. 빈칸과 조사는 가리지 않습니다.",
      "Words in the name or the definition, whatever the blanks and Korean particles.",
    ),
  });

/** Creates the queries that list all measures and all dimensions. */
export function catalogueResolver(entries: readonly CatalogueEntry[]): new () => object {
  @Resolver()
  class CatalogueResolver {
    @Query(() => [MeasureDescription], {
      description: describe(
        "모든 집계의 척도와 그 뜻.",
        "The measures of all summaries, with their definitions.",
      ),
    })
    measures(@OfQuery() query: string | null, @Search() search: string | null): MeasureDescription[] {
      const words = searchOf(search ?? "");
      return chosen(entries, query).flatMap((entry) =>
        entry.measures
          .filter(({ field, name, formula, definedBy }) =>
            contains(`${field} ${both([name, formula, definedBy])} ${both([entry.title])}`, words),
          )
          .map((measure) => new MeasureDescription(entry, measure)),
      );
    }

    @Query(() => [DimensionDescription], {
      description: describe(
        "모든 집계의 키. 값은 dimensionValues로 찾습니다.",
        "The keys of all summaries. dimensionValues lists their values.",
      ),
    })
    dimensions(@OfQuery() query: string | null, @Search() search: string | null): DimensionDescription[] {
      const words = searchOf(search ?? "");
      return chosen(entries, query).flatMap((entry) =>
        dimensionsOf({
          ...entry,
          dimensions: entry.dimensions.filter(({ key, field, name }) =>
            contains(`${key} ${field} ${both([name, entry.title])}`, words),
          ),
        }),
      );
    }
  }
  return CatalogueResolver;
}

const chosen = (entries: readonly CatalogueEntry[], query: string | null): readonly CatalogueEntry[] =>
  query == null ? entries : entries.filter((entry) => entry.query === query);
