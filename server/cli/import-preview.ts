import { figureText, type MovedFigure, movement } from "../../dashboards/preview/moved-figures.ts";
import {
  type CellDifference,
  differenceBetween,
  type FormDifference,
} from "../../ingest/publishing/feeds/form-difference.ts";
import type { MissingRow } from "../../ingest/publishing/feeds/missing-rows.ts";
import { Language } from "../../schema/core/language.ts";
import type { Localized } from "../../schema/core/localized.ts";
import { type Form, nameOf } from "../../schema/feeds/feed.ts";
import { formatValue } from "../../schema/feeds/format-value.ts";
import { feeds } from "../../schema/feeds.ts";

/** Moved figures and missing rows that are listed as text; JSON lines have more. */
const mostFigures = 100;
const mostMissing = 20;

/** What an import that was checked would change. */
export interface CheckedChanges {
  differences: readonly FormDifference[];
  /** Null if the boards could not be asked, because rows were refused. */
  moved: readonly MovedFigure[] | null;
  /** Whether the import would be refused as it is. */
  refused: boolean;
}

/** What a release would change, as lines of text or of JSON; of a refused one as far as its rows could be read. */
export function previewLines(
  { differences, moved, refused }: CheckedChanges,
  { json = false }: { json?: boolean },
): string[] {
  if (json) {
    const lines = [...differences.flatMap(differenceAsJson), ...(moved ?? []).map(figureAsJson)];
    return lines.map((line) => JSON.stringify(refused ? { ...line, refused } : line));
  }
  const { ko, en } = moved === null ? refusedPartly : refusedForReason;
  return [
    ...(refused ? [`${ko}\n${en}`] : []),
    ...differences.flatMap(differenceAsText),
    ...(moved === null ? [] : figuresAsText(moved)),
  ];
}

/** Rows were refused: only the others could be compared. */
export const refusedPartly: Localized = {
  ko: "이대로는 거부됩니다. 아래는 읽을 수 있는 줄만 견준 것이며, 이번에 없는 행과 달라지는 대시보드 수치는 오류를 고쳐야 알 수 있습니다.",
  en: "This would be refused. Below is what the rows that can be read would change; missing rows and figures of boards are known once the errors are corrected.",
};
/** Only the reason is missing. */
export const refusedForReason: Localized = {
  ko: "이대로는 거부됩니다. 아래는 --reason으로 정정 사유를 주면 달라지는 것입니다.",
  en: "This would be refused. Below is what it would change with a --reason.",
};

/** The title of a form; of a part of a report with what it states. */
export function titleOf(form: Form): Localized {
  if (feeds.some((feed) => feed === form)) return form.title;
  const values = form.columns.filter(({ key }) => !key).map(nameOf);
  const part = (language: "ko" | "en") => values.map((name) => name[language]).join(", ");
  return { ko: `${form.title.ko}(${part("ko")})`, en: `${form.title.en} (${part("en")})` };
}

function differenceAsJson({ form, rows, cells, cellCount, missing }: FormDifference): object[] {
  const { feed, title } = {
    feed: feeds.find((one) => one === form)?.name ?? null,
    title: titleOf(form),
  };
  return [
    {
      ...{ difference: "rows", feed, title, ...rows, changedCells: cellCount },
      ...{ missing: missing.count, otherPeriods: missing.otherPeriods },
    },
    ...cells.map((cell) => ({
      ...{ difference: "cell", feed, key: cell.key, measure: cell.measure, name: nameOf(cell.of) },
      ...{ before: cell.before, after: cell.after, change: differenceBetween(cell.before, cell.after) },
      ...{ beforeText: cell.beforeText, afterText: cell.afterText },
      ...{ document: cell.document, sheet: cell.sheet, line: cell.line, column: cell.column },
      quote: cell.quote,
    })),
    ...missing.rows.map((row) => ({ difference: "missing", feed, ...row })),
  ];
}

