import type { HubContext } from "../core/context.ts";
import { type Cursor, readCursor, writeCursor } from "./cursor.ts";
import type { ComputedField, Entity, EntityField, PageField } from "./entity.ts";
import { concatenated, leafJson, leafListJson, objectJson, unexpectedNull } from "./json.ts";
import type { QueryScope } from "./query-scope.ts";
import type { ListRows } from "./row-sql.ts";
import type { SelectedField } from "./selection.ts";

/** Post-processing of an object of an answer, by key. */
export type Finishers = Readonly<Record<string, Finisher>>;

interface Finisher {
  /** Replaces the value, which the statement filled with the inputs. */
  compute?: (inputs: unknown, context: HubContext) => unknown;
  /** Post-processing of the object in this field, or of each object of its list. */
  fields: Finishers;
}

/** SQL of JSON text, with the post-processing of that JSON. */
export interface Compiled {
  sql: string;
  finishers: Finishers;
}

/**
 * SQL of the JSON text of an object with the selected fields of a row; SQL null if a non-null field is null.
 * Joins that it needs are added to the scope.
 */
export function compileObject(
  fields: Readonly<Record<string, EntityField>>,
  row: string,
  selected: readonly SelectedField[],
  scope: QueryScope,
): Compiled {
  const finishers: Record<string, Finisher> = {};
  const parts = selected.map((field) => {
    if (field.name === "__typename") return [field.key, typeName(field)] as const;
    const declared = fields[field.name];
    if (!declared) throw new Error(`${field.name} is in the schema, but not declared.`);
    const compiled = compileField(declared, row, field, scope);
    if (compiled.finisher) finishers[field.key] = compiled.finisher;
    return [field.key, compiled.sql] as const;
  });
  return { sql: objectJson(parts), finishers };
}

const typeName = ({ type }: SelectedField): string => `'"${type.name}"'`;

interface CompiledField {
  sql: string;
  finisher?: Finisher;
}

function compileField(
  declared: EntityField,
  row: string,
  field: SelectedField,
  scope: QueryScope,
): CompiledField {
  const values = field.arguments;
  switch (declared.is) {
    case "absent":
      return { sql: "'null'" };
    case "value": {
      const sql = declared.sql(row, scope, values);
      return {
        sql: isArray(declared.type()) ? leafListJson(sql) : leafJson(sql, field.type, field.isNullable),
      };
    }
    case "computed":
      return compileComputed(declared, row, field, scope);
    case "part": {
      const prefix = declared.prefix?.(row) ?? row;
      const { sql, finishers } = compileObject(declared.of.fields, prefix, field.fields, scope);
      const absent = declared.absent?.(row, scope, values);
      return finished(absent ? `CASE WHEN ${absent} THEN 'null' ELSE ${sql} END` : sql, finishers);
    }
    case "link": {
      const alias = scope.join((name) => declared.join(row, name, scope, values));
      const { sql, finishers } = compileObject(declared.to.fields, alias, field.fields, scope);
      return finished(`CASE WHEN ${alias}.id IS NULL THEN 'null' ELSE ${sql} END`, finishers);
    }
    case "list": {
      const { sql, finishers } = compileList(declared.of, declared.rows, field, scope, row);
      return finished(sql, finishers);
    }
    case "page": {
      const { sql, finishers } = compilePage(declared, field, scope, row);
      return finished(sql, finishers);
    }
  }
}

const isArray = (type: unknown): boolean => Array.isArray(type);

const finished = (sql: string, fields: Finishers): CompiledField =>
  Object.keys(fields).length > 0 ? { sql, finisher: { fields } } : { sql };

function compileComputed(
  { inputs, compute }: ComputedField,
  row: string,
  { arguments: values, fields }: SelectedField,
  scope: QueryScope,
): CompiledField {
  const pairs = Object.entries(inputs).map(([name, sql]) => `'${name}', ${sql(row, scope, values)}`);
  return {
    sql: `json_build_object(${pairs.join(", ")})::text`,
    finisher: {
      compute: async (inputs, context) => selectFrom(await compute(inputs, values, context), fields),
      fields: {},
    },
  };
}

