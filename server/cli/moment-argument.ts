import { InvalidArgumentError } from "commander";
import { momentOf } from "../../dashboards/panels/moment.ts";

/** Parser of a command-line time: a day, which stands for its end in Korea, or a time with its offset. */
export function momentArgument(text: string): Date {
  const moment = momentOf(text, new Date());
  if (moment) return moment;
  throw new InvalidArgumentError(
    "2025-03-01이나 2025-03-01T09:00:00+09:00처럼 쓰십시오. / Write it like 2025-03-01 or 2025-03-01T09:00:00+09:00.",
  );
}
