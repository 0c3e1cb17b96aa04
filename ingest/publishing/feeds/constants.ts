import { escapeLiteral } from "pg";

/** Values shared by all rows of one part of a document, by column. */
export type Constants = Record<string, string | number | null>;

/** SQL by which the rows that a table is given next have these constants, so that they need not be sent with each. */
export function setDefaults(table: string, constants: Constants): string {
  const columns = Object.entries(constants).map(
    ([name, value]) => `ALTER ${name} SET DEFAULT ${value === null ? "NULL" : escapeLiteral(String(value))}`,
  );
  return `ALTER TABLE ${table} ${columns.join(", ")}`;
}
