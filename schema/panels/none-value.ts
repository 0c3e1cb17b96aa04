import type { Variable } from "./variable.ts";

/** Value that selects the rows without any of a variable's values. */
export const noneValue = "none";

/** Whether a variable accepts a value; `none` only if rows without a value can be queried. */
export const takes = (variable: Variable | undefined, value: string): boolean =>
  variable !== undefined && (value !== noneValue || variable.none !== undefined);
