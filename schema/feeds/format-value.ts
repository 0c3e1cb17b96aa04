import { inLanguage, type Language } from "../core/language.ts";
import type { Localized } from "../core/localized.ts";
import { normalizeWord, yesNo } from "../core/normalize-word.ts";
import { formatMonth } from "../core/scalars/month.ts";
import { formatQuarter } from "../core/scalars/quarter.ts";
import type { FormColumn } from "./feed.ts";

const months = new Intl.DateTimeFormat("en-US", { month: "short", timeZone: "UTC" });
const percent = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 10 });

/** What stands in a column, as people read it; the text as it is where there is no better way to say it. */
export function shown(column: FormColumn, text: string, language: Language | null): string {
  return inLanguage(inBothLanguages(column, text), language);
}

/** What a table holds of a time, as files write it: tables count quarters and months. */
export function timeWritten({ type }: FormColumn, stored: string | number): string {
  if (type.is === "quarter") return formatQuarter(Number(stored));
  if (type.is === "month") return formatMonth(Number(stored));
  return String(stored);
}

function inBothLanguages({ type, unit = "" }: FormColumn, text: string): Localized {
  const same = (said: string): Localized => ({ ko: said, en: said });
  switch (type.is) {
    case "won":
      return { ko: `${grouped(text)}원`, en: `${grouped(text)} won` };
    case "count":
      // In English the name of the column says what is counted.
      return { ko: `${grouped(text)}${unit}`, en: grouped(text) };
    case "percent":
      return same(percent.format(Number(text)));
    case "year":
      return { ko: text.replace(/\s*년?$/, "년"), en: text.replace(/\s*년$/, "") };
    case "quarter":
      return {
        ko: text.replace(/^(\d{4})-Q([1-4])$/, "$1년 $2/4분기"),
        en: text.replace(/^(\d{4})-Q([1-4])$/, "Q$2 $1"),
      };
    case "month":
      return {
        ko: text.replace(/^(\d{4})-0?(\d{1,2})$/, "$1년 $2월"),
        en: text.replace(/^(\d{4})-0?(\d{1,2})$/, (_, year, month) => `${monthInEnglish(month)} ${year}`),
      };
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

const monthInEnglish = (month: string): string => months.format(Date.UTC(2000, Number(month) - 1));

const grouped = (number: string): string => Number(number).toLocaleString("en-US");

/** The official word for a choice, told by its name or by any of its words. */
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
