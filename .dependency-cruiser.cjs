/** Imports point one way: server → dashboards, seeds, ingest, schema; seeds → ingest, schema; ingest → schema; dashboards → schema. */
const outside = (from, allowed) => ({
  name: `${from}-imports-${allowed.join("-and-") || "nothing-else"}`,
  severity: "error",
  from: { path: `^${from}/`, pathNot: "\\.test\\.ts$" },
  to: {
    path: "^(schema|ingest|seeds|dashboards|server|test)/",
    pathNot: `^(${[from, ...allowed].join("|")})/`,
  },
});

const aroundPanels = [
  "dashboards/report-panel",
  "dashboards/pages",
  "dashboards/embeds",
  "dashboards/downloads",
];
const lower = (from, upper) => ({
  name: `${from}-imports-upward`,
  severity: "error",
  from: { path: `^${from}/`, pathNot: "\\.test\\.ts$" },
  to: { path: `^(${upper.join("|")})/` },
});

module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    outside("schema", []),
    outside("ingest", ["schema"]),
    outside("seeds", ["ingest", "schema"]),
    outside("dashboards", ["schema"]),
    // Within dashboards too: what a panel shows knows nothing of its drawing, and that nothing of the page around it.
    lower("dashboards/panel-table", ["dashboards/drawing", ...aroundPanels]),
    lower("dashboards/drawing", aroundPanels),
    lower("dashboards/report-panel", ["dashboards/pages", "dashboards/embeds", "dashboards/downloads"]),
    // Within the schema: what all use knows none, declarations know no subject.
    lower("schema/core", ["schema/sql", "schema/feeds", "schema/panels", "schema/subjects"]),
    lower("schema/feeds", ["schema/sql", "schema/panels", "schema/subjects"]),
    lower("schema/sql", ["schema/feeds", "schema/panels", "schema/subjects"]),
    lower("schema/panels", ["schema/subjects"]),
    outside("server", ["dashboards", "seeds", "ingest", "schema"]),
    {
      // Publishing learns of subjects from their declarations only; releases are its own.
      name: "publishing-names-no-subject",
      severity: "error",
      from: { path: "^ingest/publishing/", pathNot: "\\.test\\.ts$" },
      to: { path: "^schema/subjects/", pathNot: "^schema/subjects/release/" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^dist/" },
  },
};
