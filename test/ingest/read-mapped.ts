import type { FindingDraft } from "../../ingest/draft-finding.ts";
import { mappedSource } from "../../ingest/forms/mapping/mapped-source.ts";
import { parseMapping } from "../../ingest/forms/mapping/parse-mapping.ts";
import { type GivenFile, type ReadFile, readFile } from "../../ingest/forms/read-file.ts";
import type { SourceCell } from "../../ingest/forms/source.ts";
import type { QuarterNumber } from "../../schema/core/scalars/quarter.ts";
import type { CellValue } from "../../schema/feeds/cell.ts";
import { csvBytes } from "./csv-bytes.ts";

/** A row as a mapping reads it. */
export interface MappedRow {
  line: number;
  /** Values by the feed's headings; those that are null are left out. */
  values: Record<string, CellValue>;
  /** The printed cell behind a field. */
  cell(field: string): SourceCell;
  key: string;
}

/** Reads a table of texts, or a file, through a mapping. */
export async function readMapped(
  table: string[][] | GivenFile,
  json: object,
  given: { quarter?: QuarterNumber } = {},
): Promise<{ rows: MappedRow[]; findings: FindingDraft[]; file: ReadFile | null }> {
  const mapping = parseMapping({ name: "표.mapping.json", bytes: Buffer.from(JSON.stringify(json)) });
  if (Array.isArray(mapping)) return { rows: [], findings: mapping, file: null };
  const printed = Array.isArray(table) ? { name: "표.csv", bytes: csvBytes(table) } : table;
  const file = await readFile(printed, { ...given, mappings: [mapping], isMapped: true });
  const [mapped] = file.mapped;
  if (!mapped) return { rows: [], findings: file.findings, file };
  const source = mappedSource(file, mapped);
  const rows = [...source.rows()].flat().map((row): MappedRow => {
    const values = mapping.feed.columns.flatMap(({ heading }, index) =>
      row.values[index] === null ? [] : [[heading, row.values[index]!] as const],
    );
    return {
      line: row.line,
      values: Object.fromEntries(values),
      cell: (field) => source.cell(row, field),
      key: source.keyOf(row),
    };
  });
  return { rows, findings: [...file.findings, ...source.findings], file };
}

/** Code, line and column of findings, for comparison. */
export const placesOf = (findings: FindingDraft[]) =>
  findings.map(({ code, line, column }) => [code, line, column]);
