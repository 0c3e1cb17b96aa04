import type { Publication } from "../publication.ts";
import { type Constants, setDefaults } from "./constants.ts";
import type { FactTable } from "./fact-table.ts";

/** Smaller files are loaded directly: they have less than a hundred thousand lines. */
const leastBytes = 6_000_000;
/** The first parts are small, so that PostgreSQL soon has indexes to build while rows are read. */
const rowsOfFirstPart = 60_000;
const mostRowsOfPart = 250_000;
const mostPartsOfRelease = 1_000;
/** Parts were once numbered by release, of which no hub has so many. */
const firstNumber = 1_000_000;

/**
 * The parts that rows of new keys of a large release go to: tables without indexes, which become parts of the
 * feed's table, with its indexes, as soon as they are full. Until the commit nobody else sees them, and no
 * reader is held up.
 */
export class BulkParts {
  private readonly publication: Publication;
  private readonly table: string;
  private partCount = 0;
  /** Remaining capacity of the current part, in rows. */
  private rowsLeft = 0;
  private constants: Constants = {};

  private readonly firstDocument: number;

  private constructor(publication: Publication, table: string, firstDocument: number) {
    this.publication = publication;
    this.table = table;
    this.firstDocument = firstDocument;
  }

  /** Null if rows go directly into the feed's table: it is not partitioned, or they are few. Parts are named by the id of the first document. */
  static async of(
    publication: Publication,
    { name: table }: FactTable,
    { bytes, firstDocument }: { bytes: number; firstDocument: number },
  ): Promise<BulkParts | null> {
    if (bytes < leastBytes) return null;
    const [{ parted }] = await publication.query.query(
      "SELECT relkind = 'p' AS parted FROM pg_class WHERE oid = $1::regclass",
      [table],
    );
    return parted ? new BulkParts(publication, table, firstDocument) : null;
  }

  /** SQL by which the rows that follow have these constants. */
  begin(constants: Constants): string {
    this.constants = constants;
    return this.partCount === 0 ? "" : setDefaults(this.current, constants);
  }

  /** Counts rows towards the current part and gives its table; `run` does what must be done before. */
  tableFor(rows: number, run: (statements: string) => void): string {
    if (this.rowsLeft <= 0) {
      run(this.attachCurrent());
      this.rowsLeft = Math.min(mostRowsOfPart, rowsOfFirstPart * 2 ** this.partCount);
      this.partCount += 1;
      run(this.makeCurrent());
    }
    this.rowsLeft -= rows;
    return this.current;
  }

  /** SQL that makes the current part, once filled, one of the feed's table, with rough statistics; empty before the first. */
  attachCurrent(): string {
    if (this.partCount === 0) return "";
    return `ALTER TABLE ${this.table} ATTACH PARTITION ${this.current} FOR VALUES IN (${this.number});
      SET LOCAL default_statistics_target = 10; ANALYZE ${this.current}`;
  }

  private makeCurrent(): string {
    const { current, number } = this;
    // The checks spare PostgreSQL a look into it: at its rows now, and at questions about other cities later.
    return `CREATE TABLE ${current} (LIKE ${this.table} INCLUDING DEFAULTS, CHECK (part = ${number}),
        CHECK (municipality_id = ${this.publication.municipalityId}));
      ALTER TABLE ${current} ALTER part SET DEFAULT ${number}; ${setDefaults(current, this.constants)}`;
  }

  private get current(): string {
    return `${this.table}_${this.number}`;
  }

  private get number(): number {
    return (firstNumber + this.firstDocument) * mostPartsOfRelease + this.partCount;
  }
}
