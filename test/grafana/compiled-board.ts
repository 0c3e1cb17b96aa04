import type { VariableQuery } from "../../dashboards/grafana/board-variables.ts";
import type { InfinityTarget } from "../../dashboards/grafana/infinity-target.ts";
import { type BoardChoices, runTarget } from "./run-target.ts";

interface Variable {
  name: string;
  type: string;
  includeAll?: boolean;
  query: VariableQuery | string;
}

interface Link {
  url: string;
}

interface Field {
  links?: Link[];
  id?: string;
  value?: unknown;
}

/** A compiled board as Grafana reads it, for tests. */
export interface CompiledBoard {
  schemaVersion: number;
  timezone: string;
  templating: { list: Variable[] };
  panels: {
    id: number;
    title: string;
    type: string;
    targets: InfinityTarget[];
    transformations?: { id: string }[];
    fieldConfig: {
      defaults: Field;
      overrides: { matcher: { id: string; options: string }; properties: Field[] }[];
    };
  }[];
}
type Panel = CompiledBoard["panels"][number];

/** The variables that are filled by questions. */
export const variablesOf = (board: CompiledBoard) =>
  board.templating.list.flatMap(({ name, query }) => (typeof query === "string" ? [] : [{ name, ...query }]));

/** The addresses that a panel's marks lead to, with places for what a row has. */
export const linksOf = ({ fieldConfig: { defaults, overrides } }: Panel) =>
  [defaults, ...overrides.flatMap(({ properties }) => properties)]
    .flatMap(({ links, id, value }) => links ?? (id === "links" ? (value as Link[]) : []))
    .map(({ url }) => url);

/** What a field of a panel shows for null: the last override that is of it holds. */
export const noValueIn =
  ({ fieldConfig }: Panel) =>
  (field: string): string => {
    const ofField = fieldConfig.overrides.filter(({ matcher: { id, options } }) =>
      id === "byRegexp" ? options === "/.*/" : options === field,
    );
    const words = ofField.flatMap(({ properties }) => properties.filter(({ id }) => id === "noValue"));
    return String(words.at(-1)?.value ?? "");
  };

/** The values of a variable, given the choices before it; fixed ones stand in the board itself. */
async function valuesOf(
  hub: string,
  { query, includeAll }: Variable,
  chosen: BoardChoices,
): Promise<string[]> {
  if (typeof query === "string") return query.split(", ").map((pair) => pair.split(" : ")[1] ?? "");
  const rows = await runTarget(hub, query.infinityQuery, chosen);
  return [...(includeAll ? ["null"] : []), ...rows.map(({ __value }) => String(__value))];
}

/**
 * Values of each variable, with the first of all others, asked with the choices before it: the first, such as all of
 * them, and a few from there to the last, as the others differ in nothing that a board knows.
 */
export async function eachChoice(hub: string, board: CompiledBoard): Promise<BoardChoices[]> {
  const variables = board.templating.list.filter(({ type }) => type !== "constant");
  const first = async (chosen: BoardChoices, from: number): Promise<BoardChoices> => {
    const variable = variables[from];
    if (!variable) return chosen;
    const [value = ""] = await valuesOf(hub, variable, chosen);
    return first({ ...chosen, [variable.name]: value }, from + 1);
  };
  const choices: BoardChoices[] = [];
  for (const city of await valuesOf(hub, variables[0]!, {})) {
    let before: BoardChoices = { municipality: city };
    for (const [at, variable] of variables.entries()) {
      if (at === 0) continue;
      const values = await valuesOf(hub, variable, before);
      for (const value of someOf(values))
        choices.push(await first({ ...before, [variable.name]: value }, at + 1));
      before = { ...before, [variable.name]: values[0] ?? "" };
    }
    if (variables.length === 1) choices.push(before);
  }
  return choices;
}

/** The first two of some values, the middle one and the last. */
const someOf = (values: string[]): string[] => [
  ...new Set([0, 1, values.length >> 1, values.length - 1].flatMap((at) => values[at] ?? [])),
];
