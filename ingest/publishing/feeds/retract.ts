import type { DataSource, QueryRunner } from "typeorm";
import { isConnectionLost } from "../../../schema/core/database-unavailable.ts";
import type { CellValue } from "../../../schema/feeds/cell.ts";
import { type Feed, type FormRow, measureOf } from "../../../schema/feeds/feed.ts";
import { feedNamed } from "../../../schema/feeds.ts";
import { decompress } from "../../../schema/subjects/release/compression.ts";
import { checkInput } from "../../check-input.ts";
import { readTables } from "../../documents/read-tables.ts";
import { cellReader } from "../../forms/feed/cell-reader.ts";
import { openFeed } from "../../forms/feed/open-feed.ts";
import { OpenedFeed } from "../../forms/feed/opened-feed.ts";
import { type ChangeDraft, insertChanges } from "../changes.ts";
import { Documents } from "../documents.ts";
import type { Publication } from "../publication.ts";
import { abandon, publishingInterrupted } from "../publishing-interrupted.ts";
import type { PastRelease, RetractedRow } from "../release-request.ts";
import { beginPublishing, beginRelease, current, endRelease, insertRelease } from "../releases.ts";
import { columnOf, numeric, written } from "./corrections.ts";
import { type FactTable, factTable, fixedWhere } from "./fact-table.ts";
import { References } from "./references.ts";
import { keyShape, notRetractable, unknownKey } from "./retract-errors.ts";

/** The row to retract, with the reason. */
export interface Retraction {
  /** Name of the feed: purchase. */
  feed: string;
  /** The key as typed, its parts separated by spaces or +. */
  key: string;
  municipality: string;
  reason: string;
}

/**
 * Ends a row from a new release on; `asOf` before it still finds the row. Returns the number of the release.
 * Throws HubErrors for a feed, municipality or key that is not known, and if the connection to the database is lost.
 */
export async function retract(database: DataSource, retraction: Retraction): Promise<number> {
  const { feed, key, municipality, reason } = retraction;
  checkInput({ [feed]: key, "--municipality": municipality, "--reason": reason });
  const query = database.createQueryRunner();
  let isCommitting = false;
  try {
    await query.startTransaction();
    const { release, municipalityId } = await publishRetraction(query, retraction);
    await endRelease(query.manager, municipalityId, release);
    isCommitting = true;
    await query.commitTransaction();
    return release;
  } catch (error) {
    throw isConnectionLost(error) ? publishingInterrupted("RETRACTION", isCommitting) : error;
  } finally {
    await abandon(query);
  }
}

/** Ends the row within a transaction; `past` is the release that it was before, in another database. */
export async function publishRetraction(
  query: QueryRunner,
  { feed: name, key, municipality, reason }: Retraction,
  past?: PastRelease,
): Promise<{ release: number; municipalityId: number }> {
  const feed = feedNamed(name);
  if (feed.subject === null) throw notRetractable(feed);
  await beginPublishing(query.manager);
  const [city] = await query.query("SELECT id FROM municipality WHERE code = $1 AND known_to = $2", [
    municipality,
    current,
  ]);
  if (!city) throw unknownKey(feed, municipality);
  const municipalityId: number = city.id;
  const next = await beginRelease(query.manager, municipalityId);
  const release = past?.number ?? next;
  const request: RetractedRow = { is: "retraction", feed: feed.name, key: key.trim() };
  await insertRelease(query.manager, release, municipalityId, { reason, request });
  const documents = new Documents(query, release, municipalityId);
  const references = new References(query, municipalityId);
  const publication = {
    ...{ query, release, municipalityId, municipality, documents, references, reason },
    ...{ hubIds: new Map(), unattached: [], isPreview: false, hasUnreadTables: false },
  };
  const table = factTable(feed);
  await references.load([...table.references, feed.identity?.known ? feed.name : undefined]);
  const rows = await findRows(publication, table, keyRow(feed, table, key, references));
  if (rows.length === 0) throw unknownKey(feed, key);
  await query.query(`UPDATE ${table.name} SET known_to = $1 WHERE municipality_id = $2 AND id = ANY($3)`, [
    release,
    municipalityId,
    rows.map((row) => row.id),
  ]);
  await insertChanges(publication, await changesOf(query, feed, table, key, rows, references));
  return { release, municipalityId };
}

