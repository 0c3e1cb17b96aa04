import { type Calendar, calendarOf } from "./calendar.ts";

/** What a sample city is made from. */
export interface SampleOptions {
  /** Decides every draw; any whole number. */
  seed: number;
  /** How many pledges; all else grows with it. From 10 on every peculiarity is there. */
  size: number;
  /** How many purchases; left out: 60 for each pledge. */
  purchases?: number;
  /** Code of the municipality; left out: 99999. */
  code?: string;
}

/** What all files of a sample city agree on. */
export interface CityPlan {
  seed: number;
  code: string;
  name: string;
  calendar: Calendar;
  pledges: number;
  departments: number;
  enterprises: number;
  /** Suppliers that no certificate is of. */
  ordinaryFirms: number;
  purchases: number;
  outlets: number;
  courses: number;
}

/** The code that the hub's own sample city has. */
export const sampleCode = "99999";

/** Works out how large everything is. */
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

/** The indexes of so many: 0, 1, 2 and so on. */
export function* upTo(count: number): Generator<number> {
  for (let index = 0; index < count; index++) yield index;
}
