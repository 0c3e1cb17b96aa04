import { type A_Expr, type ColumnRef, type Node, parseSync, type SelectStmt } from "libpg-query";
import { type Source, sourcesOf } from "./sources.ts";
import {
  aliasesNamed,
  conjuncts,
  expressionsOf,
  isConstant,
  municipalitiesNamed,
  nameOf,
  partsOf,
  reads,
  subselectsOf,
} from "./syntax.ts";

/** What columns of a statement may refer to: the sources of a SELECT and those around it. */
type Scopes = readonly (readonly Source[])[];

/** Stands for the municipality of the rows around a SELECT, or for the one that the statement names. */
const given = "the municipality around it";
/** Stands for a list of municipalities: it says which, and not that two tables have the same. */
const listed = "one of the municipalities";

/**
 * Where an SQL statement reads a table of municipalities without its municipality, or joins two without: in words.
 * `tables` are those that have a municipality_id.
 */
export function unboundTables(sql: string, tables: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (const { stmt } of parseSync(sql).stmts ?? [])
    if (stmt && "SelectStmt" in stmt) checkSelect(stmt.SelectStmt, [], false, { tables, found });
  return found;
}

type Check = { tables: ReadonlySet<string>; found: string[] };

/** `isBoundAround` is true if what is around the SELECT binds the municipality_id that it gives. */
function checkSelect(select: SelectStmt, around: Scopes, isBoundAround: boolean, check: Check): void {
  for (const part of partsOf(select)) checkSelect(part, around, isBoundAround, check);
  for (const { query } of select.withClause?.ctes?.map(tableExpression) ?? [])
    if (query) checkSelect(query, around, false, check);
  const sources = sourcesOf(select);
  const scopes = [sources, ...around];
  const groups = groupsOf(select, scopes, check.tables);
  for (const source of sources) {
    if (!source.select) continue;
    const isBound = isBoundAround || groups.isBoundByOthers(source.alias, sources);
    checkSelect(source.select, scopes, isBound && givesMunicipality(source.select), check);
  }
  const facts = sources.filter(({ table }) => table !== null && check.tables.has(table));
  for (const fact of facts) checkFact(fact, groups, isBoundAround, check);
  checkJoins(sources, groups, check);
  if (facts[0] && isCorrelated(select, scopes) && !isBoundAround && !groups.isSame(facts[0].alias, given))
    check.found.push(`${facts[0].alias} is looked up for a row without its municipality`);
  for (const link of subselectsOf(select)) {
    checkSelect(link.select, scopes, link.isOfRows && givesMunicipality(link.select), check);
    if (link.isOfOneColumn && readsListed(link.select, scopes, check))
      check.found.push("IN (SELECT …) compares ids of several municipalities without the municipality");
  }
}

const tableExpression = (node: Node): { query: SelectStmt | null } => {
  const query = "CommonTableExpr" in node ? node.CommonTableExpr.ctequery : undefined;
  return { query: query && "SelectStmt" in query ? query.SelectStmt : null };
};

function checkFact({ table, alias }: Source, groups: Groups, isBoundAround: boolean, { found }: Check): void {
  if (!isBoundAround && !groups.isBound(alias))
    found.push(`${table} AS ${alias} is read without its municipality`);
}

/** What is looked up for each row is checked where it is. */
function checkJoins(sources: readonly Source[], groups: Groups, { tables, found }: Check): void {
  const joined = sources.filter(
    ({ table, select, isLateral }) =>
      (table !== null && tables.has(table)) || (select && !isLateral && reads(select, tables)),
  );
  const [first, ...others] = joined;
  for (const other of others)
    if (!groups.isSame(first!.alias, other.alias))
      found.push(`${first!.alias} and ${other.alias} are joined without the municipality`);
}

function isCorrelated(select: SelectStmt, [sources = [], ...around]: Scopes): boolean {
  const isOwn = (alias: string) => sources.some((source) => source.alias === alias);
  const isAround = (alias: string) => around.flat().some((source) => source.alias === alias);
  return [...aliasesNamed(select)].some((alias) => !isOwn(alias) && isAround(alias));
}

/** Whether a SELECT reads tables of a list of municipalities, so that an id alone does not say whose it is. */
function readsListed(select: SelectStmt, around: Scopes, { tables }: Check): boolean {
  const sources = sourcesOf(select);
  const groups = groupsOf(select, [sources, ...around], tables);
  return sources.some(
    ({ alias, table }) => table !== null && tables.has(table) && !groups.isSame(alias, given),
  );
}

