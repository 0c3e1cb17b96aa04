const days = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: "Asia/Seoul" });

/** Whether a text names a day, 2025-03-01, or a moment, 2025-03-01T09:00:00+09:00. */
export const isMoment = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}(T.*)?$/.test(text) && !Number.isNaN(Date.parse(text));

/** A day as the moment at its end in Korea, any other text as it is; null for today, as what is known now is known today. */
export function momentOf(text: string, now: Date): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  return text === days.format(now) ? null : `${text}T23:59:59.999+09:00`;
}
