import type { CellValue } from "../../../schema/feeds/cell.ts";
import type { FormColumn } from "../../../schema/feeds/feed.ts";
import { formatTime } from "../../../schema/feeds/format-value.ts";
import { displayText } from "../../documents/table.ts";
import { printedHeading } from "../feed/place-columns.ts";
import type { ReadFile } from "../read-file.ts";
import type { RowPlace, Source, SourceCell, SourceRow } from "../source.ts";
import type { MappedFeed } from "./open-mapped.ts";

const times = ["quarter", "month", "year", "date"];

/** The rows that a mapping reads from a table, each cell cited where it is printed. */
export function mappedSource(file: ReadFile, { opened, table, mapping }: MappedFeed): Source {
  const columns: readonly FormColumn[] = opened.feed.columns;
  const unpivoted = mapping.unpivot === null ? -1 : columns.indexOf(mapping.unpivot.column);
  /** The stored values of the unpivoted column by row, as publishing left them: names may have become ids. */
  const members = new Map<number, CellValue>();
  const numberAt = ({ line, key, row }: RowPlace): number => {
    if (row !== undefined) return row;
    const numbers = table.numbersOf(line);
    const isMeant = (number: number) => key?.includes(String(members.get(number)));
    return (unpivoted >= 0 ? numbers.find(isMeant) : undefined) ?? numbers[0]!;
  };
  const stated = (number: number, field: string): string =>
    displayText(table.row(number)!.cells[columns.findIndex((column) => column.field === field)]).trim();
  return {
    file,
    sheet: table.sheet,
    get shareRead() {
      return table.shareRead;
    },
    get findings() {
      return [...opened.findings, ...table.findings];
    },
    get refusedNames() {
      return opened.refusedNames;
    },
    *rows(): Generator<SourceRow[]> {
      members.clear();
      for (const batch of opened.rows()) {
        const rows = batch.map(({ line, values }) => ({ line: table.lineOf(line), row: line, values }));
        yield rows;
        if (unpivoted >= 0) for (const { row, values } of rows) members.set(row, values[unpivoted]!);
      }
    },
    cell(place, field): SourceCell {
      const number = numberAt(place);
      const { line, column, quote } = opened.cell(number, field);
      const text = stated(number, field);
      return { line, column: column ?? null, quote, ...(text !== quote.trim() && { text }) };
    },
    headingAt(place, column): string {
      const { origin } = table.row(numberAt(place))!;
      return printedHeading(origin!.heading(columns.indexOf(column)), column.heading);
    },
    keyOf(place): string {
      const number = numberAt(place);
      const values = opened.valuesOf(number);
      const keys = columns.flatMap((column, index) => {
        if (!column.key) return [];
        const value = values?.[index];
        const isTime = times.includes(column.type.is) && value !== null && value !== undefined;
        return [isTime ? formatTime(column, String(value)) : stated(number, column.field)];
      });
      return keys.join(" ");
    },
  };
}
