import type { QueryRunner } from "typeorm";
import { nearest } from "../../../schema/core/nearest.ts";
import type { CellValue } from "../../../schema/feeds/feed.ts";
import { current } from "../releases.ts";

/** Queries for what each feed that others refer to knows: what is written, and what stands for it in tables. */
const knownSql: Record<string, string> = {
  department: "SELECT name AS written, id FROM department WHERE municipality_id = $1 AND known_to = $2",
  pledge: `SELECT DISTINCT code AS written, pledge.id FROM pledge JOIN pledge_quarter ON pledge_id = pledge.id
    WHERE pledge.municipality_id = $1 AND known_to = $2`,
  outlet: "SELECT code AS written, code AS id FROM outlet WHERE municipality_id = $1 AND known_to = $2",
};

/** What cells may refer to: names and codes with what stands for them in tables. */
export class References {
  private readonly known = new Map<string, Map<string, CellValue>>();
  private readonly query: QueryRunner;
  private readonly municipalityId: number;

  constructor(query: QueryRunner, municipalityId: number) {
    this.query = query;
    this.municipalityId = municipalityId;
  }

  /** Looks up what cells that refer to these feeds may say, as of now within the transaction. */
  async load(feeds: readonly (string | undefined)[]): Promise<void> {
    for (const references of feeds) {
      if (!references) continue;
      const rows: { written: string; id: CellValue }[] = await this.query.query(knownSql[references]!, [
        this.municipalityId,
        current,
      ]);
      this.known.set(references, new Map(rows.map((row) => [row.written, row.id])));
    }
  }

  /** Adds names or codes that are known from now on. */
  add(feed: string, ids: ReadonlyMap<string, CellValue>): void {
    for (const [written, id] of ids) this.known.get(feed)!.set(written, id);
  }

  /** What stands for a name or code in tables; undefined where it is not known. */
  find(feed: string, written: string): CellValue | undefined {
    return this.known.get(feed)!.get(written);
  }

  /** The name or code that an id stands for. */
  written(feed: string, id: CellValue): string {
    for (const [written, known] of this.known.get(feed)!) if (String(known) === String(id)) return written;
    return String(id);
  }

  /** The known name or code that is nearest to what was written; null where none is known. */
  nearest(feed: string, written: string): string | null {
    return nearest(written, [...this.known.get(feed)!.keys()]);
  }
}