/** The selected fields of computed objects, which have all of them. */
function selectFrom(value: unknown, fields: readonly SelectedField[]): unknown {
  if (fields.length === 0 || value == null) return value;
  if (Array.isArray(value)) return value.map((item) => selectFrom(item, fields));
  return Object.fromEntries(
    fields.map(({ key, name, type, fields: below }) => [
      key,
      name === "__typename" ? type.name : selectFrom((value as Record<string, unknown>)[name], below),
    ]),
  );
}

/** SQL of the JSON text of all rows of a list. */
export function compileList(
  of: Pick<Entity, "fields">,
  rows: ListRows,
  { arguments: values, fields }: SelectedField,
  scope: QueryScope,
  row = "",
): Compiled {
  const list = scope.nested();
  const alias = list.alias();
  const { from, where, order } = rows(alias, list, values, row);
  const { sql, finishers } = compileObject(of.fields, alias, fields, list);
  const objects = `SELECT coalesce(${sql}, '${unexpectedNull}') AS json FROM ${[from, ...list.joins].join(" ")}
    WHERE ${where} ORDER BY ${order}`;
  return { sql: `'[' || ${joinedJson(objects)} || ']'`, finishers };
}

/** SQL of the JSON texts of rows with commas between them. */
const joinedJson = (rows: string): string =>
  `(SELECT coalesce(string_agg(json, ','), '') FROM (${rows}) AS list)`;

/** SQL of the JSON text of one page of a list with the fields of a page type: nodes, totalCount, pageInfo. */
export function compilePage(
  { of, rows, first }: Pick<PageField, "of" | "rows" | "first">,
  { arguments: values, fields }: SelectedField,
  scope: QueryScope,
  row = "",
): Compiled {
  const cursor = readCursor((values.first as number | null) ?? first, values.after as string | null, scope);
  const list = scope.nested(cursor.municipalities);
  const alias = list.alias();
  const { from, where, order } = rows(alias, list, values, row);
  const page = `(SELECT ${alias}.* FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT ${cursor.limit} OFFSET ${cursor.offset}) AS ${alias}`;
  const finishers: Record<string, Finisher> = {};
  const parts = fields.map((field) => {
    if (field.name !== "nodes") return [field.key, pageJson(field, cursor, list)] as const;
    const nodes = list.nested();
    const compiled = compileObject(of.fields, alias, field.fields, nodes);
    if (Object.keys(compiled.finishers).length > 0) finishers[field.key] = { fields: compiled.finishers };
    // The page is in order; only joins may change that.
    const again = nodes.joins.length > 0 ? ` ORDER BY ${order}` : "";
    const objects = `SELECT coalesce(${compiled.sql}, '${unexpectedNull}') AS json
      FROM ${[page, ...nodes.joins].join(" ")}${again}`;
    return [field.key, concatenated(["'['", joinedJson(objects), "']'"])] as const;
  });
  const isCounted = fields.some(({ name }) => name === "totalCount" || name === "pageInfo");
  const json = objectJson(parts);
  if (!isCounted) return { sql: json, finishers };
  const count = `(SELECT count(*)::integer FROM ${from} WHERE ${where})`;
  return { sql: `(SELECT ${json} FROM (SELECT ${count} AS total) AS totals)`, finishers };
}

/** SQL of the JSON text of a page's fields other than nodes; `total` is the number of rows on all pages. */
function pageJson(field: SelectedField, { limit, offset }: Cursor, scope: QueryScope): string {
  if (field.name === "__typename") return typeName(field);
  if (field.name === "totalCount") return "total::text";
  const end = `least(total, ${offset + limit})`;
  const parts = field.fields.map((part) => {
    if (part.name === "__typename") return [part.key, typeName(part)] as const;
    if (part.name === "hasNextPage") return [part.key, `(total > ${offset + limit})::text`] as const;
    const place = `'"${writeCursor(scope.municipalities)}.' || ${end} || '"'`;
    return [part.key, `CASE WHEN ${end} > ${offset} THEN ${place} ELSE 'null' END`] as const;
  });
  return objectJson(parts);
}
