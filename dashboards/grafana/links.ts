import { DashboardLinkBuilder } from "@grafana/grafana-foundation-sdk/dashboard";
import { takes } from "../panels/none-value.ts";
import type { Panel, SummaryPanel, Variable } from "../panels/panel.ts";
import { panels } from "../panels/panels.ts";
import type { InfinityColumn } from "./infinity-target.ts";

/** A link as Grafana keeps it with a field. */
export interface FieldLink {
  title: string;
  url: string;
  targetBlank: true;
}

/** The column that a choice of the panel of facts comes in; it is never shown. */
const factColumn = (choice: string): string => `근거 ${choice}`;

/** What the links of a panel's marks need of each row, as it is and not in words. */
export const factColumns = (panel: Panel): InfinityColumn[] =>
  ofRow(factsOf(panel)).map(([choice, column]) => ({
    selector: panel.columns[column]?.selector ?? column,
    text: factColumn(choice),
    type: "string",
  }));

/**
 * Leads from a mark to the facts behind it; where a panel has none of these, to its own page. `known` are
 * choices of the facts that the mark's field tells, and `at` where a row tells a choice, if not in its own column.
 */
export function markLink(
  panel: Panel,
  known: Record<string, string> = {},
  at: (choice: string) => string = (choice) => `"${factColumn(choice)}"`,
): FieldLink {
  const facts = factsOf(panel);
  const shown = facts && panels.get(facts.panel);
  if (!facts || !shown) return link(`허브에서 보기: ${panel.title.ko}`, panel.name, chosen(panel.variables));
  const rest = ofRow(facts)
    .map(([choice]) => choice)
    .filter((choice) => !(choice in known));
  return link(`근거 보기: ${shown.title.ko}`, facts.panel, [
    ...chosen(panel.variables).filter(([name]) => name in shown.variables && !(name in facts.choices)),
    ...Object.entries(known).filter(([choice, value]) => takes(shown.variables[choice], value)),
    ...rest.map((choice) => [choice, `\${__data.fields[${at(choice)}]:percentencode}`]),
  ]);
}

/** The choices that a row makes, with the columns that they are in. */
const ofRow = (facts: SummaryPanel["facts"]): [string, string][] =>
  Object.entries(facts?.choices ?? {}).flatMap(([choice, column]) =>
    column === null ? [] : [[choice, column]],
  );

/** A link as the SDK takes it for all fields of a panel. */
export const linkOfAll = ({ title, url }: FieldLink): DashboardLinkBuilder =>
  new DashboardLinkBuilder(title).url(url).targetBlank(true);

const factsOf = (panel: Panel): SummaryPanel["facts"] => ("facts" in panel ? panel.facts : undefined);

/** The board's choices. For all, Grafana puts in the word that the hub's pages take for it, null. */
const chosen = (variables: Record<string, Variable>): [string, string][] =>
  Object.keys(variables).map((name) => [name, `\${${name}:percentencode}`]);

const link = (title: string, panel: string, query: string[][]): FieldLink => ({
  title,
  url: `\${hub}/panels/${panel}?${query.map((pair) => pair.join("=")).join("&")}`,
  targetBlank: true,
});
