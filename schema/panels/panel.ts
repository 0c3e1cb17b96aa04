import type { Localized } from "../core/localized.ts";
import type { Chart, StackedBars } from "./chart.ts";
import type { Column } from "./column.ts";
import type { Variable } from "./variable.ts";

interface PanelBase {
  /** Its place in addresses: /panels/NAME. */
  name: string;
  title: Localized;
  description: Localized;
  /** The GraphQL document that the panel asks. */
  question: string;
  /** What a reader chooses, by name in addresses and in Grafana, in an order in which earlier ones bound later ones. */
  variables: Record<string, Variable>;
  /** Where the rows are in the answer, with dots. */
  rows: string;
  columns: Record<string, Column>;
}

/** The figures of one document, each with the line that it stands in. */
export interface DocumentPanel extends PanelBase {
  /** The pledge that the answer is about: its code, title, department and municipality stand there. */
  subject: string;
  chart: StackedBars;
}

/** Figures that the hub counts for a municipality; the question includes `provenanceFields`. */
export interface SummaryPanel extends PanelBase {
  chart: Chart;
  /** What an empty list says; left out where it says that nothing is reported. */
  empty?: Localized;
  /** Where `reporting` and `expected` are, in the answer or in each row; left out where nothing is expected to report. */
  coverage?: { in: "answer" | "row"; selector: string; unit: Localized };
  /**
   * The panel that shows the facts behind a row: it takes the reader's choices, and in their place these from columns
   * of the row. A row with nothing in such a column leads to what has none of the values, or nowhere where that cannot
   * be chosen. Choices named in `all` are not taken: the facts are of every value.
   */
  facts?: { panel: string; choices: Record<string, string>; all?: string[] };
}

/**
 * A panel, declared once. Its page, picture, table and place in Grafana follow from this.
 * The question's GraphQL variables must not be named like one of `variables`: Grafana interpolates
 * text, so that a variable `pledge` would be put in the place of `$pledge` in the question itself.
 */
export type Panel = DocumentPanel | SummaryPanel;

/** Whether a panel shows the figures of one document, rather than what the hub counts. */
export const isOfDocument = (panel: Panel): panel is DocumentPanel => panel.chart.kind === "stacked-bars";

/** A panel on a board, by the board's name and in its full or half width; or one of no board, which shows facts or stands alone. */
export type PlacedPanel =
  | { panel: SummaryPanel; board: string; width: "full" | "half" }
  | { panel: Panel; board?: undefined };

/** The column of that name and kind; a panel that declares none is a mistake of its author. */
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
