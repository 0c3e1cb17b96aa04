import { Parameters } from "./parameters.ts";

/** A municipality of a query, with the release that the answer is based on. */
export interface ScopedMunicipality {
  id: number;
  /** Number of the release of this municipality; 0 before its first. */
  release: number;
  /** Number of the last release up to which all sums are kept; undefined if it was not looked up. */
  summed?: number;
}

/** State shared by all parts of one SQL statement: its parameters and the releases that facts are valid in. */
export class QueryScope {
  readonly parameters: Parameters;
  readonly municipalities: readonly ScopedMunicipality[];
  /** Code of the home municipality. */
  readonly home: string;
  /** Joins of the current list, appended to its FROM. */
  readonly joins: string[] = [];
  private readonly counter: { aliases: number };

  constructor(
    municipalities: readonly ScopedMunicipality[],
    home: string,
    parameters = new Parameters(),
    counter = { aliases: 0 },
  ) {
    this.municipalities = municipalities;
    this.home = home;
    this.parameters = parameters;
    this.counter = counter;
  }

  /** A unique alias within the statement. */
  alias(): string {
    return `t${this.counter.aliases++}`;
  }

  /** Adds a join to the current list and returns its alias. */
  join(join: (alias: string) => string): string {
    const alias = this.alias();
    this.joins.push(join(alias));
    return alias;
  }

  /** The scope of a nested list; with other releases if its cursor names them. */
  nested(municipalities = this.municipalities): QueryScope {
    return new QueryScope(municipalities, this.home, this.parameters, this.counter);
  }

  /** Whether the kept sums of all municipalities include the release that the answer is based on. */
  get isSummed(): boolean {
    return this.municipalities.every(({ release, summed = 0 }) => release <= summed);
  }

  /** SQL of the number of the release that an answer about a municipality is based on; `municipality` is SQL of its id. */
  release(municipality: string): string {
    const [first, ...others] = this.municipalities;
    if (!first) return "0";
    if (others.every(({ release }) => release === first.release)) return String(first.release);
    const cases = this.municipalities.map(({ id, release }) => `WHEN ${id} THEN ${release}`);
    return `CASE ${municipality} ${cases.join(" ")} END`;
  }

  /** SQL that is true of the facts of a table that are valid at the release. */
  valid(table: string): string {
    const release = this.release(`${table}.municipality_id`);
    return `${table}.known_from <= ${release} AND ${table}.known_to > ${release}`;
  }

  /** SQL that is true of the rows of a table that belong to the municipalities of the query. */
  ofMunicipalities(table: string, column = "municipality_id"): string {
    const ids = this.municipalities.map(({ id }) => id);
    return this.only === null
      ? `${table}.${column} = ANY('{${ids.join()}}'::integer[])`
      : `${table}.${column} = ${this.only}`;
  }

  /** Id of the municipality of a query that has only one; 0, which none has, if it has none; null if it has several. */
  private get only(): number | null {
    return this.municipalities.length > 1 ? null : (this.municipalities[0]?.id ?? 0);
  }

  /** Both: the valid facts of the municipalities of the query. */
  facts(table: string): string {
    return `${this.ofMunicipalities(table)} AND ${this.valid(table)}`;
  }

  /**
   * SQL that is true of the rows of a table that belong to the municipality of another row, whose id `municipality` is.
   * The only municipality of a query is named as well, also in what is looked up for each row: a cluster can send
   * the statement to that municipality's node only if it finds the municipality next to every table.
   */
  ofMunicipality(table: string, municipality: string): string {
    const isSame = `${table}.municipality_id = ${municipality}`;
    return this.only === null ? isSame : `${table}.municipality_id = ${this.only} AND ${isSame}`;
  }

  /** SQL that is true of the valid facts of the municipality that a row belongs to. */
  sameMunicipality(table: string, row: string): string {
    return `${this.ofMunicipality(table, `${row}.municipality_id`)} AND ${this.valid(table)}`;
  }
}
