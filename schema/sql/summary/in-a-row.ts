import { Field, Float, InputType, Int, registerEnumType } from "type-graphql";
import { HubError } from "../../core/hub-error.ts";
import { describe } from "../../core/localized.ts";
import type { Argument } from "../entity.ts";
import type { Measure } from "./measure.ts";
import type { Question } from "./question.ts";
import type { Summary } from "./summary.ts";

/** Number of periods that a condition can be about. */
const mostPeriods = 40;

/** The argument of a summary that keeps the rows whose condition holds for some periods in a row. */
export function inARowArgument<OwnQuestion extends Question>({
  name,
  title,
  measures,
}: Summary<OwnQuestion>): Argument {
  const names = Object.fromEntries(
    Object.entries(measures).flatMap(([measure, { is }]) => (is === "coverage" ? [] : [[measure, measure]])),
  );
  registerEnumType(names, {
    name: `${name}Figure`,
    description: describe(`${title.ko}의 척도.`, `Measures of the summary of ${title.en} that have a value.`),
    valuesConfig: Object.fromEntries(
      Object.keys(names).map((measure) => {
        const { ko, en } = measures[measure]!.name;
        return [measure, { description: describe(ko, en) }];
      }),
    ),
  });

  @InputType(`${name}InARow`, {
    description: describe(
      "이어진 기간마다 맞아야 하는 조건. 값이 없는 기간에는 맞지 않습니다.",
      "A condition that has to hold in each of some consecutive periods. It does not hold where there is no value.",
    ),
  })
  class Condition {
    @Field(() => names as unknown as StringConstructor, {
      description: describe("척도. 비율이면 그 값.", "The measure; of a ratio its value."),
    })
    measure: string;

    @Field(() => Float, { nullable: true, description: describe("이보다 작음.", "It is less than this.") })
    below?: number | null;

    @Field(() => Float, { nullable: true, description: describe("이보다 큼.", "It is more than this.") })
    above?: number | null;

    @Field(() => Boolean, {
      nullable: true,
      description: describe("참 또는 거짓임, 예·아니오인 척도에.", "It is true, or false; of a yes or no."),
    })
    is?: boolean | null;

    @Field(() => Int, {
      defaultValue: 2,
      description: describe("이어진 기간의 수, 1~40.", "Number of consecutive periods, 1 to 40."),
    })
    periods: number;
  }

  return {
    type: () => Condition,
    nullable: true,
    description: {
      ko: "이 조건이 그 행의 기간까지 이어서 맞은 행만. groupBy에 해·분기·달 가운데 하나가 있어야 합니다. where의 기간 안에서 봅니다.",
      en: "Keeps rows for whose period and those right before it the condition holds. groupBy needs one key that is a period; only periods within `where` are looked at.",
    },
  };
}

/**
 * SQL of the rows of `rows` that are shown and for which a condition holds in a row of periods. Throws a HubError for
 * one without a comparison, or without a period to follow.
 */
export function heldRows<OwnQuestion extends Question>(
  { measures, dimensions }: Summary<OwnQuestion>,
  { groupBy, inARow }: OwnQuestion,
): string {
  if (!inARow) return "(SELECT * FROM rows WHERE is_shown) AS rows";
  const periods = groupBy.filter((key) => ["YEAR", "QUARTER", "MONTH"].includes(key));
  const { measure, below, above, is, periods: length } = inARow;
  const wrongKind =
    (measures[measure]!.is === "flag") !== (is != null) || (is == null && below == null && above == null);
  if (periods.length !== 1 || wrongKind || length < 1 || length > mostPeriods) throw unusable(wrongKind);
  const figure = valueSql(measure, measures[measure]!);
  const holds = [
    ...(below == null ? [] : [`${figure} < ${below}`]),
    ...(above == null ? [] : [`${figure} > ${above}`]),
    ...(is == null ? [] : [`${figure} = ${is}`]),
  ].join(" AND ");
  const period = dimensions[periods[0]!]!.column;
  const others = groupBy.filter((key) => key !== periods[0]).map((key) => dimensions[key]!.column);
  const back = Array.from({ length: length - 1 }, (_, index) => index + 1);
  const held = back.map(
    (by) => `lag(holds, ${by}) OVER in_order AND lag(${period}, ${by}) OVER in_order = ${period} - ${by}`,
  );
  return `(
    SELECT * FROM (
      SELECT judged.*, ${["holds", ...held].join(" AND ")} AS is_held
      FROM (SELECT rows.*, coalesce(${holds}, false) AS holds FROM rows
        WHERE is_shown AND level = ${groupBy.length}) AS judged
      WINDOW in_order AS (${others.length > 0 ? `PARTITION BY ${others.join(", ")} ` : ""}ORDER BY ${period})
    ) AS judged WHERE is_held
  ) AS rows`;
}

const valueSql = <OwnQuestion extends Question>(name: string, { is }: Measure<OwnQuestion>): string =>
  is === "ratio" ? `("${name}.numerator"::float8 / nullif("${name}.denominator", 0)::float8)` : `"${name}"`;

const unusable = (wrongKind: boolean): HubError =>
  wrongKind
    ? new HubError(
        "BAD_USER_INPUT",
        {
          ko: "inARow: 예·아니오인 척도에는 is, 다른 척도에는 below나 above가 있어야 합니다.",
          en: "inARow: a yes or no needs `is`, any other measure `below` or `above`.",
        },
        {
          ko: "예: {measure: targetMet, is: false}, {measure: execution, below: 0.5}.",
          en: "For example {measure: targetMet, is: false} or {measure: execution, below: 0.5}.",
        },
      )
    : new HubError(
        "BAD_USER_INPUT",
        {
          ko: `inARow: groupBy에 기간이 하나 있어야 하고, periods는 1부터 ${mostPeriods}까지입니다.`,
          en: `inARow: groupBy needs exactly one period, and periods is 1 to ${mostPeriods}.`,
        },
        {
          ko: "groupBy에 YEAR, QUARTER, MONTH 가운데 하나만 넣으십시오.",
          en: "Put exactly one of YEAR, QUARTER and MONTH into groupBy.",
        },
      );
