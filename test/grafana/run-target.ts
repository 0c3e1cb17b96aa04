import type { InfinityTarget } from "../../dashboards/grafana/infinity-target.ts";
import { getPath } from "../../schema/panels/get-path.ts";

/** The values chosen for a board's variables, by name. */
export type BoardChoices = Record<string, string>;

/** One row as Grafana gets it, by the names of the columns. */
export type InfinityRow = Record<string, unknown>;

/**
 * Runs a target as Grafana and Infinity do, for tests: the board's variables are put into the texts,
 * the texts are posted, the root selector and the columns are applied. Rejects where Infinity shows an
 * error: an HTTP status of 400 and above, or a path to the rows that leads through null.
 */
export async function runTarget(
  hub: string,
  target: InfinityTarget,
  choices: BoardChoices,
): Promise<InfinityRow[]> {
  const { body_graphql_query, body_graphql_variables } = target.url_options;
  const response = await fetch(hub + interpolate(target.url, choices), {
    method: target.url_options.method,
    headers: { "content-type": target.url_options.body_content_type },
    body: JSON.stringify({
      query: interpolate(body_graphql_query, choices),
      variables: JSON.parse(interpolate(body_graphql_variables, choices)),
    }),
  });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const found = getPath(await response.json(), target.root_selector);
  if (found === null) return [];
  if (found === undefined) throw new Error(`Nothing at ${target.root_selector}.`);
  return [found].flat().map((row) => {
    return Object.fromEntries(target.columns.map(({ selector, text }) => [text, getPath(row, selector)]));
  });
}

/**
 * A link of a mark as Grafana makes it: choices and values of the mark's row in their places, and where there is none
 * what its field shows for it.
 */
export function linkOf(
  url: string,
  choices: BoardChoices,
  row: InfinityRow,
  noValueOf: (field: string) => string,
): string {
  const places = /\$\{__data\.fields\[("?)(.*?)\1\](?::(\w+))?\}/g;
  const filled = url.replace(places, (_, quoted, name, format) => {
    const field = quoted ? name : (Object.keys(row)[Number(name)] ?? "");
    const value = String(row[field] ?? noValueOf(field));
    return format === "percentencode" ? encodeURIComponent(value) : value;
  });
  return interpolate(filled, choices);
}

/**
 * Grafana's interpolation is on text: $name, ${name} and ${name:format} of the board's variables. What stands for
 * all of them, null, goes in as it is.
 */
export function interpolate(text: string, choices: BoardChoices): string {
  return text.replace(/\$(\w+)|\$\{(\w+)(?::(\w+))?\}/g, (place, bare, braced, format) => {
    const value = choices[bare ?? braced];
    if (value === undefined) return place;
    if (format === "doublequote" && value !== "null") return `"${value.replaceAll('"', '\\"')}"`;
    return format === "percentencode" ? encodeURIComponent(value) : value;
  });
}
