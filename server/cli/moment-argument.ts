import { InvalidArgumentError } from "commander";
import { isMoment, momentOf } from "../../dashboards/panels/moment.ts";

/** A day or a moment as the command line takes it; a day is its end in Korea, and null for today, which is now. */
export function momentArgument(text: string): Date | null {
  if (!isMoment(text)) throw new InvalidArgumentError("2025-03-01처럼 쓰십시오. / Write it like 2025-03-01.");
  const moment = momentOf(text, new Date());
  return moment === null ? null : new Date(moment);
}
