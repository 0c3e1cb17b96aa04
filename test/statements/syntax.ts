import type { Node, SelectStmt } from "libpg-query";

/** The text of a name in a statement. */
export const nameOf = (node: Node | undefined): string =>
  node && "String" in node ? (node.String.sval ?? "") : "";

/** The SELECTs of a UNION; empty for a plain SELECT. */
export const partsOf = ({ larg, rarg }: SelectStmt): SelectStmt[] =>
  [larg, rarg].filter((part) => part !== undefined);

/** The conditions of a SELECT: WHERE, and ON of its joins. */
export function expressionsOf({ whereClause, fromClause = [] }: SelectStmt): Node[] {
  const ofJoins = (node: Node | undefined): Node[] => {
    if (!node || !("JoinExpr" in node)) return [];
    const { larg, rarg, quals } = node.JoinExpr;
    return [...ofJoins(larg), ...ofJoins(rarg), ...(quals ? [quals] : [])];
  };
  return [...(whereClause ? [whereClause] : []), ...fromClause.flatMap(ofJoins)];
}

/** What has to be true all at once. */
export const conjuncts = (conditions: readonly Node[]): Node[] =>
  conditions.flatMap((condition) =>
    "BoolExpr" in condition && condition.BoolExpr.boolop === "AND_EXPR"
      ? conjuncts(condition.BoolExpr.args ?? [])
      : [condition],
  );

/** Whether an expression stands in the statement itself. */
export const isConstant = (node: Node): boolean =>
  "A_Const" in node ||
  ("TypeCast" in node && node.TypeCast.arg !== undefined && isConstant(node.TypeCast.arg));

/** A SELECT within an expression. */
export interface Subselect {
  select: SelectStmt;
  /** Whether it is compared with a single column: x IN (SELECT …). */
  isOfOneColumn: boolean;
  /** Whether it is compared with several columns: (x, y) IN (SELECT …). */
  isOfRows: boolean;
}

/** The SELECTs within the expressions of a SELECT, not those within them or in FROM. */
export function subselectsOf({ fromClause, withClause, larg, rarg, ...select }: SelectStmt): Subselect[] {
  const found: Subselect[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("SubLink" in value) {
      const { subLinkType, testexpr, subselect } = (value as Extract<Node, { SubLink: unknown }>).SubLink;
      if (subselect && "SelectStmt" in subselect) {
        const isCompared = subLinkType === "ANY_SUBLINK";
        const isOfRows = isCompared && testexpr !== undefined && "RowExpr" in testexpr;
        found.push({ select: subselect.SelectStmt, isOfOneColumn: isCompared && !isOfRows, isOfRows });
      }
      visit(testexpr);
      return;
    }
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(select);
  for (const condition of expressionsOf({ fromClause })) visit(condition);
  return found;
}

/** Whether a SELECT reads one of some tables, however deep. */
export const reads = (part: unknown, tables: ReadonlySet<string>): boolean =>
  typeof part === "object" &&
  part !== null &&
  (("relname" in part && tables.has(String(part.relname))) ||
    Object.values(part).some((inner) => reads(inner, tables)));

/** The aliases that columns of a SELECT name, without those of SELECTs within it. */
export function aliasesNamed({ larg, rarg, ...select }: SelectStmt): Set<string> {
  const named = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || "SelectStmt" in value) return;
    if ("ColumnRef" in value) {
      const { fields = [] } = (value as Extract<Node, { ColumnRef: unknown }>).ColumnRef;
      if (fields.length > 1) named.add(nameOf(fields[0]));
    } else for (const inner of Object.values(value)) visit(inner);
  };
  visit(select);
  return named;
}

/** The aliases whose municipality_id a SELECT compares with its own, however deep. */
export function municipalitiesNamed(select: SelectStmt): Set<string> {
  const named = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("A_Expr" in value) {
      const { name, lexpr, rexpr } = (value as Extract<Node, { A_Expr: unknown }>).A_Expr;
      for (const side of nameOf(name?.[0]) === "=" ? [lexpr, rexpr] : []) {
        if (!side || !("ColumnRef" in side)) continue;
        const [alias, column] = side.ColumnRef.fields?.map(nameOf) ?? [];
        if (column === "municipality_id") named.add(alias!);
      }
    }
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(select);
  return named;
}
