import { Query, Resolver } from "type-graphql";
import { type KeySize, keySizes } from "../core/assumed-size.ts";
import { describe, type Localized } from "../core/localized.ts";
import { type Compiled, compileList, compileObject, compilePage } from "./compile.ts";
import { type Argument, type Entity, registerArguments } from "./entity.ts";
import type { ResolvedMunicipality } from "./municipality-scope.ts";
import type { QueryScope } from "./query-scope.ts";
import type { ArgumentValues, ListRows } from "./row-sql.ts";
import type { SelectedField } from "./selection.ts";
import { asOf, pageArguments } from "./standard-arguments.ts";

/** Input of the compilation of a query. */
export interface TableQuestion {
  field: SelectedField;
  scope: QueryScope;
  municipalities: readonly ResolvedMunicipality[];
}

/** A root query that is answered by one SQL statement, compiled from its selection. */
export interface TableQuery {
  name: string;
  description: Localized;
  arguments: Readonly<Record<string, Argument>>;
  type: () => unknown;
  nullable: boolean;
  /** Its keys, if it is a summary. */
  keys?: Readonly<Record<string, KeySize>>;
  /** Codes of its municipalities; undefined stands for the home municipality, null for all. */
  municipalities: (values: ArgumentValues) => readonly string[] | null | undefined;
  /** Tables declared with declarePeriods that its own filters by period reach over. Default: all. */
  reach?: readonly string[] | undefined;
  /** SQL of the JSON text of the answer, SQL null if there is none. `with` are table expressions in front of it. */
  compile: (question: TableQuestion) => Compiled & { with?: string };
}

type Options = {
  description: Localized;
  arguments?: Readonly<Record<string, Argument>>;
  municipalities?: TableQuery["municipalities"];
  reach?: TableQuery["reach"];
};

/** Codes named in `where.municipality`. */
export const inWhere = ({ where }: ArgumentValues): readonly string[] | undefined =>
  where?.municipality ?? undefined;

/** The code in the argument `municipality`. */
export const inArgument = ({ municipality }: ArgumentValues): readonly string[] | undefined =>
  municipality == null ? undefined : [municipality];

/** A query for a list in pages. */
export const pageQuery = (
  name: string,
  of: Entity,
  first: number,
  rows: ListRows,
  { description, arguments: ownArguments = {}, municipalities = inWhere, reach }: Options,
): TableQuery => ({
  ...{ name, description, municipalities, reach },
  arguments: { ...ownArguments, ...pageArguments(first), asOf },
  type: () => of.page,
  nullable: false,
  compile: ({ field, scope }) => compilePage({ of, rows, first }, field, scope),
});

/** A query for a whole list. */
export const listQuery = (
  name: string,
  of: Entity,
  rows: ListRows,
  { description, arguments: ownArguments = {}, municipalities = inArgument, reach }: Options,
): TableQuery => ({
  ...{ name, description, municipalities, reach },
  arguments: { ...ownArguments, asOf },
  type: () => [of.type],
  nullable: false,
  compile: ({ field, scope }) => compileList(of, rows, field, scope),
});

/** A query for one row, null if there is none; of several rows the first in their order. */
export const oneQuery = (
  name: string,
  of: Entity,
  rows: ListRows,
  { description, arguments: ownArguments = {}, municipalities = inArgument, reach }: Options,
): TableQuery => ({
  ...{ name, description, municipalities, reach },
  arguments: ownArguments,
  type: () => of.type,
  nullable: true,
  compile: ({ field, scope }) => {
    const alias = scope.alias();
    const { from, where, order } = rows(alias, scope, field.arguments, "");
    const { sql, finishers } = compileObject(of.fields, alias, field.fields, scope);
    const row = `(SELECT ${alias}.* FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT 1) AS ${alias}`;
    return { sql: `(SELECT ${sql} FROM ${[row, ...scope.joins].join(" ")})`, finishers };
  },
});

/** Registers a query with type-graphql. It is compiled and run by execute-query.ts, not resolved. */
export function registerQuery({ name, description, type, nullable, ...query }: TableQuery): new () => object {
  class TableResolver {}
  const { prototype } = TableResolver;
  Object.defineProperty(prototype, name, {
    value: () => {
      throw new Error(`${name} is compiled to SQL: run it with executeQuery.`);
    },
  });
  const options = { nullable, description: describe(description.ko, description.en) };
  Query(type as () => StringConstructor, options)(
    prototype,
    name,
    Object.getOwnPropertyDescriptor(prototype, name)!,
  );
  registerArguments(prototype, name, query.arguments);
  if (query.keys) keySizes(query.keys)(prototype, name);
  Resolver()(TableResolver);
  return TableResolver;
}
