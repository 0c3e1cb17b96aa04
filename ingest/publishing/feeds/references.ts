import type { QueryRunner } from "typeorm";
import { nearest } from "../../../schema/core/nearest.ts";
import type { CellValue } from "../../../schema/feeds/cell.ts";
import type { Feed, Form } from "../../../schema/feeds/feed.ts";
import { feeds } from "../../../schema/feeds.ts";
import type { Source } from "../../forms/source.ts";
import { current } from "../releases.ts";
import { factTable, fixedWhere } from "./fact-table.ts";

/** Names and codes that cells may refer to, with their stored ids, by feed. */
export class References {
  /** By feed and name or code. */
  private readonly known = new Map<string, Map<string, CellValue>>();
  /** Those of the files being imported, which may be refused or not stored yet. */
  private readonly added = new Map<string, Map<string, CellValue>>();
  private readonly query: QueryRunner;
  private readonly municipalityId: number;

  constructor(query: QueryRunner, municipalityId: number) {
    this.query = query;
    this.municipalityId = municipalityId;
  }

  /** Looks up what cells that refer to these feeds may contain, as of now within the transaction. */
  async load(names: readonly (string | undefined)[]): Promise<void> {
    for (const name of new Set(names)) {
      if (name === undefined) continue;
      const found = await this.current(feedOf(name));
      this.known.set(name, new Map([...found, ...(this.added.get(name) ?? [])]));
    }
  }

  /** Adds names or codes that may be referred to from now on. */
  add(feed: string, ids: ReadonlyMap<string, CellValue>): void {
    this.added.set(feed, new Map([...(this.added.get(feed) ?? []), ...ids]));
    for (const [written, id] of ids) this.known.get(feed)?.set(written, id);
  }

  /** The stored value of a name or code; undefined if it is unknown. */
  find(feed: string, written: CellValue): CellValue | undefined {
    return this.finder(feed)(written);
  }

  /** Looks up many names or codes of one feed, until others are loaded. */
  finder(feed: string): (written: CellValue) => CellValue | undefined {
    const ids = this.known.get(feed)!;
    return (written) => {
      const id = ids.get(String(written));
      // A name or code without an id is stored as written.
      return id === null ? written : id;
    };
  }

  /** The name or code that is stored as `id`. */
  written(feed: string, id: CellValue): string {
    for (const [written, known] of this.known.get(feed)!) if (String(known) === String(id)) return written;
    return String(id);
  }

  /** The known name or code nearest to the text; null if there is none. */
  nearest(feed: string, written: string): string | null {
    return nearest(written, [...this.known.get(feed)!.keys()]);
  }

  private async current(feed: Feed): Promise<[string, CellValue][]> {
    const { identity, ofHub } = feed;
    const parameters = ofHub ? [current] : [current, this.municipalityId];
    const rows: { written: string; id?: CellValue }[] = await this.query.query(
      identity?.known ?? firstKeys(feed),
      parameters,
    );
    if (identity?.known) return rows.map(({ written, id }) => [written, id!]);
    const { references } = firstKeyOf(feed);
    if (references === undefined || references === feed.name)
      return rows.map(({ written }) => [written, null]);
    // The key itself refers to something, and may be stored as its id.
    if (!this.known.has(references)) await this.load([references]);
    return rows.map(({ written }) => [this.written(references, written), null]);
  }
}

/** The names or codes of all rows of a form's files. Reads them to their end. */
export function namesIn(form: Form, sources: readonly Source[]): string[] {
  const index = form.columns.indexOf(firstKeyOf(form));
  const names = new Set<string>();
  for (const source of sources) {
    for (const batch of source.rows()) for (const { values } of batch) names.add(String(values[index]));
    for (const name of source.refusedNames ?? []) names.add(name);
  }
  return [...names];
}

const feedOf = (name: string): Feed => feeds.find((feed) => feed.name === name)!;

const firstKeyOf = (form: Form) => form.columns.find((column) => column.key)!;

/** SQL for the first key column of the current rows of a feed. */
function firstKeys(feed: Feed): string {
  const table = factTable(feed);
  const key = table.columns.find(({ role }) => role === "key")!;
  const ofMunicipality = feed.ofHub ? "" : " AND municipality_id = $2";
  return `SELECT DISTINCT "${key.name}"::text AS written FROM ${table.name} AS known
    WHERE known_to = $1${ofMunicipality}${fixedWhere(table)}`;
}
