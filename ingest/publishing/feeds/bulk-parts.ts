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

/** SQL of an index of the feed's table, to be built on a part; `{}` stands for the part. */
const indexesSql = `
  SELECT CASE WHEN indisprimary
    THEN (SELECT 'ALTER TABLE {} ADD ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE conindid = indexrelid)
    ELSE regexp_replace(pg_get_indexdef(indexrelid), ' INDEX \\S+ ON (ONLY )?\\S+ ', ' INDEX ON {} ')
  END AS sql FROM pg_index WHERE indrelid = $1::regclass`;

/**
 * The parts that rows of new keys of a large release go to: tables that get the indexes of the feed's table as soon as
 * they are full, and become parts of it as the last step of the import. Until the commit nobody else sees them, and no
 * reader is held up. Attaching a part keeps other imports from attaching theirs until the commit, so nothing that takes
 * long may follow it.
 */
export class BulkParts {
  private readonly publication: Publication;
  private readonly table: string;
  private partCount = 0;
  /** Remaining capacity of the current part, in rows. */
  private rowsLeft = 0;
  private constants: Constants = {};

  private readonly firstDocument: number;
  private readonly indexes: readonly string[];

  private constructor(
    publication: Publication,
    table: string,
    firstDocument: number,
    indexes: readonly string[],
  ) {
    this.publication = publication;
    this.table = table;
    this.firstDocument = firstDocument;
    this.indexes = indexes;
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
    if (!parted) return null;
    const indexes: { sql: string }[] = await publication.query.query(indexesSql, [table]);
    return new BulkParts(
      publication,
      table,
      firstDocument,
      indexes.map(({ sql }) => sql),
    );
  }

  /** SQL by which the rows that follow have these constants. */
  begin(constants: Constants): string {
    this.constants = constants;
    return this.partCount === 0 ? "" : setDefaults(this.part(this.partCount), constants);
  }

  /** Counts rows towards the current part and gives its table; `run` does what must be done before. */
  tableFor(rows: number, run: (statements: string) => void): string {
    if (this.rowsLeft <= 0) {
      run(this.indexCurrent());
      this.rowsLeft = Math.min(mostRowsOfPart, rowsOfFirstPart * 2 ** this.partCount);
      this.partCount += 1;
      run(this.makeCurrent());
    }
    this.rowsLeft -= rows;
    return this.part(this.partCount);
  }

  /** Names of the parts. */
  get names(): readonly string[] {
    return this.numbers.map((number) => this.part(number));
  }

  /** Attaches all parts to the feed's table; each by a statement of its own, which a cluster passes on to its nodes. */
  async attachAll(): Promise<void> {
    for (const number of this.numbers)
      await this.publication.query.query(
        `ALTER TABLE ${this.table} ATTACH PARTITION ${this.part(number)} FOR VALUES IN (${this.id(number)})`,
      );
  }

  private get numbers(): readonly number[] {
    return Array.from({ length: this.partCount }, (_, index) => index + 1);
  }

  /** SQL that gives the current part, once filled, the table's indexes and rough statistics; empty before the first. */
  indexCurrent(): string {
    if (this.partCount === 0) return "";
    const part = this.part(this.partCount);
    const indexes = this.indexes.map((sql) => sql.replace("{}", part));
    return [...indexes, "SET LOCAL default_statistics_target = 10", `ANALYZE ${part}`].join("; ");
  }

  private makeCurrent(): string {
    const part = this.part(this.partCount);
    const id = this.id(this.partCount);
    // The checks spare PostgreSQL a look into it: at its rows now, and at questions about other cities later.
    return `CREATE TABLE ${part} (LIKE ${this.table} INCLUDING DEFAULTS, CHECK (part = ${id}),
        CHECK (municipality_id = ${this.publication.municipalityId}));
      ALTER TABLE ${part} ALTER part SET DEFAULT ${id}; ${setDefaults(part, this.constants)}`;
  }

  private part(number: number): string {
    return `${this.table}_${this.id(number)}`;
  }

  private id(number: number): number {
    return (firstNumber + this.firstDocument) * mostPartsOfRelease + number;
  }
}
