import type { City } from "../city.ts";
import { publishedAt } from "../store-city.ts";

/** All municipalities of a model, the home municipality "1" among them, with all that they ever published. */
export type World = readonly { code: string; releases: readonly City[] }[];

/** A municipality at a release of it. */
export interface Place {
  code: string;
  /** Number of the release. */
  release: number;
  /** What is valid at the release. */
  city: City;
  /** All municipalities of the answer, this one included, in the order of their codes. */
  scope: readonly Place[];
  world: World;
}

/** A row of the model: what it says, and where. */
export type At<Row> = Row & { at: Place };

/** Arguments as graphql-js hands them over, scalars as they were written. */
// biome-ignore lint/suspicious/noExplicitAny: the schema knows their types
export type Arguments = Record<string, any>;

/** What the model knows of the fields of a type: how each is looked up. */
// biome-ignore lint/suspicious/noExplicitAny: a field is looked up in rows of its own type
export type Fields = Record<string, (row: any, values: Arguments) => unknown>;

/** The municipalities with these codes, all for null, at the releases that `releaseOf` gives; none at release 0. */
function placesAt(
  world: World,
  codes: readonly string[] | null,
  releaseOf: (code: string, releases: readonly City[]) => number,
): Place[] {
  const scope: Place[] = [];
  for (const { code, releases } of world) {
    const release = releaseOf(code, releases);
    if ((codes?.includes(code) ?? true) && release > 0)
      scope.push({ code, release, city: releases[release - 1]!, scope, world });
  }
  return scope.sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** The municipalities of an answer as of a time, null for now. */
export const placesAsOf = (
  world: World,
  codes: readonly string[] | null,
  asOf: string | null | undefined,
): Place[] =>
  placesAt(
    world,
    codes,
    (_, releases) => releases.filter((__, index) => asOf == null || publishedAt(index + 1) <= asOf).length,
  );

/** The same municipalities at the releases that a cursor names. */
function placesOfCursor(scope: readonly Place[], releases: ReadonlyMap<string, number>): Place[] {
  const codes = scope.map(({ code }) => code);
  return placesAt(scope[0]?.world ?? [], codes, (code) => releases.get(code)!);
}

/** What municipalities are called in the cursors of a test's database. */
const idOf = (code: string): number => 10 + Number(code);

/** The cursor of a list behind so many rows. */
export const cursorAt = (scope: readonly Pick<Place, "code" | "release">[], offset: number): string => {
  const releases = scope.map(({ code, release }) => `${idOf(code)}:${release}`).join();
  return `${Buffer.from(releases).toString("base64url")}.${offset}`;
};

/** A list in pages: the rows behind `after`, of the releases that it names, or else of the answer. */
export function pageOf(
  scope: readonly Place[],
  { first, after }: Arguments,
  rowsOf: (scope: readonly Place[]) => object[],
  usual = 50,
): object {
  const [releases = "", start = "0"] = after?.split(".") ?? [];
  const pairs = Buffer.from(releases, "base64url").toString().split(",");
  const pinned = new Map(
    pairs.map((pair) => pair.split(":").map(Number)).map(([id, release]) => [String(id! - 10), release!]),
  );
  const places = after == null ? scope : placesOfCursor(scope, pinned);
  const rows = rowsOf(places);
  const end = Number(start) + (first ?? usual);
  const nodes = rows.slice(Number(start), end);
  return {
    nodes,
    totalCount: rows.length,
    pageInfo: {
      hasNextPage: rows.length > end,
      endCursor: nodes.length > 0 ? cursorAt(places, Math.min(end, rows.length)) : null,
    },
  };
}

/** A list in pages that belongs to a row. */
export const pageOfRow = (at: Place, values: Arguments, rowsOf: (at: Place) => object[]): object =>
  pageOf(at.scope, values, (scope) => rowsOf(scope.find(({ code }) => code === at.code)!));
