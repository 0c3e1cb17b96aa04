import type { Builder, Dataquery } from "@grafana/grafana-foundation-sdk/cog";
import type { Column } from "../../schema/panels/column.ts";
import type { Panel } from "../../schema/panels/panel.ts";
import { type InfinityColumn, type InfinityTarget, infinityTarget } from "./infinity-target.ts";
import { factColumns } from "./mark-links.ts";

/** A question as a query of a Grafana panel, with these columns. The SDK itself knows no Infinity. */
export const query = (
  source: Pick<Panel, "question" | "rows" | "variables">,
  columns: InfinityColumn[],
  more: Partial<InfinityTarget> = {},
): Builder<Dataquery> => ({
  build: () => ({
    ...infinityTarget(source, columns),
    ...more,
    _implementsDataqueryVariant: () => {},
  }),
});

/**
 * The columns of a panel as Infinity gives them. Where `drawn` names some, the figures of all others come as text:
 * Grafana's bars leave room for every number, hidden ones too, and text still shows on hover.
 */
export const columnsFor = (panel: Panel, drawn?: string[]): InfinityColumn[] => [
  ...Object.entries(panel.columns).flatMap(([name, column]) => {
    const beside = drawn ? "string" : "number";
    return infinityColumns(column, drawn?.includes(name) ? "number" : beside, beside);
  }),
  ...factColumns(panel),
];

/** The columns that come beside a rate: its parts, with their unit, and why it is null. */
export const besideRate = ({ label, parts }: Extract<Column, { kind: "rate" }>) => ({
  numerator: `${label.ko} 분자(${unitOf(parts)})`,
  denominator: `${label.ko} 분모(${unitOf(parts)})`,
  reason: `${label.ko} 비고`,
});

/** The columns that say where a text leads; they are never shown. */
export const besideLink = ({ label }: Extract<Column, { kind: "link" }>) => ({
  address: `${label.ko} 주소`,
  line: `${label.ko} 줄`,
});

/** The hub gives parts that are money in whole won, whatever unit the panel shows them in. */
const unitOf = ({ ko, won }: { ko: string; won?: number }) => (won ? "원" : ko);

type Figures = "number" | "string";

function infinityColumns(column: Column, type: Figures, besideType: Figures): InfinityColumn[] {
  const { kind, selector, label } = column;
  if (kind === "rate") {
    const { numerator, denominator, reason } = besideRate(column);
    return [
      { selector: `${selector}.value`, text: label.ko, type },
      { selector: `${selector}.numerator`, text: numerator, type: besideType },
      { selector: `${selector}.denominator`, text: denominator, type: besideType },
      { selector: `${selector}.nullReason`, text: reason, type: "string" },
    ];
  }
  const main: InfinityColumn = { selector, text: label.ko, type: isFigure(kind) ? type : "string" };
  if (kind !== "link") return [main];
  const { address, line } = besideLink(column);
  const places: InfinityColumn[] = [{ selector: column.address, text: address, type: "string" }];
  if (column.line) places.push({ selector: column.line, text: line, type: "string" });
  return [main, ...places];
}

const isFigure = (kind: Column["kind"]): boolean =>
  ["amount", "number", "money", "fraction", "count"].includes(kind);
