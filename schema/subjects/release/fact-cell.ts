import { Float } from "type-graphql";
import { entity, integer, nullable, sized, text, value } from "../../sql/entity.ts";
import type { QueryScope } from "../../sql/query-scope.ts";
import type { Question } from "../../sql/summary/question.ts";
import type { LineFacts } from "../../sql/summary/summary.ts";
import { readFrom } from "./citation.ts";
import { FindingCode } from "./finding-code.ts";
import { lineUrl } from "./source-document.ts";

/** The fields of a place that may be known to the line only; a row has document_id, sheet, line, column and quote. */
const place = {
  ...readFrom,
  column: integer(
    '"column"',
    "칸 번호, 1부터. 줄까지만 알면 null.",
    "Cell number, from 1; null if only the line is known.",
    nullable,
  ),
  quote: text(
    "quote",
    "칸에 적힌 글자 그대로. 줄까지만 알면 null.",
    "The exact text of the cell; null if only the line is known.",
    nullable,
  ),
  url: sized(
    text(lineUrl, "허브에서 이 줄을 보여 주는 주소(경로).", "Path of the hub's page that shows this line."),
    { weight: 4 },
  ),
};

/** A place in a document that may be known to the line only. */
export const sourcePlace = entity(
  "SourcePlace",
  {
    ko: "문서의 한 자리. 자료 파일의 행이면 줄까지만 압니다.",
    en: "A place in a document; of a row of a data file only the line is known.",
  },
  place,
);

/** A cell that a fact behind a figure stands in. */
export const factCell = entity(
  "FactCell",
  { ko: "수치에 세어진 사실이 적힌 칸.", en: "A cell that holds a fact which a figure counts." },
  {
    field: text("field", "무엇의 값인가: 자료의 필드 이름.", "Name of the field that it is the value of."),
    amount: value(
      () => Float,
      "amount",
      "값(금액은 원). 수가 아니거나 적혀 있지 않으면 null.",
      "The value (won for amounts); null if it is not a number or nothing is printed.",
      nullable,
    ),
    ...place,
  },
);

/**
 * SQL condition for a finding of a cell's document to touch the cell: it stands in the same line, concerns the whole
 * document or its quarter, or is about the heading of the cell's column. Columns that begin after the report have one
 * finding, at the first of them.
 */
export const touchesCell = (finding: string, cell: string): string => {
  const isOneOf = (code: FindingCode) => `${finding}.code = '${code}'`;
  const isAbove = `${finding}.line < ${cell}.line`;
  return `${finding}.line IS NULL OR ${isOneOf(FindingCode.REPORT_YEAR_NOT_PRINTED)}
    OR ${finding}.sheet IS NOT DISTINCT FROM ${cell}.sheet AND (${finding}.line = ${cell}.line
      OR ${isOneOf(FindingCode.PERIOD_INCOMPLETE)} AND ${isAbove} AND ${finding}."column" = ${cell}."column"
      OR ${isOneOf(FindingCode.PERIOD_AFTER_REPORT)} AND ${isAbove} AND ${finding}."column" <= ${cell}."column")`;
};

/**
 * The facts of lines that are rows of a feed's table: `id` is the column of `lines` with the row's id, `amounts` the
 * columns of its figures by the field that they are called in the feed.
 */
export const factsOfFeed = <OwnQuestion extends Question>(
  table: string,
  id: string,
  amounts: Readonly<Record<string, string>>,
): LineFacts<OwnQuestion> => ({
  key: ["municipality_id", id],
  isFact: `${id} IS NOT NULL`,
  cell: factCell,
  touches: touchesCell,
  cells: (line, scope) =>
    cellsOfRows(
      table,
      amounts,
      scope,
      `cell.municipality_id = ${line}.municipality_id AND cell.id = ${line}.${id}`,
    ),
});

/** SQL of the cells of a feed's rows that meet a condition on `cell`: one for each figure that a row gives. */
export const cellsOfRows = (
  table: string,
  amounts: Readonly<Record<string, string>>,
  scope: QueryScope,
  condition: string,
): string => {
  const figures = Object.entries(amounts).map(([field, column]) => `('${field}', cell.${column}::numeric)`);
  return `SELECT cell.municipality_id, cell.id, document_id, sheet, line, NULL::integer AS "column", NULL::text AS quote,
      figure.field, figure.amount
    FROM ${table} AS cell CROSS JOIN LATERAL (VALUES ${figures.join(", ")}) AS figure (field, amount)
    WHERE ${scope.facts("cell")} AND ${condition} AND figure.amount IS NOT NULL`;
};
