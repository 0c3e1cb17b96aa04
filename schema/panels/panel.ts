import type { Localized } from "../core/localized.ts";
import type { Comparison } from "../sql/summary/comparison.ts";
import type { Chart, StackedBars } from "./chart.ts";
import type { Cites } from "./cites.ts";
import type { Column } from "./column.ts";
import type { Variable } from "./variable.ts";

interface PanelBase {
  /** Its name in URLs: /panels/NAME. */
  name: string;
  title: Localized;
  description: Localized;
  /** The GraphQL query of the panel. */
  question: string;
  /** Its variables, by their names in URLs and in Grafana; earlier ones restrict the options of later ones. */
  variables: Record<string, Variable>;
  /** Dotted path of the rows in the answer. */
  rows: string;
  columns: Record<string, Column>;
  /** Where its rows cite their places in documents; undefined for aggregates, which have facts. */
  cites?: Cites;
}

/** The figures of one document, each with its line. */
export interface DocumentPanel extends PanelBase {
  /** Dotted path of the answer's pledge, with code, title, department and municipality. */
  subject: string;
  chart: StackedBars;
}

/** Figures that the hub aggregates for a municipality. */
export interface SummaryPanel extends PanelBase {
  chart: Chart;
  /** Text of an empty list. Default: nothing is reported. */
  empty?: Localized;
  /**
   * Dotted path of `reporting` and `expected`, in the answer or in each row; undefined if nothing is expected to report.
   * The coverages of rows add up, or, if `isOfLast`, that of the last period stands for all: the same is reported again
   * in each.
   */
  coverage?: { in: "answer" | "row"; selector: string; unit: Localized; isOfLast?: true };
  /**
   * The panel that shows the facts behind a row: its variables have the reader's values, overridden by these columns of
   * the row. If such a column is null, the link selects rows without a value, or is omitted if these cannot be selected.
   * Variables in `all` are not passed on: the facts have every value.
   */
  facts?: { panel: string; choices: Record<string, string>; all?: string[] };
}

/**
 * A panel. Its page, image, table and Grafana panel derive from this declaration.
 * GraphQL variables of its query must not have the name of one of `variables`: Grafana interpolates
 * text, so a variable `pledge` would replace `$pledge` in the query itself.
 */
export type Panel = DocumentPanel | SummaryPanel;

/** Whether a panel shows the figures of one document rather than aggregates. */
export const isOfDocument = (panel: Panel): panel is DocumentPanel => panel.chart.kind === "stacked-bars";

/** A board without its panels: what it is called and answers. */
export interface BoardHeader {
  /** Its place in addresses: /dashboards/NAME. */
  name: string;
  /** Its place in the menu, which has the boards in this order. */
  place: number;
  title: Localized;
  description: Localized;
  /** The figures of its first panel that show how a municipality stands, on the first page. */
  figures?: readonly StandingFigure[];
  /** Name of its panel that lists what needs attention; its first rows are on the first page. */
  attention?: string;
}

/** A figure that shows how a municipality stands. */
export interface StandingFigure {
  /** Its column in the panel. */
  column: string;
  /** The earlier period that it is compared with; the panel has the variable `quarter` or `year`. */
  compareTo: Comparison;
  /** The column that it is read against: a target, or how much of the year has elapsed. */
  reference?: string;
}

/** A panel with its board and width (full or half); or a panel without a board, which shows facts or is used alone. */
export type PlacedPanel =
  | { panel: SummaryPanel; board: string; width: "full" | "half" }
  | { panel: Panel; board?: undefined };

/** The column of that name and kind; a panel without one is declared wrongly. */
export function columnOf<Kind extends Column["kind"]>(
  panel: Pick<Panel, "name" | "columns">,
  name: string,
  kind: Kind,
): Extract<Column, { kind: Kind }> {
  const column = panel.columns[name];
  if (column?.kind !== kind)
    throw new Error(`Panel ${panel.name} declares no column ${name} of kind ${kind}.`);
  return column as Extract<Column, { kind: Kind }>;
}
