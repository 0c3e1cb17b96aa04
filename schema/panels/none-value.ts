import type { Variable } from "./variable.ts";

/** Chooses what has none of a variable's values. */
export const noneValue = "none";

/** Whether a variable takes a value; what has none of its values, only where that can be asked for. */
export const takes = (variable: Variable | undefined, value: string): boolean =>
  variable !== undefined && (value !== noneValue || variable.none !== undefined);
