import { isLeafType } from "graphql";
import type { Selected } from "./selected.ts";

/** What a field is in an answer, from a value with plain properties. */
export function jsonValue(value: unknown, field: Selected): unknown {
  if (field.name === "__typename") return field.type.name;
  if (value === null || value === undefined) return null;
  if (isLeafType(field.type)) return field.type.serialize(value);
  return Object.fromEntries(
    field.fields.map((below) => [
      below.key,
      jsonValue((value as Record<string, unknown>)[below.name], below),
    ]),
  );
}
