import type { DynamicConfigValue } from "@grafana/grafana-foundation-sdk/dashboard";
import { PanelBuilder } from "@grafana/grafana-foundation-sdk/table";
import type { Column } from "../../schema/panels/column.ts";
import { kindsOfData } from "../../schema/panels/columns.ts";
import type { DocumentPanel } from "../../schema/panels/panel.ts";
import { notReported, wonUnit, words } from "./field-overrides.ts";
import { dataSource } from "./infinity-target.ts";
import { columnsFor, query } from "./panel-parts.ts";

/** What the figures are of, and whether that is a real city. */
export function subjectTable(panel: DocumentPanel): PanelBuilder {
  const columns = [
    "공약번호:code",
    "공약:title",
    "소관부서:department.name",
    "지방자치단체:municipality.name",
  ];
  const kind = "자료 구분";
  const tableColumns = [...columns, `${kind}:municipality.synthetic`].map((column) => {
    const [text = "", selector = ""] = column.split(":");
    return { selector, text, type: "string" as const };
  });
  return new PanelBuilder()
    .title("공약")
    .datasource(dataSource)
    .withTarget(query({ ...panel, rows: panel.subject }, tableColumns))
    .withTransformation(orderColumns(tableColumns.map(({ text }) => text)))
    .overrideByName(kind, [words(kindsOfData)]);
}

/** The figures of a panel one by one; each amount leads to its line of the document. */
export function figuresTable(panel: DocumentPanel): PanelBuilder {
  const columns = Object.values(panel.columns);
  const address = panel.columns[panel.chart.address]?.label.ko;
  const link = {
    title: "원본 문서의 줄",
    url: `\${hub}\${__data.fields["${address}"]:raw}`,
    targetBlank: true,
  };
  const builder = new PanelBuilder()
    .title(`${panel.title.ko}: 수치와 출처`)
    .description("금액을 누르면 허브에서 원본 문서의 그 줄이 열립니다. 단위: 원.")
    .datasource(dataSource)
    .withTarget(query(panel, columnsFor(panel)))
    .withTransformation(orderColumns(columns.map(({ label }) => label.ko)))
    .overrideByRegexp("/.*/", [{ id: "noValue", value: notReported }]);
  for (const column of columns) {
    const properties = propertiesOf(column, link);
    if (properties.length > 0) builder.overrideByName(column.label.ko, properties);
  }
  return builder;
}

/** Infinity sorts columns by their names; this puts them in an order. */
export const orderColumns = (names: string[]) => ({
  id: "organize",
  options: { indexByName: Object.fromEntries(names.map((name, at) => [name, at])) },
});

function propertiesOf(column: Column, link: object): DynamicConfigValue[] {
  if (column.kind === "choice") return [words(column.choices)];
  if (column.kind === "address") return [{ id: "custom.hidden", value: true }];
  if (column.kind !== "amount") return [];
  return [
    { id: "unit", value: wonUnit },
    { id: "links", value: [link] },
  ];
}
