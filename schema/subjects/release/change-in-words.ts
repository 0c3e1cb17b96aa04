import { FieldResolver, Resolver, Root } from "type-graphql";
import { inLanguage, type Language, TextLanguage } from "../../core/language.ts";
import { describe } from "../../core/localized.ts";
import { nameOf } from "../../feeds/feed.ts";
import { shown } from "../../feeds/format-value.ts";
import { Change } from "./change.ts";
import { statedValue } from "./stated-value.ts";

/** What a change is of and what it changed, in the words and units of the form that states it. */
@Resolver(() => Change)
export class ChangeInWordsResolver {
  @FieldResolver(() => String, {
    description: describe(
      "바뀐 값을 사람이 부르는 이름. 예: 집행액누계, 이행상태.",
      "What people call the value that changed, e.g. executed, state.",
    ),
  })
  measureName(@Root() { subject, measure }: Change, @TextLanguage() language: Language | null): string {
    const stated = statedValue(subject, measure);
    return stated ? inLanguage(nameOf(stated.column), language) : measure;
  }

  @FieldResolver(() => String, {
    description: describe(
      "바뀐 행의 키를 읽기 쉽게. 예: 1-4-2 · 2019년 2/4분기 · 2019년 · 시비.",
      "Key of the row as people read it, e.g. 1-4-2 · Q2 2019 · 2019 · City.",
    ),
  })
  keyShown(@Root() { subject, key, measure }: Change, @TextLanguage() language: Language | null): string {
    const keys = statedValue(subject, measure)?.keys ?? [];
    const parts = key.split(" ");
    // Names in keys may have blanks of their own; such a key is shown as it is.
    if (parts.length !== keys.length) return key;
    return keys.map((column, at) => shown(column, parts[at]!, language)).join(" · ");
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: describe(
      "앞의 값을 읽기 쉽게. 금액은 원, 수는 세는 단위, 비율은 %까지. 예: 736,505,000원.",
      "The value before as people read it: amounts in won, rates in %, e.g. 736,505,000 won; null where there was none.",
    ),
  })
  beforeShown(@Root() change: Change, @TextLanguage() language: Language | null): string | null {
    return shownValue(change, change.before, change.beforeText, language);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: describe(
      "뒤의 값을 읽기 쉽게. 끝난 행이면 null. 예: 662,854,000원.",
      "The value after as people read it, e.g. 662,854,000 won; null where the row ended.",
    ),
  })
  afterShown(@Root() change: Change, @TextLanguage() language: Language | null): string | null {
    return shownValue(change, change.after, change.afterText, language);
  }
}

/** Figures are shown from the number, as the text is in the unit of its file. */
const figures = ["won", "count", "percent"];

function shownValue(
  { subject, measure }: Change,
  number: number | null,
  text: string | null,
  language: Language | null,
): string | null {
  const column = statedValue(subject, measure)?.column;
  const value = column && figures.includes(column.type.is) ? number : text;
  return column && value !== null ? shown(column, String(value), language) : text;
}
