import type { Localized } from "../../schema/core/localized.ts";

/** A span of days, written 2019-01-01; a null end is open. `label` is what the document prints. */
export interface Period {
  label: string;
  start: string | null;
  end: string | null;
}

const halves: Record<string, (year: string) => Localized> = {
  "01-01/12-31": (year) => ({ ko: year, en: year }),
  "01-01/06-30": (year) => ({ ko: `${year} 상반기`, en: `${year} H1` }),
  "07-01/12-31": (year) => ({ ko: `${year} 하반기`, en: `${year} H2` }),
};

/** What people call a period: 기투자, 2018 하반기, 2019, 임기후. */
export function periodName({ start, end }: Period): Localized {
  if (start === null) return { ko: "기투자", en: "Before term" };
  if (end === null) return { ko: "임기후", en: "After term" };
  const year = start.slice(0, 4);
  const name = year === end.slice(0, 4) ? halves[`${start.slice(5)}/${end.slice(5)}`] : undefined;
  return name ? name(year) : { ko: `${start}~${end}`, en: `${start}–${end}` };
}

/** The first day of a quarter written 2019-Q2: 2019-04-01. */
export function firstDayOf(quarter: string): string {
  const [year, number] = quarter.split("-Q");
  return `${year}-${String(Number(number) * 3 - 2).padStart(2, "0")}-01`;
}

/** Whether a period holds a day, both written 2019-04-01. */
export const holds = ({ start, end }: Period, day: string): boolean =>
  (start === null || start <= day) && (end === null || day <= end);
