import type { Span } from "./table.ts";

/** Adds a number, not smaller than those before, to spans in order. */
export function addToSpans(spans: Span[], first: number, last = first): void {
  const before = spans.at(-1);
  if (before && first <= before.last + 1) before.last = Math.max(before.last, last);
  else spans.push({ first, last });
}
