import type { KeptSums } from "../../sql/summary/kept-sums.ts";

/** Sales by month and kind of outlet; null for those of outlets that are not known any more, which no summary counts. */
export const outletSalesSums: KeptSums = {
  table: "outlet_sales_sums",
  facts: "outlet_sales",
  keys: { month: "integer", kind: "outlet_kind" },
  values: ["amount"],
  changedBy: [{ table: "outlet_sales" }, { table: "outlet", by: { outlet_code: "code" } }],
  lines: (facts, scope) => `
    SELECT fact.municipality_id, month, kind, amount
    FROM ${facts} AS fact LEFT JOIN outlet
      ON ${scope.sameMunicipality("outlet", "fact")} AND outlet.code = fact.outlet_code`,
};
