import { DashboardLinkBuilder } from "@grafana/grafana-foundation-sdk/dashboard";
import { takes } from "../../schema/panels/none-value.ts";
import type { Panel, SummaryPanel } from "../../schema/panels/panel.ts";
import type { Variable } from "../../schema/panels/variable.ts";
import { panels } from "../boards/panels.ts";
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
  Object.entries(factsOf(panel)?.choices ?? {}).map(([choice, column]) => ({
    selector: panel.columns[column]?.selector ?? column,
    text: factColumn(choice),
    type: "string",
  }));

/** A piece of a bar that is cut by the choices of a column, `by`: its code and name. */
interface Piece {
  by: string;
  code: string;
  name: string;
}

/**
 * Lead from a mark to the facts behind it; where a panel has none of these, to its own page. A row of pieces keeps
 * its category only, in the first field. None for a piece of what cannot be chosen there.
 */
export function markLinks(panel: Panel, piece?: Piece): FieldLink[] {
  const facts = factsOf(panel);
  const target = facts && panels.get(facts.panel);
  if (!facts || !target)
    return [link(`허브에서 보기: ${panel.title.ko}`, panel.name, chosen(panel.variables))];
  if (piece && !takes(target.variables[piece.by], piece.code)) return [];
  const ofReader = chosen(panel.variables).filter(
    ([name]) => name in target.variables && !(name in facts.choices) && !facts.all?.includes(name),
  );
  const ofRow = Object.keys(facts.choices).map((choice) => {
    if (choice === piece?.by) return [choice, piece.code];
    return [choice, `\${__data.fields[${piece ? 0 : `"${factColumn(choice)}"`}]:percentencode}`];
  });
  const title = `근거 보기: ${target.title.ko}${piece ? ` (${piece.name})` : ""}`;
  return [link(title, facts.panel, [...ofReader, ...ofRow])];
}

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
