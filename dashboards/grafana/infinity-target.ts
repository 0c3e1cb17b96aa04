import type { Options, Panel } from "../panels/panel.ts";

/** The data source that the provisioning file makes, by its fixed uid. */
export const dataSource = { type: "yesoreyeram-infinity-datasource", uid: "hub" };

/** A column that Infinity takes out of each row. */
export interface InfinityColumn {
  selector: string;
  text: string;
  type: "string" | "number" | "boolean";
}

/** A query of the Infinity data source: GraphQL by POST, read by its backend. */
export interface InfinityTarget {
  refId: string;
  datasource: typeof dataSource;
  type: "graphql";
  source: "url";
  format: "table";
  /** The backend parser keeps null as null and shows an error where the hub gives no data. */
  parser: "backend";
  url: string;
  url_options: {
    method: "POST";
    data: "";
    body_type: "graphql";
    body_content_type: "application/json";
    body_graphql_query: string;
    body_graphql_variables: string;
  };
  root_selector: string;
  columns: InfinityColumn[];
}

/** Asks a question of a panel and takes these columns out of the rows. */
export function infinityTarget(
  panel: Panel,
  { question, rows }: Pick<Options, "question" | "rows">,
  columns: InfinityColumn[],
): InfinityTarget {
  return {
    refId: "A",
    datasource: dataSource,
    type: "graphql",
    source: "url",
    format: "table",
    parser: "backend",
    url: "/graphql",
    url_options: {
      method: "POST",
      data: "",
      body_type: "graphql",
      body_content_type: "application/json",
      body_graphql_query: question,
      body_graphql_variables: variablesFor(panel, question),
    },
    root_selector: `data.${rows}`,
    columns,
  };
}

/** The question's variables as JSON text, each with a place for Grafana to put the reader's choice. */
function variablesFor(panel: Panel, question: string): string {
  const asked = Object.entries(panel.variables).filter(([, { passedAs }]) =>
    question.includes(`$${passedAs}`),
  );
  return `{${asked.map(([name, { passedAs }]) => `"${passedAs}": \${${name}:json}`).join(", ")}}`;
}
