import type { QuarterNumber } from "../core/scalars/quarter.ts";
import type { CellValue } from "./cell.ts";

/** A row of a feed by the names of its fields, as the reader would read it. Null is written as a blank. */
export type SampleRow = Readonly<Record<string, CellValue>>;

/** Printed if there is nothing to report; like a blank, it is not a figure. */
export const dash = "-";

/** Random draws that are the same on every machine and in every run. */
export interface SampleDraws {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** True with a probability of so many percent. */
  chance(percent: number): boolean;
  /** One of some items, all equally likely. */
  pick<Item>(items: readonly Item[]): Item;
}

/** A synthetic city, as far as the sample rows of a feed depend on it. */
export interface SampleSource {
  /** Names of its departments. */
  departments: readonly string[];
  /** Codes of its pledges. */
  pledges: readonly string[];
  /** The quarters that it reports on, oldest first. */
  quarters: readonly QuarterNumber[];
  /** The draws that the city's seed and a name determine. */
  draws(name: string): SampleDraws;
}
