import { PanelBuilder } from "@grafana/grafana-foundation-sdk/table";
import { kindsOfData } from "../../schema/panels/columns.ts";
import type { SummaryPanel } from "../../schema/panels/panel.ts";
import { words } from "./field-overrides.ts";
import { dataSource } from "./infinity-target.ts";
import { query } from "./panel-parts.ts";
import { orderColumns } from "./report-tables.ts";

const labels = {
  source: "출처",
  kind: "자료 구분",
  release: "공표 회차",
  published: "공표일",
  reporting: "보고됨",
  expected: "보고 대상",
};

/**
 * The line below a panel: whose figures it has, whether that is a real city, as of which release, and how many of
 * those expected have reported. An error where the hub knows no such municipality.
 */
export function sourceLine(panel: SummaryPanel): PanelBuilder {
  const coverage = coverageOf(panel);
  const builder = new PanelBuilder()
    .title("")
    .transparent(true)
    .minWidth(60)
    .datasource(dataSource)
    // Infinity tells an error where a path leads through null, and shows no rows where it ends there.
    // So this asks for what only a known one has; the column that comes of it, A, is left out.
    .withTarget(query({ ...panel, rows: "municipality.code" }, []))
    .withTarget(
      query(
        { ...panel, rows: "@" },
        [
          { selector: "municipality.name", text: labels.source, type: "string" },
          { selector: "municipality.synthetic", text: labels.kind, type: "string" },
          { selector: "releases.nodes.0.number", text: labels.release, type: "number" },
          { selector: "releases.nodes.0.publishedAt", text: labels.published, type: "string" },
          ...(coverage
            ? [
                {
                  selector: `${coverage.selector}.reporting`,
                  text: labels.reporting,
                  type: "number" as const,
                },
                { selector: `${coverage.selector}.expected`, text: labels.expected, type: "number" as const },
              ]
            : []),
        ],
        { refId: "B" },
      ),
    )
    .withTransformation({ id: "concatenate", options: { frameNameMode: "drop" } })
    .withTransformation({
      id: "organize",
      options: { ...orderColumns(Object.values(labels)).options, excludeByName: { A: true } },
    })
    .overrideByRegexp("/.*/", [{ id: "noValue", value: "–" }])
    .overrideByName(labels.kind, [words(kindsOfData)])
    .overrideByName(labels.published, [{ id: "unit", value: "time:YYYY-MM-DD" }]);
  for (const counted of [labels.reporting, labels.expected]) {
    builder.overrideByName(counted, [{ id: "unit", value: `suffix: ${coverage?.unit ?? ""}` }]);
  }
  return builder;
}

/** Where one answer tells how many reported; rows that tell it each by itself have no line for all. */
function coverageOf({ coverage, chart, rows }: SummaryPanel): { selector: string; unit: string } | null {
  if (!coverage) return null;
  const unit = coverage.unit.ko;
  if (coverage.in === "answer") return { selector: coverage.selector, unit };
  return chart.kind === "stats" ? { selector: `${rows}.0.${coverage.selector}`, unit } : null;
}
