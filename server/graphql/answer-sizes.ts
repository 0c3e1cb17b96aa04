import type { GraphQLField } from "graphql";
import { assumedSizeOf, defaultElements, type KeySize } from "../../schema/core/assumed-size.ts";

/** Elements of the lists of introspection, by Type.field. */
const introspectionSizes: Readonly<Record<string, number>> = {
  "__Schema.types": 150,
  "__Schema.directives": 6,
  "__Directive.args": 2,
  "__Directive.locations": 5,
  "__Type.fields": 8,
  "__Type.inputFields": 4,
  "__Type.enumValues": 5,
  "__Type.interfaces": 1,
  "__Type.possibleTypes": 1,
  "__Field.args": 2,
};

type AnyField = GraphQLField<unknown, unknown>;

/** The elements that a list field without `first` is assumed to have. */
export const assumedListSize = (type: string, field: AnyField): number =>
  assumedSizeOf(field).elements ?? introspectionSizes[`${type}.${field.name}`] ?? defaultElements;

/** Values that a field's text counts for: 1 for numbers and short texts. Descriptions in introspection are long. */
export const textWeight = (field: AnyField): number =>
  assumedSizeOf(field).weight ?? (field.name === "description" ? 5 : 1);

/** The arguments of a summary that limit its number of rows. */
export interface SummaryArguments {
  groupBy?: readonly string[] | null;
  totals?: boolean | null;
  where?: Readonly<Record<string, unknown>> | null;
}

/**
 * Maximum number of rows of a summary with these keys: the product of the numbers of values of its keys, given `where`,
 * and with totals one more row per group of the levels above.
 */
export function summaryRows(
  keys: Readonly<Record<string, KeySize>>,
  { groupBy, totals, where }: SummaryArguments,
): number {
  let rows = 1;
  let totalRows = 0;
  for (const key of new Set(groupBy ?? [])) {
    totalRows += rows;
    rows *= valuesOf(keys[key]!, where ?? {});
  }
  return totals ? rows + totalRows : rows;
}

function valuesOf({ field, values, isLocal, perYear }: KeySize, where: Readonly<Record<string, unknown>>) {
  const municipalities = isLocal ? (lengthOf(where.municipality) ?? 1) : 1;
  // One row more for what has no department, or no year.
  const assumed = values * municipalities + 1;
  const selected = lengthOf(where[field]) ?? Number.POSITIVE_INFINITY;
  const years = lengthOf(where.year);
  const ofYears = perYear && years !== null ? perYear * years : Number.POSITIVE_INFINITY;
  return Math.min(assumed, selected * municipalities, ofYears);
}

const lengthOf = (list: unknown): number | null => (Array.isArray(list) ? list.length : null);
