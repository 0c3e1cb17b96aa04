import type { GraphQLField } from "graphql";
import { Extensions } from "type-graphql";

/** How large a value of a field is taken to be when the cost of a query is computed, before anything is read. */
export interface AssumedSize {
  /** Elements of a list without `first`: those of a large city, rounded up. */
  elements?: number;
  /** Values that a long text counts for; a short one counts for 1. */
  weight?: number;
}

/** A key of a summary, as far as it limits the number of rows. */
export interface KeySize {
  /** The field of `where` that selects values of the key. */
  field: string;
  /** Maximum number of its values, in one municipality if `isLocal`. */
  values: number;
  /** Whether each municipality has values of its own. */
  isLocal: boolean;
  /** Number of its values in a year, if they are periods. */
  perYear?: number;
}

/** The size of lists of which nothing is declared: more than most have, so that a new field is never free. */
export const defaultElements = 100;

/** Decorator of a field: declares its size. */
export const assumedSize = (size: AssumedSize) => Extensions({ assumedSize: size });

/** Decorator of a summary's query: declares its keys. */
export const keySizes = (sizes: Readonly<Record<string, KeySize>>) => Extensions({ keySizes: sizes });

/** The declared size of a field; empty if nothing is declared. */
export const assumedSizeOf = ({ extensions }: GraphQLField<unknown, unknown>): AssumedSize =>
  (extensions.assumedSize as AssumedSize | undefined) ?? {};

/** The keys of a summary's query; empty for any other field. */
export const keySizesOf = ({ extensions }: GraphQLField<unknown, unknown>): Record<string, KeySize> =>
  (extensions.keySizes as Record<string, KeySize> | undefined) ?? {};
