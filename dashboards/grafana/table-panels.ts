import { type DynamicConfigValue, MappingType } from "@grafana/grafana-foundation-sdk/dashboard";
import { PanelBuilder } from "@grafana/grafana-foundation-sdk/table";
import type { Bars } from "../../schema/panels/chart.ts";
import type { Column } from "../../schema/panels/column.ts";
import type { SummaryPanel } from "../../schema/panels/panel.ts";
import type { FieldLink } from "./mark-links.ts";
import { labelOf, override, withPanelDefaults } from "./panel-defaults.ts";
import { besideLink, columnsFor, query } from "./panel-parts.ts";
import { orderColumns } from "./report-tables.ts";

/** Rows as they are; a text that stands for a document leads there. */
export function plainTable(panel: SummaryPanel): PanelBuilder {
  const [first = ""] = Object.values(panel.columns).map(({ label }) => label.ko);
  const builder = withPanelDefaults(new PanelBuilder(), panel, { linked: [first] }).withTarget(
    query(panel, columnsFor(panel)),
  );
  override(builder, first, [{ id: "custom.width", value: 320 }]);
  for (const column of Object.values(panel.columns)) {
    const width = widthOf(column);
    if (width) override(builder, column.label.ko, [{ id: "custom.width", value: width }]);
    if (column.kind !== "link") continue;
    const { address, line } = besideLink(column);
    const anchor = column.line ? `#L\${__data.fields["${line}"]:raw}` : "";
    const link: FieldLink = {
      title: "원본 문서의 줄",
      url: `\${hub}\${__data.fields["${address}"]:raw}${anchor}`,
      targetBlank: true,
    };
    override(builder, column.label.ko, [{ id: "links", value: [link] }]);
  }
  return builder;
}

/** How wide a column is that needs little room, so that what is left is for sentences; undefined for those. */
function widthOf(column: Column): number | undefined {
  if (column.kind === "choice" || column.kind === "quarter" || column.kind === "day") return 130;
  if (column.kind === "time") return 160;
  return column.kind === "text" && column.isShort ? 80 : undefined;
}

/**
 * Rows that have each a target of its own: the figure as a bar in its cell, the target beside it, and how far
 * apart they are. Grafana has no panel with a mark of its own at each bar, and in a table the silent say that they are.
 */
export function measuredTable(panel: SummaryPanel, { category, values, target = "" }: Bars): PanelBuilder {
  const [name, value, aim] = [category, values[0] ?? "", target].map((column) => labelOf(panel, column)) as [
    string,
    string,
    string,
  ];
  const distance = `${aim} 대비(%p)`;
  const note = `여기서는 ${aim}이 막대 옆에 있고, ${distance}가 0보다 작으면 빨갛습니다.`;
  const builder = withPanelDefaults(new PanelBuilder(), panel, { note, linked: [name, value] }).withTarget(
    query(panel, columnsFor(panel), {
      computed_columns: [{ selector: distanceOf(value, aim), text: distance, type: "number" }],
    }),
  );
  builder.minWidth(100).withTransformation(orderColumns([name, value, aim, distance]));
  // Grafana 9.4 begins a bar at the least of all numbers of the table, unless both ends are given.
  const ends = [
    { id: "min", value: 0 },
    { id: "max", value: 1 },
  ];
  override(builder, value, [
    ...cell("gauge", "basic"),
    ...ends,
    { id: "custom.width", value: 300 },
    fixedBlue,
    dash,
  ]);
  override(builder, distance, [
    { id: "unit", value: "percentunit" },
    { id: "decimals", value: 1 },
    { id: "mappings", value: [noDistance] },
    { id: "thresholds", value: { mode: "absolute", steps: belowIsRed } },
    { id: "color", value: { mode: "thresholds" } },
    ...cell("color-text"),
  ]);
  return builder;
}

/** A bar's cell has no room for a word; why there is no figure stands in the row's last column. */
const dash: DynamicConfigValue = { id: "noValue", value: "–" };

/** Infinity counts null as 0: there is a distance only where there is a figure, 0 included, and a target. */
const distanceOf = (value: string, aim: string): string =>
  `[${value} 분모(원)] > 0 && [${aim}] > 0 ? [${value}] - [${aim}] : null`;

const fixedBlue: DynamicConfigValue = { id: "color", value: { mode: "fixed", fixedColor: "#256ef4" } };

const noDistance = {
  type: MappingType.SpecialValue,
  options: { match: "null", result: { text: "–", color: "text" } },
};

const belowIsRed = [
  { value: null, color: "#de3412" },
  { value: 0, color: "#228738" },
];

/** How a cell is drawn, in the words of Grafana 9 and in those of 10 and later; each ignores the other's. */
const cell = (type: string, mode?: string): DynamicConfigValue[] => [
  { id: "custom.displayMode", value: mode ?? type },
  { id: "custom.cellOptions", value: { type, ...(mode && { mode }) } },
];
