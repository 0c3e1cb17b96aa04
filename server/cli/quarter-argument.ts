import { InvalidArgumentError } from "commander";
import { parseQuarter, type QuarterNumber } from "../../schema/core/scalars/quarter.ts";

/** Parser of a command-line quarter. */
export function quarterArgument(text: string): QuarterNumber {
  const quarter = parseQuarter(text);
  if (quarter !== undefined) return quarter;
  throw new InvalidArgumentError("2019-Q2처럼 쓰십시오. / Write it like 2019-Q2.");
}