const givesMunicipality = (select: SelectStmt): boolean =>
  partsOf(select).every(givesMunicipality) &&
  (partsOf(select).length > 0 ||
    (select.targetList ?? []).some((target) => {
      if (!("ResTarget" in target)) return false;
      const { name, val } = target.ResTarget;
      if (!val || !("ColumnRef" in val)) return name === "municipality_id";
      const last = val.ColumnRef.fields?.at(-1);
      return (last && "A_Star" in last) || nameOf(last) === "municipality_id";
    }));

/** Which sources are of the same municipality, as the conditions of a SELECT say. */
class Groups {
  private readonly parents = new Map<string, string>();
  private readonly bound: Set<string>;

  constructor(bound: Iterable<string>) {
    this.bound = new Set([given, listed, ...bound]);
  }

  private root(name: string): string {
    const parent = this.parents.get(name);
    return parent === undefined ? name : this.root(parent);
  }

  join(one: string, other: string): void {
    const [first, second] = [this.root(one), this.root(other)];
    if (first !== second) this.parents.set(first, second);
  }

  bind = (name: string): unknown => this.bound.add(name);

  isSame(one: string, other: string): boolean {
    return this.root(one) === this.root(other);
  }

  isBound(name: string): boolean {
    return [...this.bound].some((one) => this.isSame(name, one));
  }

  /** Whether conditions bind what is derived, whatever it is derived from. */
  isBoundByOthers(name: string, sources: readonly Source[]): boolean {
    const others = [given, ...sources.map(({ alias }) => alias)].filter((one) => one !== name);
    return others.some((other) => this.isSame(name, other));
  }
}

function groupsOf(select: SelectStmt, scopes: Scopes, tables: ReadonlySet<string>): Groups {
  const [sources = []] = scopes;
  // What is derived has had its own tables bound.
  const bound = sources.filter((source) => isBoundByItself(source, scopes, tables));
  const groups = new Groups(bound.map(({ alias }) => alias));
  for (const source of sources) for (const other of source.using) groups.join(source.alias, other);
  for (const { select: lookedUp, isLateral, alias } of sources)
    if (lookedUp && isLateral && givesMunicipality(lookedUp))
      for (const other of municipalitiesNamed(lookedUp)) groups.join(alias, other);
  for (const condition of conjuncts(expressionsOf(select))) {
    if (!("A_Expr" in condition) || nameOf(condition.A_Expr.name?.[0]) !== "=") continue;
    const { kind, lexpr, rexpr }: A_Expr = condition.A_Expr;
    const [left, right] = [lexpr, rexpr].map((side) => side && municipalityOf(side, scopes));
    if (left && right) groups.join(left, right);
    else if (left && rexpr && isConstant(rexpr)) {
      if (kind === "AEXPR_OP_ANY") groups.bind(left);
      else groups.join(left, given);
    }
  }
  return groups;
}

/** What is looked up for another row, or bound from around, is bound only as far as that is. */
function isBoundByItself({ table, select, isLateral }: Source, scopes: Scopes, tables: ReadonlySet<string>) {
  if (select === null) return table === null || !tables.has(table);
  if (isLateral) return false;
  const found: string[] = [];
  if (!boundSelects.has(select)) {
    checkSelect(select, scopes, false, { tables, found });
    boundSelects.set(select, found.length === 0);
  }
  return boundSelects.get(select)!;
}
const boundSelects = new WeakMap<SelectStmt, boolean>();

/** The source whose municipality an expression is; null if it is something else. */
function municipalityOf(expression: Node, scopes: Scopes): string | null {
  if (!("ColumnRef" in expression)) return null;
  const { fields = [] }: ColumnRef = expression.ColumnRef;
  const names = fields.map(nameOf);
  const column = names.at(-1);
  const alias = names.length > 1 ? names[0]! : null;
  for (const [depth, sources] of scopes.entries()) {
    const owner = sources.find((source) =>
      alias === null
        ? source.kind === "function"
          ? source.alias === column
          : column === "municipality_id"
        : source.alias === alias,
    );
    if (!owner) continue;
    const isMunicipality = column === "municipality_id" || owner.kind === "function" || owner.isMunicipality;
    if (!isMunicipality || (column !== "municipality_id" && column !== "id")) return null;
    return depth === 0 ? owner.alias : given;
  }
  return null;
}
