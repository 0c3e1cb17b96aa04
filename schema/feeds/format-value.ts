import { inLanguage, type Language } from "../core/language.ts";
import type { Localized } from "../core/localized.ts";
import { normalizeWord, yesNo } from "../core/normalize-word.ts";
import { formatMonth, monthName } from "../core/scalars/month.ts";
import { formatQuarter, quarterName } from "../core/scalars/quarter.ts";
import type { FormColumn } from "./feed.ts";

const percent = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 10 });

/** Formats the value of a column; returns the text unchanged if there is no format for it. */
export function formatValue(column: FormColumn, text: string, language: Language | null): string {
  return inLanguage(inBothLanguages(column, text), language);
}

/** A period of a table, as files write it: tables store quarters and months as numbers. */
export function formatTime({ type }: FormColumn, stored: string | number): string {
  if (type.is === "quarter") return formatQuarter(Number(stored));
  if (type.is === "month") return formatMonth(Number(stored));
  return String(stored);
}

function inBothLanguages({ type, unit = "" }: FormColumn, text: string): Localized {
  const same = (text: string): Localized => ({ ko: text, en: text });
  switch (type.is) {
    case "won":
      return { ko: `${grouped(text)}원`, en: `${grouped(text)} won` };
    case "count":
      // In English the column's label contains the unit.
      return { ko: `${grouped(text)}${unit}`, en: grouped(text) };
    case "percent":
      return same(percent.format(Number(text)));
    case "year":
      return { ko: text.replace(/\s*년?$/, "년"), en: text.replace(/\s*년$/, "") };
    case "quarter":
      return quarterName(text);
    case "month":
      return monthName(text);
    case "businessNumber":
      return same(text.replace(/^(\d{3})-?(\d{2})-?(\d{5})$/, "$1-$2-$3"));
    case "yesNo":
      return yesNo.get(normalizeWord(text)) ? { ko: "예", en: "yes" } : { ko: "아니오", en: "no" };
    case "choice":
      return choiceWords(type.choices, text);
    default:
      return same(text);
  }
}

const grouped = (number: string): string => Number(number).toLocaleString("en-US");

/** The official word for a choice, given its name or any of its words. */
function choiceWords(choices: Readonly<Record<string, string>>, text: string): Localized {
  const words = Object.entries(choices);
  const name = words.find(
    ([word, code]) => code === text || normalizeWord(word) === normalizeWord(text),
  )?.[1];
  const official = words.find(([, code]) => code === name);
  if (!official) return { ko: text, en: text };
  const [word, code] = official;
  return { ko: word, en: code.charAt(0) + code.slice(1).toLowerCase().replaceAll("_", " ") };
}
