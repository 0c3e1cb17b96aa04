import { astFromValue, type GraphQLInputType, print } from "graphql";
import { cursorAt } from "../model/place.ts";
import { publishedAt } from "../store-city.ts";
import type { CursorValue } from "./argument-values.ts";
import type {
  Condition,
  FieldSelection,
  FragmentSelection,
  SelectedArgument,
  Selection,
} from "./selection.ts";

/** A query as clients send it. */
export interface PrintedQuery {
  source: string;
  variables: Record<string, unknown>;
}

/** How many releases municipalities have, by code. */
export type Releases = Readonly<Record<string, number>>;

/** Prints random selections of the query type; cursors are of releases that there are where they stand. */
export function printQuery(selections: readonly Selection[], releases: Releases): PrintedQuery {
  const printer = new Printer();
  const body = printer.selections(selections, releases, new Set());
  const declared = printer.declarations.length > 0 ? `(${printer.declarations.join(", ")})` : "";
  return {
    source: [`query ${declared}${body}`, ...printer.fragments].join("\n"),
    variables: printer.variables,
  };
}

class Printer {
  readonly declarations: string[] = [];
  readonly fragments: string[] = [];
  readonly variables: Record<string, unknown> = {};
  private aliases = 0;

  /** `keys` are those that the object has so far. */
  selections(selections: readonly Selection[], releases: Releases, keys: Set<string>): string {
    const printed = selections.map((selection) =>
      "fragment" in selection
        ? this.fragment(selection, releases, keys)
        : this.field(selection, releases, keys),
    );
    return `{ ${printed.join(" ")} }`;
  }

  private fragment(selection: FragmentSelection, releases: Releases, keys: Set<string>): string {
    const conditions = this.conditions(selection.conditions);
    const body = this.selections(selection.selections, releases, keys);
    if (selection.fragment === "inline without type") return `...${conditions} ${body}`;
    if (selection.fragment === "inline") return `... on ${selection.type}${conditions} ${body}`;
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${selection.type} ${body}`);
    return `...${name}${conditions}`;
  }

  private field(selected: FieldSelection, releases: Releases, keys: Set<string>): string {
    const { name, field, hasAlias, isSplit, selections } = selected;
    const key = hasAlias || keys.has(name) ? `a${this.aliases++}` : name;
    keys.add(key);
    const known = knownAsOf(selected.arguments, releases);
    const given = selected.arguments.map((argument) => {
      const { type } = field!.args.find((one) => one.name === argument.name)!;
      return `${argument.name}: ${this.value(argument, type, known)}`;
    });
    const start = `${key === name ? "" : `${key}: `}${name}${given.length > 0 ? `(${given.join(", ")})` : ""}${this.conditions(selected.conditions)}`;
    if (selections.length === 0) return start;
    const shown = shownAfter(selected.arguments, known);
    const below = new Set<string>();
    const middle = isSplit ? Math.floor(selections.length / 2) : 0;
    return [selections.slice(0, middle), selections.slice(middle)]
      .filter((part) => part.length > 0)
      .map((part) => `${start} ${this.selections(part, shown, below)}`)
      .join(" ");
  }

  private value(
    { name, value, passing }: SelectedArgument,
    type: GraphQLInputType,
    releases: Releases,
  ): string {
    const given = name === "after" && value !== null ? cursorOf(value as CursorValue, releases) : value;
    if (passing === "literal") return print(astFromValue(given, type)!);
    return this.variable(String(type), given, passing === "variable");
  }

  private conditions(conditions: readonly Condition[]): string {
    return conditions
      .map(({ directive, holds, isVariable }) => {
        const condition = isVariable ? this.variable("Boolean!", holds, true) : String(holds);
        return ` @${directive}(if: ${condition})`;
      })
      .join("");
  }

  private variable(type: string, value: unknown, isGiven: boolean): string {
    const name = `v${this.declarations.length}`;
    this.declarations.push(`$${name}: ${type}`);
    if (isGiven) this.variables[name] = value;
    return `$${name}`;
  }
}

const atMost = (releases: Releases, most: number): Releases =>
  Object.fromEntries(Object.entries(releases).map(([code, release]) => [code, Math.min(release, most)]));

/** A cursor may not name a release that is newer than those of the answer. */
function cursorOf({ release, offset }: CursorValue, releases: Releases): string {
  const places = Object.entries(atMost(releases, release)).map(([code, number]) => ({
    code,
    release: number,
  }));
  return cursorAt(places, offset);
}

const givenFor = (given: readonly SelectedArgument[], name: string): unknown =>
  given.find((argument) => argument.name === name && argument.passing !== "absent variable")?.value ?? null;

/** The releases that a field with an argument asOf is of. */
function knownAsOf(given: readonly SelectedArgument[], releases: Releases): Releases {
  const asOf = givenFor(given, "asOf") as string | null;
  if (asOf === null) return releases;
  return atMost(releases, [1, 2, 3].filter((release) => publishedAt(release) <= asOf).length);
}

/** The releases that the rows behind a cursor are of. */
function shownAfter(given: readonly SelectedArgument[], releases: Releases): Releases {
  const after = givenFor(given, "after") as CursorValue | null;
  return after === null ? releases : atMost(releases, after.release);
}
