import { inLanguage, type Language, textLanguage } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import { type Form, type FormColumn, measureOf, nameOf } from "../../feeds/feed.ts";
import { formatValue } from "../../feeds/format-value.ts";
import type { ComputedField, EntityField } from "../../sql/entity.ts";

/** The part of forms that changes need. */
export type ChangedForm = Pick<Form, "subject" | "columns">;

interface Change {
  subject: string;
  measure: string;
  key: string;
  number: number | null;
  text: string | null;
}

/** The form's column that a change belongs to, and the key columns. */
interface ChangedColumn {
  column: FormColumn;
  keys: readonly FormColumn[];
}

/** The form's column of a value; undefined if no form has it any longer. */
export function changedColumn(
  forms: readonly ChangedForm[],
  subject: string,
  measure: string,
): ChangedColumn | undefined {
  for (const { columns } of forms.filter((form) => form.subject === subject)) {
    const column = columns.find((one) => !one.key && measureOf(one) === measure);
    if (column) return { column, keys: columns.filter((one) => one.key) };
  }
  return undefined;
}

/** Figures are formatted from the number, because the text has the unit of its file. */
const figures = ["won", "count", "percent"];

/** The fields of a change with its labels and formatted values, with the terms and units of the forms. */
export function changeWords(forms: readonly ChangedForm[]): Record<string, EntityField> {
  const columnOf = ({ subject, measure }: Change) => changedColumn(forms, subject, measure);
  const words = (
    description: Localized,
    nullable: boolean,
    side: "before" | "after",
    compute: (change: Change, language: Language) => string | null,
  ): ComputedField => ({
    is: "computed",
    type: () => String,
    nullable,
    description,
    arguments: { language: textLanguage },
    inputs: {
      subject: (row) => `${row}.subject`,
      measure: (row) => `${row}.measure`,
      key: (row) => `${row}.key`,
      number: (row) => `${row}.${side}`,
      text: (row) => `${row}.${side}_text`,
    },
    compute: (change: Change, { language }) => compute(change, language),
  });
  const valueWords = (change: Change, language: Language): string | null => {
    const column = columnOf(change)?.column;
    const stated = column && figures.includes(column.type.is) ? change.number : change.text;
    return column && stated !== null ? formatValue(column, String(stated), language) : change.text;
  };
  return {
    measureName: words(
      {
        ko: "바뀐 값을 사람이 부르는 이름. 예: 집행액누계, 이행상태.",
        en: "Display name of the value that changed, e.g. executed, state.",
      },
      false,
      "before",
      (change, language) => {
        const found = columnOf(change);
        return found ? inLanguage(nameOf(found.column), language) : change.measure;
      },
    ),
    keyShown: words(
      {
        ko: "바뀐 행의 키를 읽기 쉽게. 예: 1-4-2 · 2019년 2/4분기 · 2019년 · 시비.",
        en: "Key of the row, formatted, e.g. 1-4-2 · Q2 2019 · 2019 · City.",
      },
      false,
      "before",
      (change, language) => keyWords(columnOf(change)?.keys ?? [], change.key, language),
    ),
    beforeShown: words(
      {
        ko: "앞의 값을 읽기 쉽게. 금액은 원, 수는 세는 단위, 비율은 %까지. 예: 736,505,000원.",
        en: "The value before, formatted: amounts in won, rates in %, e.g. 736,505,000 won; null if there was none.",
      },
      true,
      "before",
      valueWords,
    ),
    afterShown: words(
      {
        ko: "뒤의 값을 읽기 쉽게. 끝난 행이면 null. 예: 662,854,000원.",
        en: "The value after, formatted, e.g. 662,854,000 won; null if the row ended.",
      },
      true,
      "after",
      valueWords,
    ),
  };
}

function keyWords(keys: readonly FormColumn[], key: string, language: Language): string {
  const parts = key.split(" ");
  // Names in keys may contain spaces; such a key is returned unchanged.
  if (parts.length !== keys.length) return key;
  return keys.map((column, at) => formatValue(column, parts[at]!, language)).join(" · ");
}
