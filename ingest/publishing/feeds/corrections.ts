import { type Form, type FormColumn, measureOf } from "../../../schema/feeds/feed.ts";
import { formatTime } from "../../../schema/feeds/format-value.ts";
import { draftFinding } from "../../draft-finding.ts";
import type { Source, SourceCell } from "../../forms/source.ts";
import type { ChangeDraft } from "../changes.ts";
import type { FileFinding } from "../file-finding.ts";
import type { CellCorrection, FilledCell } from "./find-corrections.ts";
import type { References } from "./references.ts";

/** The column with this name in `changes`. */
export const columnOf = (form: Form, measure: string): FormColumn =>
  form.columns.find((column) => measureOf(column) === measure)!;

/** Types whose changes have numbers before and after. */
export const numeric: string[] = ["won", "count", "year", "percent"];

/** A value of a table as written in the feed. */
export function written(column: FormColumn, stored: string, known: References): string {
  const { type, references } = column;
  if (references) return known.written(references, stored);
  if (type.is === "choice")
    return Object.entries(type.choices).find(([, name]) => name === stored)?.[0] ?? stored;
  if (type.is === "yesNo") return stored === "true" ? "예" : "아니오";
  return formatTime(column, stored);
}

/** Rejects a row that changes a published value without a reason. */
export function correctionFinding(
  form: Form,
  correction: CellCorrection,
  source: Source,
  references: References,
): FileFinding {
  const column = columnOf(form, correction.measure);
  const place = source.cell(correction, column.field);
  const key = source.keyOf(correction);
  const heading = source.headingAt?.(correction, column) ?? column.heading;
  const name = source.nameOf?.(correction, column) ?? {
    ko: `${key}의 ${heading}`,
    en: `${heading} of ${key}`,
  };
  const before = correction.beforeQuote || written(column, correction.before, references);
  const after = textOf(correction, place) || written(column, correction.after, references);
  const [from, to] = clipped(before, after);
  const finding = draftFinding(
    "CORRECTION_WITHOUT_REASON",
    place,
    `이미 공표한 값과 다릅니다: ${name.ko}, "${from}" → "${to}". 정정이면 --reason "사유"를 붙여 다시 가져오십시오.`,
    `Differs from what is published: ${name.en}, "${from}" → "${to}". If this corrects it, import again with --reason "why".`,
  );
  return { ...finding, sheet: correction.sheet ?? undefined, document: source.file.name };
}

/** The entry of `changes` for a corrected value; for a filled one, what a preview shows of it. */
export function changeOf(
  form: Form,
  correction: CellCorrection | FilledCell,
  source: Source,
  references: References,
): ChangeDraft {
  const column = columnOf(form, correction.measure);
  const cell = source.cell(correction, column.field);
  const isNumber = numeric.includes(column.type.is);
  return {
    ...{ subject: form.subject!, key: source.keyOf(correction), measure: correction.measure },
    ...{
      before: isNumber && correction.before !== null ? Number(correction.before) : null,
      after: isNumber ? Number(correction.after) : null,
    },
    ...{
      beforeText:
        correction.before === null
          ? null
          : (correction.beforeQuote ?? written(column, correction.before, references)),
      afterText: textOf(correction, cell),
    },
    ...{ documentId: correction.documentId, sheet: correction.sheet },
    ...{ line: cell.line, column: cell.column, quote: cell.quote },
  };
}

/** A value as stated in the later file. */
const textOf = ({ ofGroup, after }: CellCorrection | FilledCell, { text, quote }: SourceCell): string =>
  ofGroup ? after : (text ?? quote);

/** Both texts on one line; long ones from a little before the place where they begin to differ. */
function clipped(...texts: [string, string]): string[] {
  const start = Math.max(0, firstDifference(...texts) - 20);
  return texts.map((text) => {
    const end = text.length > start + 60 ? "…" : "";
    return `${start > 0 ? "…" : ""}${text.slice(start, start + 60)}${end}`.replaceAll("\n", " / ");
  });
}

function firstDifference(one: string, other: string): number {
  let index = 0;
  while (index < one.length && one[index] === other[index]) index += 1;
  return index;
}