interface EndedRow {
  id: number;
  document_id: number;
  sheet: string | null;
  line: number;
  [column: string]: CellValue;
}

/** A row of a feed with only its key; the other values are null. */
function keyRow(feed: Feed, table: FactTable, key: string, references: References): FormRow {
  const keys = feed.columns.filter((column) => column.key);
  const parts = keys.length === 1 ? [key.trim()] : key.trim().split(key.includes("+") ? /\s*\+\s*/ : /\s+/);
  if (parts.length !== keys.length) throw keyShape(feed, keys);
  const values = feed.columns.map((column, index) => {
    if (!column.key) return null;
    const value = cellReader(column, 1n)(parts[keys.indexOf(column)]!);
    if (value === null || typeof value === "object") throw keyShape(feed, keys);
    const refersTo = table.references[index];
    if (!refersTo) return value;
    const id = references.find(refersTo, value);
    if (id === undefined) throw unknownKey(feed, key);
    return id;
  });
  const [first] = parts;
  const id = feed.identity?.known ? references.find(feed.name, first!) : null;
  if (id === undefined) throw unknownKey(feed, key);
  return { line: 0, values, id };
}

async function findRows(
  { query, municipalityId }: Publication,
  table: FactTable,
  row: FormRow,
): Promise<EndedRow[]> {
  const found: EndedRow[] = [];
  for (const { values } of table.rowsOf?.(row, () => ({ column: null, quote: "" })) ?? [row]) {
    const parameters: unknown[] = [municipalityId, current];
    const conditions = table.columns.flatMap(({ name, role }, index) => {
      if (role !== "key") return [];
      parameters.push(String(values[index]));
      return ` AND "${name}"::text = $${parameters.length}`;
    });
    const rows = await query.query(
      `SELECT * FROM ${table.name} AS known
       WHERE municipality_id = $1 AND known_to = $2${fixedWhere(table)}${conditions.join("")}`,
      parameters,
    );
    found.push(...rows);
  }
  return found;
}

/** One change per value that ends, with the citation of its last statement. */
async function changesOf(
  query: QueryRunner,
  feed: Feed,
  table: FactTable,
  key: string,
  rows: EndedRow[],
  references: References,
): Promise<ChangeDraft[]> {
  const changes: ChangeDraft[] = [];
  for (const row of rows) {
    const opened = await reopen(query, feed, row);
    for (const { name, measure, measuredBy } of table.columns.filter(({ role }) => role === "value")) {
      const before = row[name];
      if (before === null || before === undefined) continue;
      const column = columnOf(feed, measuredBy ? String(row[measuredBy]).toLowerCase() : measure!);
      const { column: place, quote } = opened.cell(row.line, column.field);
      const isNumber = numeric.includes(column.type.is);
      changes.push({
        ...{ subject: feed.subject!, key: key.trim(), measure: measureOf(column) },
        ...{ before: isNumber ? Number(before) : null, after: null },
        ...{ beforeText: isNumber ? quote : written(column, String(before), references), afterText: null },
        ...{ documentId: row.document_id, sheet: row.sheet, line: row.line, column: place ?? null, quote },
      });
    }
  }
  return changes;
}

/** The table of a stored document that a row was read from, read again. */
async function reopen(query: QueryRunner, feed: Feed, row: EndedRow): Promise<OpenedFeed> {
  const [document] = await query.query(
    "SELECT name, content FROM source_document WHERE municipality_id = $1 AND id = $2",
    [row.municipality_id, row.document_id],
  );
  const tables = await readTables({ name: document.name, bytes: await decompress(document.content) });
  const table = Array.isArray(tables) && tables.find(({ sheet }) => sheet === row.sheet);
  const opened = table && openFeed(table, [feed]);
  if (!(opened instanceof OpenedFeed)) throw new Error(`Document ${row.document_id} is no longer readable.`);
  for (const _ of opened.rows());
  return opened;
}