function differenceAsText({ form, rows, cells, cellCount, missing }: FormDifference): string[] {
  const { ko, en } = titleOf(form);
  const listed = missing.rows.slice(0, mostMissing);
  const more = (count: number, listed: number) =>
    count > listed ? [`  … ${counted(count - listed)}건 더 / ${counted(count - listed)} more`] : [];
  return [
    `${ko}: 새 행 ${counted(rows.added)}, 바뀐 행 ${counted(rows.changed)}, 그대로인 행 ${counted(rows.unchanged)}, 이번에 없는 행 ${counted(missing.count)}`,
    `${en}: ${counted(rows.added)} new, ${counted(rows.changed)} changed, ${counted(rows.unchanged)} unchanged, ${counted(missing.count)} missing from the files`,
    ...cells.map((cell) => `  ${cellAsText(cell)}`),
    ...more(cellCount, cells.length),
    ...listed.map((row) => `  이번에 없음 / missing: ${row.key}${placeOfMissing(row)}`),
    ...more(missing.count, listed.length),
  ];
}

function figureAsJson({ board, panel, choice, row, column, before, after }: MovedFigure): object {
  const { label } = panel.columns[column.name]!;
  const side = (cell: MovedFigure["before"]) => cell && { value: cell.value, text: cell.text, ...cell.ratio };
  return {
    ...{ difference: "figure", board: board.name, panel: panel.name, title: panel.title },
    ...{ choice, row, column: column.name, name: label, unit: column.unit },
    ...{ before: side(before), after: side(after) },
  };
}

/** The figures that would move, under the board and panel that show them. */
function figuresAsText(moved: readonly MovedFigure[]): string[] {
  if (moved.length === 0) return ["달라지는 대시보드 수치: 없음\nNo figure of a board would move."];
  const listed = moved.slice(0, mostFigures);
  const panelOf = ({ board, panel, choice }: MovedFigure) =>
    [board.title.ko, panel.title.ko, choice].filter((part) => part !== "").join(" > ");
  const rest = moved.length - listed.length;
  return [
    `달라지는 대시보드 수치: ${counted(moved.length)}\nFigures of boards that would move: ${counted(moved.length)}`,
    ...listed.flatMap((figure, index) => {
      const panel = panelOf(figure);
      const isFirst = index === 0 || panelOf(listed[index - 1]!) !== panel;
      return [...(isFirst ? [`  ${panel}`] : []), `    ${figureAsText(figure)}`];
    }),
    ...(rest > 0
      ? [`  … ${counted(rest)}개 더, --json으로 모두 / ${counted(rest)} more, all with --json`]
      : []),
  ];
}

function figureAsText(figure: MovedFigure): string {
  const { row, column, before, after } = figure;
  const change = movement(figure);
  const name = [row, column.label].filter((part) => part !== "").join(" ");
  return `${name}: ${figureText(before, column.unit)} → ${figureText(after, column.unit)}${change === null ? "" : ` (${change})`}`;
}

/** A changed cell: key, heading, values before and after, the difference, and the cited cell. */
function cellAsText(cell: CellDifference): string {
  const { before, after, change } = valuesOf(cell);
  const place = [cell.document, cell.sheet, cell.line, cell.column].filter((part) => part !== null).join(":");
  return `${cell.key} ${cell.of.heading}: ${before} → ${after}${change === null ? "" : ` (${change})`} [${place}]`;
}

/** The values of a changed cell in words; a blank before is said so. `change` is null where there is no number before. */
export function valuesOf({ of, before, after, beforeText, afterText }: CellDifference) {
  const difference = differenceBetween(before, after);
  const number = (value: number) => formatValue(of, String(value), Language.KO);
  const text = (value: string | null) => (value ?? "빈칸").replaceAll("\n", " / ");
  return {
    before: before === null ? text(beforeText) : number(before),
    after: after === null ? text(afterText) : number(after),
    change: difference === null ? null : `${difference > 0 ? "+" : ""}${number(difference)}`,
  };
}

export const placeOfMissing = ({ document, sheet, line }: MissingRow): string =>
  document === null ? "" : ` [${[document, sheet, line].filter((part) => part !== null).join(":")}]`;

const counted = (count: number): string => count.toLocaleString("en");
