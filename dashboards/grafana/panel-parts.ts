import type { Builder, Dataquery } from "@grafana/grafana-foundation-sdk/cog";
import { type DynamicConfigValue, MappingType } from "@grafana/grafana-foundation-sdk/dashboard";
import type { Column, Panel } from "../panels/panel.ts";
import { type InfinityColumn, infinityTarget } from "./infinity-target.ts";

/** Won as Korea writes them, 106,500,000원: Grafana has no unit for 만 or 억, and its ₩ prints B for 십억. */
export const wonUnit = "currency:financial:원:suffix";

/** What stands for null, which is never 0. */
export const notReported = "미보고";

/** A panel's question as a query of a Grafana panel, with all its columns. */
export const panelQuery = (panel: Panel): Builder<Dataquery> =>
  query(panel, Object.values(panel.columns).flatMap(infinityColumns));

/** A question as a query of a Grafana panel, with these columns. The SDK itself knows no Infinity. */
export const query = (
  asked: Pick<Panel, "question" | "rows" | "variables">,
  columns: InfinityColumn[],
): Builder<Dataquery> => ({
  build: () => ({
    ...infinityTarget(asked, columns),
    _implementsDataqueryVariant: () => {},
  }),
});

/** Names of the columns that a rate's parts come in. */
export const partsOf = (label: string): [string, string] => [`${label} 분자`, `${label} 분모`];

/** A rate comes with its numerator and denominator, so that these are seen beside it. */
function infinityColumns(column: Column): InfinityColumn[] {
  const { kind, selector, label } = column;
  if (kind !== "rate") return [{ selector, text: label.ko, type: isNumber(kind) ? "number" : "string" }];
  const [numerator, denominator] = partsOf(label.ko);
  return [
    { selector: `${selector}.value`, text: label.ko, type: "number" },
    { selector: `${selector}.numerator`, text: numerator, type: "number" },
    { selector: `${selector}.denominator`, text: denominator, type: "number" },
  ];
}

const isNumber = (kind: Column["kind"]): boolean =>
  ["amount", "number", "money", "fraction", "count"].includes(kind);

/** Words in the place of codes. */
export function words(choices: Record<string, { ko: string }>): DynamicConfigValue {
  const options = Object.entries(choices).map(([code, { ko }]) => [code, { text: ko }]);
  return { id: "mappings", value: [{ type: MappingType.ValueToText, options: Object.fromEntries(options) }] };
}
