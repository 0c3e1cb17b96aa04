import type { Panel } from "../../schema/panels/panel.ts";
import type { Variable } from "../../schema/panels/variable.ts";

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
  /** Columns that Infinity works out of others, null where one of these is: `[rate] - [target]`. */
  computed_columns?: InfinityColumn[];
  /** Keeps the rows that it is true of; null counts as 0 and as the empty text. */
  filterExpression?: string;
}

/** Asks a question and takes these columns out of the rows. */
export function infinityTarget(
  { question, rows, variables }: Pick<Panel, "question" | "rows" | "variables">,
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
      body_graphql_variables: variablesFor(variables, question),
    },
    root_selector: rows === "@" ? "data" : `data.${rows}`,
    columns,
  };
}

/**
 * The question's variables as JSON text, each with a place for Grafana to put the reader's choice. Quotes come by
 * `doublequote`: since Grafana draws boards by its scenes, `json` gives a single text without them. Numbers go in raw.
 * Where a city has no year to choose, Grafana puts nothing in, which makes a list an empty one.
 */
function variablesFor(variables: Record<string, Variable>, question: string): string {
  const used = Object.entries(variables).filter(([, { passedAs }]) => question.includes(`$${passedAs}`));
  const places = used.map(([name, { passedAs, isNumber, all }]) => {
    const place = `\${${name}:${isNumber ? "raw" : "doublequote"}}`;
    const isList = !all && question.includes(`$${passedAs}: [`);
    return `"${passedAs}": ${isList ? `[${place}]` : place}`;
  });
  return `{${places.join(", ")}}`;
}
