import type { GraphQLSchema } from "graphql";
import { HubError } from "../../schema/core/hub-error.ts";
import { type CellValue, cellsOf, rowsBelow, valueAt } from "./answer-rows.ts";
import { type AskQuestion, planTable, type TableQuestion, withDocument } from "./ask-table.ts";
import { addedFields, cursorVariable, isPaged, pagedDocument } from "./paged-document.ts";
import type { TableShape } from "./table-shape.ts";

/** A table whose first page has been read. */
export interface OpenTable {
  shape: TableShape;
  /** All pages, of one release. */
  pages: AsyncIterable<CellValue[][]>;
  /** Elements of the outermost list that the table has, and those that the list has on all pages. */
  count: { taken: number; all: number };
}

/** Asks for the first page of a question's table. Throws a HubError, and rejects as `ask`. */
export async function openTable(
  schema: GraphQLSchema,
  ask: AskQuestion,
  question: TableQuestion,
  { rows, mostRows }: { rows: string | null; mostRows: number },
): Promise<OpenTable> {
  const plan = planTable(schema, question, rows);
  if (!plan) {
    await ask(question);
    throw new Error("GraphQL answered a question that cannot be planned.");
  }
  const { shape } = plan;
  const document = pagedDocument(plan.document, shape.chain);
  const askPage = (after: string | null) =>
    ask(withDocument(question, document, isPaged(shape.chain) ? { [cursorVariable]: after } : {}));
  const first = await askPage(null);
  const [outermost] = shape.chain;
  const elements = outermost ? valueAt(first, outermost.path) : [first];
  const length = Array.isArray(elements) ? elements.length : 0;
  const total = outermost?.page
    ? Number(valueAt(first, [...outermost.page.path, addedFields.total]))
    : length;
  const taken = isPaged(shape.chain) ? total : length;
  if (taken > mostRows) throw tooManyRows(taken, mostRows);
  return { shape, count: { taken, all: total }, pages: pagesOf(shape, first, taken, askPage) };
}

async function* pagesOf(
  { chain, leaves }: TableShape,
  first: Record<string, unknown>,
  total: number,
  askPage: (after: string) => Promise<Record<string, unknown>>,
): AsyncGenerator<CellValue[][]> {
  // A release may be published meanwhile: pages stay with theirs, what stands beside the list would not.
  const around = cellsOf(first, leaves);
  const [outermost] = chain;
  let read = 0;
  for (let page = first; ; ) {
    yield rowsBelow(page, chain, around);
    if (!outermost?.page || !isPaged(chain)) return;
    read += (valueAt(page, outermost.path) as unknown[] | null)?.length ?? 0;
    const info = valueAt(page, [...outermost.page.path, addedFields.page]) as PageInfo | null;
    if (!info?.hasNextPage || info.endCursor === null) break;
    page = await askPage(info.endCursor);
  }
  if (read !== total) throw new Error(`${read} of ${total} rows were read.`);
}

interface PageInfo {
  hasNextPage: boolean;
  endCursor: string | null;
}

const tooManyRows = (total: number, mostRows: number): HubError =>
  new HubError(
    "TOO_MANY_ROWS",
    {
      ko: `${total}건은 한 파일에 담을 수 있는 ${mostRows}건보다 많습니다.`,
      en: `${total} rows are more than the ${mostRows} that a file holds.`,
    },
    {
      ko: "where로 부서나 기간을 골라 나누어 받으십시오. CSV와 Parquet는 500,000건까지 담습니다.",
      en: "Choose departments or a period with where, and take them in parts. CSV and Parquet hold up to 500,000 rows.",
    },
  );
