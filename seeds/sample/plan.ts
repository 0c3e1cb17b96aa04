import { type Calendar, calendarOf } from "./calendar.ts";

/** Parameters of a sample city. */
export interface SampleOptions {
  /** Seed of the random numbers; any whole number. */
  seed: number;
  /** Number of pledges; everything else grows with it. From 10 on, all special cases occur. */
  size: number;
  /** Number of purchases; default: 60 per pledge. */
  purchases?: number;
  /** Code of the municipality; default: 99999. */
  code?: string;
}

/** The quantities that all files of a sample city share. */
export interface CityPlan {
  seed: number;
  code: string;
  name: string;
  calendar: Calendar;
  pledges: number;
  departments: number;
  enterprises: number;
  /** Suppliers without certificates. */
  ordinaryFirms: number;
  purchases: number;
  outlets: number;
  courses: number;
}

/** The code of the default sample city. */
export const sampleCode = "99999";

/** Derives all quantities from the options. */
export function planCity({ seed, size, purchases, code = sampleCode }: SampleOptions): CityPlan {
  return {
    seed,
    code,
    name: code === sampleCode ? "가상시" : `가상시 ${code}`,
    calendar: calendarOf(size),
    pledges: size,
    departments: 6 + Math.floor(size / 8),
    enterprises: 10 + 2 * size,
    ordinaryFirms: 20 + 2 * size,
    purchases: purchases ?? 60 * size,
    outlets: 5 + Math.floor(size / 10),
    courses: 5 + Math.floor(size / 10),
  };
}

/** Yields 0, 1, 2 and so on, below `count`. */
export function* upTo(count: number): Generator<number> {
  for (let index = 0; index < count; index++) yield index;
}
