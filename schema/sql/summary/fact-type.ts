import { Float, registerEnumType } from "type-graphql";
import { declareEnum } from "../../core/enum-words.ts";
import { describe } from "../../core/localized.ts";
import { type Argument, type Entity, entity, type ListField, sized, text, value } from "../entity.ts";
import { paged } from "../paged.ts";
import type { Question } from "./question.ts";
import { keyField } from "./row-type.ts";
import type { Summary } from "./summary.ts";

/** The part of a measure that a fact counts in. */
export enum MeasurePart {
  VALUE = "VALUE",
  NUMERATOR = "NUMERATOR",
  DENOMINATOR = "DENOMINATOR",
  REPORTING = "REPORTING",
  EXPECTED = "EXPECTED",
}
declareEnum(MeasurePart, {
  name: "MeasurePart",
  description: { ko: "척도의 어느 부분인가.", en: "A part of a measure." },
  values: {
    VALUE: { ko: "값 자체", en: "The value itself." },
    NUMERATOR: { ko: "비율의 분자", en: "The numerator of a ratio." },
    DENOMINATOR: { ko: "비율의 분모", en: "The denominator of a ratio." },
    REPORTING: { ko: "보고한 것", en: "Those that reported." },
    EXPECTED: { ko: "보고해야 할 것", en: "Those expected to report." },
  },
});

const factCount = entity(
  "FactCount",
  {
    ko: "한 사실이 한 척도의 한 부분에 더하는 값.",
    en: "What a fact adds to a part of a measure.",
  },
  {
    measure: text("measure", "척도의 필드 이름.", "Name of the measure's field."),
    part: value(() => MeasurePart, "part", "부분.", "The part."),
    amount: value(
      () => Float,
      "amount",
      "더하는 값(금액은 원, 수는 하나에 1). 행의 사실들의 것을 더하면 행의 값이 됩니다.",
      "What it adds (won for amounts, 1 for each that is counted). Those of all facts of a row add up to the row's figure.",
    ),
  },
);

/** The measures of a summary that are sums over lines: of the others no fact is a part. */
export const summedMeasures = <OwnQuestion extends Question>({ measures }: Summary<OwnQuestion>): string[] =>
  Object.keys(measures).filter((name) => !["fraction", "flag"].includes(measures[name]!.is));

/** Name of the argument's enum: the measures whose facts can be asked for. */
function measureArgument<OwnQuestion extends Question>(summary: Summary<OwnQuestion>): Argument {
  const names = Object.fromEntries(summedMeasures(summary).map((name) => [name, name]));
  registerEnumType(names, {
    name: `${summary.name}Measure`,
    description: describe(
      `${summary.title.ko}의 척도 가운데 줄의 합인 것.`,
      `Measures of the summary of ${summary.title.en} that are sums over lines.`,
    ),
    valuesConfig: Object.fromEntries(
      Object.keys(names).map((name) => {
        const { ko, en } = summary.measures[name]!.name;
        return [name, { description: describe(ko, en) }];
      }),
    ),
  });
  return {
    type: () => names,
    nullable: true,
    description: {
      ko: "이 척도에 세어지는 사실만, 분모에만 드는 다른 행의 것까지. 빼면 행 자신의 모든 사실.",
      en: "Only facts that count for this measure, those of other rows included that its denominator counts. Default: all facts of the row itself.",
    },
  };
}

/** SQL of what a fact adds to each part of the measures, as rows: measure, part, amount, place. */
const countsOf = <OwnQuestion extends Question>(summary: Summary<OwnQuestion>): ListField => ({
  is: "list",
  of: factCount,
  rows: (alias, _, __, row) => {
    const parts = summedMeasures(summary).flatMap((name) =>
      partNames(summary.measures[name]!.is).map(({ part, column }) => ({
        sql: `'${name}', '${part}', ${row}."${name}${column}"::float8`,
      })),
    );
    const values = parts.map(({ sql }, place) => `(${sql}, ${place})`).join(", ");
    return {
      from: `(VALUES ${values}) AS ${alias} (measure, part, amount, place)`,
      where: `${alias}.amount IS NOT NULL`,
      order: `${alias}.place`,
    };
  },
  description: {
    ko: "어느 척도의 어느 쪽에 얼마가 세어지는가. 아무 데도 세어지지 않으면 빈 목록.",
    en: "On which side of which measure it counts, and how much; empty if it counts nowhere.",
  },
});

/** The parts of a measure of a kind, with the ending of their columns. */
export const partNames = (kind: string): { part: MeasurePart; column: string }[] =>
  kind === "ratio"
    ? [
        { part: MeasurePart.NUMERATOR, column: ".numerator" },
        { part: MeasurePart.DENOMINATOR, column: ".denominator" },
      ]
    : kind === "coverage"
      ? [
          { part: MeasurePart.REPORTING, column: ".reporting" },
          { part: MeasurePart.EXPECTED, column: ".expected" },
        ]
      : [{ part: MeasurePart.VALUE, column: "" }];

/** The entity of the facts behind a summary's rows, and the argument that chooses a measure. */
export function factEntity<OwnQuestion extends Question>(
  summary: Summary<OwnQuestion>,
): { fact: Entity; of: Argument } {
  const { name, title, dimensions, compares, facts } = summary;
  const keys = Object.values(dimensions).map((dimension) => {
    const description = {
      ko: `${dimension.name.ko}. 없으면 null.`,
      en: `${dimension.name.en}; null if it has none.`,
    };
    return [dimension.field, { ...keyField(dimension), description }] as const;
  });
  const fact = entity(
    `${name}Fact`,
    {
      ko: `${title.ko}의 한 줄: 행에 세어진 사실. ${summary.basis.ko}`,
      en: `A line of the summary of ${title.en}: a fact that a row counts. ${summary.basis.en}`,
    },
    {
      ...Object.fromEntries(keys),
      ...(compares && {
        previous: value(
          () => Boolean,
          "previous",
          "견준 앞 기간의 것이면 참. 키의 기간은 견주는 기간입니다.",
          "True if it belongs to the compared period; the keys name the period that it is compared with.",
        ),
      }),
      counts: sized(countsOf(summary), { elements: 2 * summedMeasures(summary).length }),
      cells: sized<ListField>(
        {
          is: "list",
          of: facts!.cell,
          rows: () => {
            throw new Error("The cells of facts are those of a question.");
          },
          description: {
            ko: "적혀 있는 칸과 그 출처. 보고해야 하나 보고되지 않은 줄이면 빈 목록.",
            en: "The cells that it stands in, each with its citation; empty for a line that is expected and missing.",
          },
        },
        { elements: 5 },
      ),
    },
  );
  paged(fact, "사실", "facts");
  return { fact, of: measureArgument(summary) };
}
