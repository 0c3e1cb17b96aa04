import type { Form, FormColumn } from "../../../schema/feeds/feed.ts";
import type { Source } from "../../forms/source.ts";
import type { ChangeDraft } from "../changes.ts";
import type { Publication } from "../publication.ts";
import { changeOf, columnOf } from "./corrections.ts";
import { countRows, type RowCounts } from "./count-rows.ts";
import type { FactTable } from "./fact-table.ts";
import { type CellCorrection, findFilledCells } from "./find-corrections.ts";
import type { KnownGroups } from "./known-groups.ts";
import { findMissingRows, type MissingRows } from "./missing-rows.ts";
import { type StagedSource, stagedAt } from "./staged-source.ts";

/** Changed cells that are listed; all are counted. */
const mostListed = 1_000;

/** A cell with a value that differs from the published one; `before` values are null if it was blank. */
export interface CellDifference extends ChangeDraft {
  column: number | null;
  /** The form's column. */
  of: FormColumn;
  /** Name of the file with the cell. */
  document: string;
}

/** What a release changes in the rows of one form. */
export interface FormDifference {
  form: Form;
  rows: RowCounts;
  /** The first of the cells that differ, in the order of the files. */
  cells: CellDifference[];
  /** The number of all of them. */
  cellCount: number;
  missing: MissingRows;
}

/** The rows of a form that are not published yet, and what they are compared with. */
export interface StagedRows {
  staged: string;
  sources: StagedSource[];
  /** Rows of a bulk load, all of new keys: their number and tables. */
  bulk: { rows: number; parts: readonly string[] };
  groups: KnownGroups | null;
  corrections: readonly CellCorrection[];
  /** Whether all rows could be read: otherwise none can be said to be missing. */
  isWhole: boolean;
}

/** Compares staged rows with what is published; null if they only accompany others. Call it before they are merged. */
export async function differenceOf(
  publication: Publication,
  form: Form,
  table: FactTable,
  { staged, sources, bulk, groups, corrections, isWhole }: StagedRows,
): Promise<FormDifference | null> {
  if (table.follows.length > 0) return null;
  const counts = await countRows(publication, form, table, staged, groups);
  const filled = groups ? [] : await findFilledCells(publication, table, staged);
  const cells = [...corrections, ...filled];
  const position = new Map(sources.map(({ documentId }, index) => [documentId, index]));
  const order = (cell: (typeof cells)[number]) => position.get(cell.documentId)!;
  const sorted = cells.toSorted((one, other) => order(one) - order(other) || one.line - other.line);
  return {
    form,
    rows: { ...counts, added: counts.added + bulk.rows },
    cellCount: cells.length,
    cells: sorted.slice(0, mostListed).map((cell) => {
      const source: Source = stagedAt(sources, cell);
      return {
        ...changeOf(form, cell, source, publication.references),
        of: columnOf(form, cell.measure),
        document: source.file.name,
      };
    }),
    missing: isWhole
      ? await findMissingRows(publication, form, table, { staged, parts: bulk.parts })
      : { count: 0, rows: [], otherPeriods: 0 },
  };
}

/** A number after less the number before; null if there is none of both. Fractions have as many decimals as files can state. */
export const differenceBetween = (before: number | null, after: number | null): number | null =>
  before === null || after === null ? null : Number((after - before).toFixed(12));
