import { type Feed, type FeedColumn, measureOf } from "../../../schema/feeds/feed.ts";
import { timeWritten } from "../../../schema/feeds/format-value.ts";
import { draftFinding } from "../../draft-finding.ts";
import type { ChangeDraft } from "../changes.ts";
import type { FileFinding } from "../file-finding.ts";
import type { CellCorrection } from "./find-corrections.ts";
import type { References } from "./references.ts";
import type { Source } from "./source.ts";

/** The column whose value `changes` call so. */
export const columnOf = (feed: Feed, measure: string): FeedColumn =>
  feed.columns.find((column) => measureOf(column) === measure)!;

/** Types whose changes have numbers before and after. */
export const numeric: string[] = ["won", "count", "year", "percent"];

/** A value of a table as people write it in the feed. */
export function written(column: FeedColumn, stored: string, known: References): string {
  const { type, references } = column;
  if (references) return known.written(references, stored);
  if (type.is === "choice")
    return Object.entries(type.choices).find(([, name]) => name === stored)?.[0] ?? stored;
  if (type.is === "yesNo") return stored === "true" ? "예" : "아니오";
  return timeWritten(column, stored);
}

/** Refuses a published value that a row states differently, for want of a reason. */
export function correctionFinding(
  feed: Feed,
  correction: CellCorrection,
  source: Source,
  references: References,
): FileFinding {
  const column = columnOf(feed, correction.measure);
  const place = source.cell(correction.line, column.field);
  const key = source.keyOf(correction.line);
  const before = correction.beforeQuote ?? written(column, correction.before, references);
  const finding = draftFinding(
    "CORRECTION_WITHOUT_REASON",
    place,
    `이미 공표한 값과 다릅니다: ${key}의 ${column.heading}, "${before}" → "${place.quote}". 정정이면 --reason "사유"를 붙여 다시 가져오십시오.`,
    `Differs from what is published: ${column.heading} of ${key}, "${before}" → "${place.quote}". If this corrects it, import again with --reason "why".`,
  );
  return { ...finding, sheet: correction.sheet ?? undefined, document: source.file.name };
}

/** What `changes` tells of a corrected value. */
export function changeOf(
  feed: Feed,
  correction: CellCorrection,
  source: Source,
  references: References,
): ChangeDraft {
  const column = columnOf(feed, correction.measure);
  const { column: place, quote } = source.cell(correction.line, column.field);
  const isNumber = numeric.includes(column.type.is);
  return {
    ...{ subject: feed.subject!, key: source.keyOf(correction.line), measure: correction.measure },
    ...{
      before: isNumber ? Number(correction.before) : null,
      after: isNumber ? Number(correction.after) : null,
    },
    ...{
      beforeText: correction.beforeQuote ?? written(column, correction.before, references),
      afterText: quote,
    },
    ...{ documentId: correction.documentId, sheet: correction.sheet },
    ...{ line: correction.line, column: place, quote },
  };
}
