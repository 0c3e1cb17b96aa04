import { displayText } from "../../documents/table.ts";
import type { FoundHeadings } from "./find-headings.ts";
import type { Mapping, Template } from "./mapping.ts";

const years = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;
const periodTypes = new Set(["quarter", "month", "date"]);

/**
 * A year or quarter that the mapping writes into rows (members 1월 = 2024-01) and that the sheet's name, the lines
 * above the headings and the headings do not print, or not alone: next year's file would get last year's periods. Null if there is none.
 */
export function periodNotPrinted(mapping: Mapping, { table, headings }: FoundHeadings): string | null {
  const above = headings.above.flatMap(({ cells }) => cells.map(displayText));
  const own = headings.paths.filter((path) => path !== null);
  const printed = [table.sheet ?? "", ...above, ...own].join("\n").normalize("NFKC");
  const fixed = fixedTexts(mapping).flatMap((text) => text.match(years) ?? []);
  const other = fixed.find((year) => !isYearPrinted(year, printed));
  if (other !== undefined) return other;
  // A later year is that of the file; an earlier one is what it is compared with.
  const later = (printed.match(years) ?? []).some((year) => year > fixed.toSorted().at(-1)!);
  if (fixed.length > 0 && later) return fixed[0]!;
  return fixedParts(mapping).find(({ part }) => !part.test(printed))?.text ?? null;
}

const isYearPrinted = (year: string, printed: string): boolean =>
  printed.includes(year) || new RegExp(`['’‘]${year.slice(2)}(?!\\d)`).test(printed);

/** All that a mapping writes into rows itself. */
function fixedTexts({ columns, unpivot }: Mapping): string[] {
  const texts = [...columns.values()].flatMap((source) =>
    source.is === "printed"
      ? [source.prefix, ...source.words.values()]
      : source.is === "constant"
        ? inTemplate(source.template)
        : [],
  );
  return [...texts, ...[...(unpivot?.members.values() ?? [])].flatMap(inTemplate)];
}

/** The quarter or month that a constant writes into each row, and how titles print it. */
function fixedParts({ columns }: Mapping): { text: string; part: RegExp }[] {
  return [...columns].flatMap(([{ type }, source]) => {
    if (source.is !== "constant" || !periodTypes.has(type.is)) return [];
    const text = source.template.map((part) => (typeof part === "string" ? part : "")).join("");
    const part = partOfYear(text);
    return part ? [{ text, part }] : [];
  });
}

function partOfYear(text: string): RegExp | null {
  const quarter = /Q\s*([1-4])|([1-4])\s*(?:\/4|분기|Q)/i.exec(text);
  const digit = quarter?.[1] ?? quarter?.[2];
  if (digit) return new RegExp(`(?<!\\d)${digit}\\s*(?:/\\s*4|분기|Q)|Q${digit}`, "i");
  const month = /(?:^|\D)0?(1[0-2]|[1-9])(?:월|$|[-.]\d{1,2}\.?$)/.exec(text.replace(years, ""))?.[1];
  return month ? new RegExp(`(?<!\\d)0?${month}(?:월|\\.|-|$)`, "m") : null;
}

const inTemplate = (template: Template): string[] => template.filter((part) => typeof part === "string");
