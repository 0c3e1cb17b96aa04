import { departmentName } from "./names.ts";
import { type CityPlan, upTo } from "./plan.ts";

/** The purchasing behaviour of a department. */
export type DepartmentRole =
  /** Its purchase rate is exactly the target of each year. */
  | "meets target exactly"
  /** Has targets but never reports a purchase. */
  | "silent"
  /** Buys without a target. */
  | "without target"
  /** Reports no purchases for the second quarter of the last year. */
  | "misses a quarter"
  | "ordinary";

const roles = ["ordinary", "silent", "without target", "misses a quarter", "ordinary"] as const;

/** The role of the index-th department. */
export const departmentRole = (index: number): DepartmentRole =>
  index === 0 ? "meets target exactly" : roles[index % roles.length]!;

/** A department. */
export type DepartmentRow = { name: string };

/** The departments of a city. */
export function* departmentRows({ departments }: CityPlan): Generator<DepartmentRow> {
  for (const index of upTo(departments)) yield { name: departmentName(index) };
}
