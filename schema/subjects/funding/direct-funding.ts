import { inUnitSql, type MoneyUnit } from "../../core/scalars/money-unit.ts";
import { type DirectField, type DirectType, listSql, objectSql } from "../../sql/direct/json-sql.ts";
import { linesOfPledge } from "./funding-lines.ts";

const directPeriod: DirectType = {
  label: (line) => `${line}.period_label`,
  start: (line) => `${line}.period_start`,
  end: (line) => `${line}.period_end`,
};

/** What PostgreSQL itself can write of a row of `funding_line`. */
const directLine: DirectType = {
  quarter: (line) => `${line}.quarter`,
  source: (line) => `${line}.source`,
  phase: (line) => `${line}.phase`,
  amount: (line) => `${line}.amount`,
  amountIn: (line, { arguments: { unit } }) => inUnitSql(`${line}.amount`, unit as MoneyUnit),
  state: (line) => `${line}.state`,
  period: (line, { fields }, scope) => objectSql(directPeriod, line, fields, scope),
};

/** The funding lines of a row of pledges that has `id` and `of_quarter`. */
export const directFunding: DirectField = (pledge, { arguments: given, fields }, scope) => {
  const { parameters, time } = scope;
  const quarter =
    given.quarter == null ? `${pledge}.of_quarter` : `${parameters.add(given.quarter)}::integer`;
  const phases =
    given.phase == null ? "NULL::funding_phase[]" : `${parameters.add(given.phase)}::funding_phase[]`;
  const lines = linesOfPledge({ pledge: `${pledge}.id`, quarter, phases, time });
  return listSql(directLine, "line", fields, scope, lines);
};
