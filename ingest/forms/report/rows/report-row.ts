import type { Localized } from "../../../../schema/core/localized.ts";
import type { FormColumn } from "../../../../schema/feeds/feed.ts";
import type { SourceCell, SourceRow } from "../../source.ts";
import type { SourceLocation } from "../report-draft.ts";

/** A row of one of a report's forms, with its key and what its cells state. */
export interface ReportRow extends SourceRow {
  /** What distinguishes it within the report, as its table holds it. */
  key: readonly (string | null)[];
  /** The same in `changes`. Left out: the key. */
  keyText?: string;
  /** The cells of its values by field. */
  cells: Readonly<Record<string, SourceCell>>;
  /** A value in words. Left out: the heading of its column. */
  nameOf?(column: FormColumn): Localized;
}

/** The cell at an origin; `text` where it states something else than what it quotes. */
export const cellOf = ({ line, column, quote }: SourceLocation, text?: string): SourceCell => ({
  ...{ line, column, quote, text },
});
