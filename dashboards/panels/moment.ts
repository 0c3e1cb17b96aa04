import { days } from "../moments.ts";

const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
};

/**
 * The moment that a text names: a day, 2025-03-01, is its end in Korea, and today is now; a moment has its offset,
 * 2025-03-01T09:00:00+09:00, whose + an address may have made a blank. Null for what is neither.
 */
export function momentOf(text: string, now: Date): Date | null {
  const form =
    /^(\d{4}-\d{2}-\d{2})(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+ -]\d{2}:\d{2}))?$/.exec(text);
  if (!form?.[1] || !isDay(form[1])) return null;
  if (form[2]) return new Date(text.replace(" ", "+"));
  return text === days.format(now) ? now : new Date(`${text}T23:59:59.999+09:00`);
}
