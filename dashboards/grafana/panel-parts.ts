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
  query(panel, panel.rows, Object.values(panel.columns).map(infinityColumn));

/** A panel's question as a query that shows other rows of the same answer. The SDK itself knows no Infinity. */
export const query = (panel: Panel, rows: string, columns: InfinityColumn[]): Builder<Dataquery> => ({
  build: () => ({
    ...infinityTarget(panel, { question: panel.question, rows }, columns),
    _implementsDataqueryVariant: () => {},
  }),
});

const infinityColumn = ({ kind, selector, label }: Column): InfinityColumn => ({
  selector,
  text: label.ko,
  type: kind === "amount" || kind === "number" ? "number" : "string",
});

/** Words in the place of codes. */
export function words(choices: Record<string, { ko: string }>): DynamicConfigValue {
  const options = Object.entries(choices).map(([code, { ko }]) => [code, { text: ko }]);
  return { id: "mappings", value: [{ type: MappingType.ValueToText, options: Object.fromEntries(options) }] };
}
