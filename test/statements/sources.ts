import type { Node, SelectStmt } from "libpg-query";
import { nameOf, partsOf } from "./syntax.ts";

/** What stands in FROM. */
export interface Source {
  alias: string;
  kind: "table" | "select" | "function";
  /** The table, or the table expression of that name; null for what is none. */
  table: string | null;
  select: SelectStmt | null;
  /** Whether the SELECT may refer to what stands before it. */
  isLateral: boolean;
  /** The sources whose municipality a join makes its own with USING. */
  using: readonly string[];
  /** Whether its `id` is that of a municipality. */
  isMunicipality: boolean;
}

/** The sources of a SELECT. */
export const sourcesOf = ({ fromClause = [] }: SelectStmt): Source[] => fromClause.flatMap(sourcesWithin);

function sourcesWithin(node: Node | undefined): Source[] {
  if (!node) return [];
  if ("JoinExpr" in node) {
    const { larg, rarg, usingClause = [] } = node.JoinExpr;
    const left = sourcesWithin(larg);
    const isShared = usingClause.some((column) => nameOf(column) === "municipality_id");
    const using = isShared ? left.map(({ alias }) => alias) : [];
    return [
      ...left,
      ...sourcesWithin(rarg).map((source) => ({ ...source, using: [...source.using, ...using] })),
    ];
  }
  const nothing = { table: null, select: null, isLateral: false, using: [], isMunicipality: false };
  if ("RangeVar" in node) {
    const { relname = "", alias } = node.RangeVar;
    const isMunicipality = relname === "municipality";
    return [
      { ...nothing, alias: alias?.aliasname ?? relname, kind: "table", table: relname, isMunicipality },
    ];
  }
  if ("RangeSubselect" in node) {
    const { alias, subquery, lateral: isLateral = false } = node.RangeSubselect;
    if (!subquery || !("SelectStmt" in subquery)) return [];
    const select = subquery.SelectStmt;
    const isMunicipality = partsOf(select).length === 0 && sourcesOf(select)[0]?.isMunicipality === true;
    return [{ ...nothing, alias: alias?.aliasname ?? "", kind: "select", select, isLateral, isMunicipality }];
  }
  if ("RangeFunction" in node)
    return [{ ...nothing, alias: node.RangeFunction.alias?.aliasname ?? "", kind: "function" }];
  return [];
}
