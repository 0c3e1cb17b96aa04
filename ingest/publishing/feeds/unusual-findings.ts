import { Language } from "../../../schema/core/language.ts";
import type { Localized } from "../../../schema/core/localized.ts";
import { particle } from "../../../schema/core/particle.ts";
import { type Form, nameOf } from "../../../schema/feeds/feed.ts";
import { formatTime, formatValue } from "../../../schema/feeds/format-value.ts";
import type { Place } from "../../draft-finding.ts";
import type { Source } from "../../forms/source.ts";
import { columnOf } from "./corrections.ts";
import type { SilentReporters } from "./silent-reporters.ts";
import type { UnusualFigure } from "./unusual-figures.ts";

interface Note extends Localized {
  place: Place;
}

/** Departments that a finding names. */
const mostNames = 10;

/** The note on unusual figures of one cause, at the cell of the first. */
export function figureFinding(form: Form, figures: readonly UnusualFigure[], source: Source): Note {
  const [first] = figures;
  const { kind, measure, value, before, beforePeriod } = first!;
  const column = columnOf(form, measure);
  const period = form.columns.find(({ field }) => field === form.period)!;
  const words = (language: Language) => ({
    value: formatValue(column, value, language),
    before: formatValue(column, before, language),
    period: formatValue(period, formatTime(period, beforePeriod), language),
  });
  const [ko, en] = [words(Language.KO), words(Language.EN)];
  const name = nameOf(column);
  const ratio = Math.abs(Number(value) / Number(before));
  const others = figures.length - 1;
  const more = {
    ko: others > 0 ? ` 이 열의 ${others.toLocaleString("en")}칸도 그렇습니다.` : "",
    en:
      others > 0
        ? ` So ${others === 1 ? "is 1 other cell" : `are ${others.toLocaleString("en")} other cells`} of this column.`
        : "",
  };
  const messages: Record<UnusualFigure["kind"], Localized> = {
    UNIT: {
      ko: `${ko.value}, ${ko.period}의 ${ko.before}보다 ${timesOf(ratio).ko}입니다.${more.ko} 단위를 확인하십시오.`,
      en: `${en.value} is ${timesOf(ratio).en} the ${en.before} of ${en.period}.${more.en} Check the unit.`,
    },
    TENFOLD: {
      ko: `${ko.value}, 앞서 공표한 모든 값의 열 배가 넘습니다(${ko.period} ${ko.before}). 원본과 대조하십시오.`,
      en: `${en.value} is at least ten times every earlier value (${en.before} in ${en.period}). Compare it with the original.`,
    },
    FALL: {
      ko: `누계가 ${ko.period}의 ${ko.before}에서 ${particle(ko.value, "으로")} 줄었습니다. 원본과 대조하십시오.`,
      en: `A cumulative figure falls from the ${en.before} of ${en.period} to ${en.value}. Compare it with the original.`,
    },
  };
  const message = messages[kind];
  return {
    place: source.cell(first!, column.field),
    ko: `${column.heading}: ${message.ko}`,
    en: `${name.en}: ${message.en}`,
  };
}

/** 1,000배 많은, as the nearest power of a thousand. */
function timesOf(ratio: number): Localized {
  const times = (Math.max(ratio, 1 / ratio) > 30_000 ? 1_000_000 : 1_000).toLocaleString("en");
  return ratio > 1
    ? { ko: `약 ${times}배 많은 값`, en: `about ${times} times` }
    : { ko: `약 ${times}배 적은 값`, en: `about one ${times}th of` };
}

/** The note on departments that no longer report, at the period of the first new row. */
export function silenceFinding(form: Form, silence: SilentReporters, source: Source): Note {
  const { names } = silence;
  const listed = names.slice(0, mostNames).join(", ");
  const rest = names.length - Math.min(names.length, mostNames);
  return {
    place: source.cell(silence, form.period!),
    ko: `앞 기간에 보고한 부서 가운데 이번에 없는 부서가 ${names.length}곳 있습니다: ${listed}${rest > 0 ? ` 외 ${rest}곳` : ""}. 빠진 것이 아닌지 확인하십시오.`,
    en: `${names.length} of the departments of the period before ${names.length === 1 ? "has" : "have"} no row in this one: ${listed}${rest > 0 ? ` and ${rest} more` : ""}. Check that nothing was left out.`,
  };
}
