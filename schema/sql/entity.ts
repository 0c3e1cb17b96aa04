import { Arg, type ClassType, Field, ID, Int, ObjectType } from "type-graphql";
import { type AssumedSize, assumedSize } from "../core/assumed-size.ts";
import type { HubContext } from "../core/context.ts";
import { describe, type Localized } from "../core/localized.ts";
import type { ArgumentValues, JoinSql, ListRows, RowSql } from "./row-sql.ts";

/** An argument of a field or a query, by type-graphql's rules. */
export interface Argument {
  type: () => unknown;
  /** Whether it is optional and nullable. */
  nullable: boolean;
  default?: unknown;
  description: Localized;
}

interface FieldBase {
  description: Localized;
  arguments?: Readonly<Record<string, Argument>>;
  /** Default: 100 elements of a list, and one value of a text. */
  size?: AssumedSize;
}

/** A scalar, an enum, or a list of them. */
export interface ValueField extends FieldBase {
  is: "value";
  /** By type-graphql's rules: () => String, () => [String]. */
  type: () => unknown;
  nullable: boolean;
  sql: RowSql;
}

/** Fields of the row itself that form an object of their own, such as a citation. */
export interface PartField extends FieldBase {
  is: "part";
  of: Entity;
  /** Alias or expression that the SQL of its fields uses as the row. Default: the row itself. */
  prefix?: (row: string) => string;
  /** SQL that is true if the object is null. Default: never. */
  absent?: RowSql;
}

/** One row of another entity that the row is linked to. */
export interface LinkField extends FieldBase {
  is: "link";
  to: Entity;
  nullable: boolean;
  join: JoinSql;
}

/** All rows of another entity that belong to the row. */
export interface ListField extends FieldBase {
  is: "list";
  of: Entity;
  rows: ListRows;
}

/** Rows of another entity that belong to the row, in pages. */
export interface PageField extends FieldBase {
  is: "page";
  of: Entity;
  rows: ListRows;
  /** Default number of rows per page. */
  first: number;
}

/** A value that the database cannot compute: it is computed from values of the row after the statement. */
export interface ComputedField extends FieldBase {
  is: "computed";
  type: () => unknown;
  nullable: boolean;
  /** SQL of its inputs, by name. */
  inputs: Readonly<Record<string, RowSql>>;
  // biome-ignore lint/suspicious/noExplicitAny: the inputs have the types of their SQL
  compute: (inputs: any, values: ArgumentValues, context: HubContext) => unknown;
}

/** A field without a value in this query, of any type: JSON null. */
export interface AbsentField extends FieldBase {
  is: "absent";
}

export type EntityField =
  | ValueField
  | PartField
  | LinkField
  | ListField
  | PageField
  | ComputedField
  | AbsentField;

/** A type of object that queries return. The GraphQL type, its description and SQL derive from this declaration. */
export interface Entity {
  /** Name of the GraphQL type. */
  name: string;
  /** The class that represents the GraphQL type in type-graphql. */
  type: ClassType;
  fields: Record<string, EntityField>;
  /** The class of its pages; null if it has none. */
  page: ClassType | null;
}

/** Declares an entity. */
export function entity(
  name: string,
  description: Localized,
  fields: Readonly<Record<string, EntityField>>,
): Entity {
  class EntityType {}
  Object.defineProperty(EntityType, "name", { value: name });
  ObjectType(name, { description: describe(description.ko, description.en) })(EntityType);
  const declared: Entity = { name, type: EntityType, fields: {}, page: null };
  extend(declared, fields);
  return declared;
}

/** Adds fields to an entity of another subject. */
export function extend(declared: Entity, fields: Readonly<Record<string, EntityField>>): void {
  for (const [name, field] of Object.entries(fields)) {
    if (name in declared.fields) throw new Error(`${declared.name}.${name} is declared twice.`);
    declared.fields[name] = field;
    registerField(declared.type, name, field);
  }
}

function registerField({ prototype }: ClassType, name: string, field: EntityField): void {
  const description = describe(field.description.ko, field.description.en);
  const options = { nullable: isNullable(field), description };
  const type = typeOf(field) as () => StringConstructor;
  if (field.size) assumedSize(field.size)(prototype, name);
  if (!field.arguments) {
    Field(type, options)(prototype, name);
    return;
  }
  // Only methods have arguments in type-graphql; queries are compiled, so that it is never called.
  Object.defineProperty(prototype, name, { configurable: true, value: () => undefined });
  Field(type, options)(prototype, name, Object.getOwnPropertyDescriptor(prototype, name)!);
  registerArguments(prototype, name, field.arguments);
}

/** Registers the arguments of a method with type-graphql. */
export function registerArguments(
  prototype: object,
  method: string,
  declaredArguments: Readonly<Record<string, Argument>>,
): void {
  for (const [index, [name, argument]] of Object.entries(declaredArguments).entries())
    ArgumentOf(name, argument)(prototype, method, index);
}

/** The decorator of a resolver's parameter that takes an argument. */
export function ArgumentOf(
  name: string,
  { type, nullable, default: defaultValue, description }: Argument,
): ReturnType<typeof Arg> {
  const options = { nullable, defaultValue, description: describe(description.ko, description.en) };
  return Arg(name, type as () => StringConstructor, options);
}

function typeOf(field: EntityField): () => unknown {
  switch (field.is) {
    case "value":
    case "computed":
      return field.type;
    case "part":
      return () => field.of.type;
    case "link":
      return () => field.to.type;
    case "list":
      return () => [field.of.type];
    case "page":
      return () => field.of.page!;
    case "absent":
      throw new Error("Absent fields are for queries, not for types.");
  }
}

function isNullable(field: EntityField): boolean {
  if (field.is === "part") return field.absent !== undefined;
  return "nullable" in field && field.nullable;
}

type Options = Partial<Pick<ValueField, "nullable" | "arguments">>;

/** A field that is a value of the row: SQL, or the name of a column. */
export function value(
  type: () => unknown,
  sql: string | RowSql,
  ko: string,
  en: string,
  { nullable = false, arguments: declaredArguments }: Options = {},
): ValueField {
  const rowSql = typeof sql === "string" ? (row: string) => `${row}.${sql}` : sql;
  return {
    is: "value",
    type,
    nullable,
    sql: rowSql,
    description: { ko, en },
    ...(declaredArguments && { arguments: declaredArguments }),
  };
}

/** A field of which it is declared how large its values are. */
export const sized = <AnyField extends EntityField>(field: AnyField, size: AssumedSize): AnyField => ({
  ...field,
  size,
});

/** A text of the row. */
export const text = (sql: string | RowSql, ko: string, en: string, options?: Options): ValueField =>
  value(() => String, sql, ko, en, options);

/** A code by which people and queries name the row. */
export const code = (sql: string | RowSql, ko: string, en: string): ValueField =>
  value(() => ID, sql, ko, en);

/** A whole number of the row, within 32 bits. */
export const integer = (sql: string | RowSql, ko: string, en: string, options?: Options): ValueField =>
  value(() => Int, sql, ko, en, options);

/** Arguments that are optional because they are nullable. */
export const nullable = { nullable: true } as const;
