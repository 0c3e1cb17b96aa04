import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { CellValue } from "./answer-rows.ts";
import type { ValueKind } from "./table-plan.ts";
import type { AnswerColumn } from "./table-shape.ts";

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]["schema"][number];

/** Rows of a row group. */
const rowsPerGroup = 50_000;

const types: Record<ValueKind, Pick<SchemaElement, "type" | "converted_type">> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  month: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT32" },
  won: { type: "INT64" },
  decimal: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
  day: { type: "INT32", converted_type: "DATE" },
  time: { type: "INT64", converted_type: "TIMESTAMP_MILLIS" },
};

/** Rows as Parquet with the types of the schema; of the rows, one row group is in memory at a time. */
export async function writeParquet(
  columns: readonly AnswerColumn[],
  pages: AsyncIterable<CellValue[][]>,
): Promise<Buffer> {
  const schema: SchemaElement[] = [
    { name: "root", num_children: columns.length },
    ...columns.map(({ name, kind }) => ({ name, ...types[kind], repetition_type: "OPTIONAL" as const })),
  ];
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({ writer, schema });
  let group: CellValue[][] = [];
  const writeGroup = async () => {
    const columnData = columns.map(({ name, kind }, at) => ({
      name,
      data: group.map((row) => parquetValue(row[at] ?? null, kind)),
    }));
    await parquet.write({ columnData, rowGroupSize: rowsPerGroup });
    group = [];
  };
  for await (const rows of pages) {
    group = group.concat(rows);
    if (group.length >= rowsPerGroup) await writeGroup();
  }
  if (group.length > 0) await writeGroup();
  await parquet.finish();
  return Buffer.from(writer.getBytes());
}

function parquetValue(value: CellValue, kind: ValueKind): CellValue | bigint | Date {
  if (value === null) return null;
  if (kind === "won") return BigInt(value);
  if (kind === "day") return new Date(`${value}T00:00:00Z`);
  return kind === "time" ? new Date(String(value)) : value;
}
