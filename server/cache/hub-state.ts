import type { DataSource } from "typeorm";
import { runStatement } from "../../schema/sql/run-statement.ts";

/** What every kept response depends on, as PostgreSQL has it. */
export interface HubState {
  /** Number of the newest release by municipality id; none before the first. */
  releases: ReadonlyMap<number, number>;
  /** Changes whenever a municipality is added. */
  municipalities: string;
  /** Changes whenever an embed is revoked. */
  revocations: string;
}

// Not a look-up for each municipality, which a cluster with distributed releases refuses.
const stateSql = `
  SELECT (
    SELECT json_object_agg(municipality_id, number)::text
    FROM (SELECT municipality_id, max(number) AS number FROM release GROUP BY municipality_id) AS newest
  ) AS releases,
  (SELECT concat_ws(' ', count(DISTINCT id), max(id)) FROM municipality) AS municipalities,
  (SELECT concat_ws(' ', count(*), max(revoked_at)) FROM embed WHERE revoked_at IS NOT NULL) AS revocations`;

/**
 * Reads the state of the hub. Requests that arrive while it is being read share the next reading: each gets a state
 * that was read after it arrived, so another process's release is never missed, and a thousand requests cost one query.
 */
export class HubStates {
  private readonly database: DataSource;
  private running: Promise<unknown> = Promise.resolve();
  private next: Promise<HubState> | null = null;
  private last: { text: string; state: HubState } | null = null;

  constructor(database: DataSource) {
    this.database = database;
  }

  /** The state at some moment after this call. Rejects with PostgreSQL's error. */
  read(): Promise<HubState> {
    this.next ??= this.running.then(() => {
      const reading = this.query();
      this.next = null;
      this.running = reading.catch(() => undefined);
      return reading;
    });
    return this.next;
  }

  private async query(): Promise<HubState> {
    const [row] = await runStatement(this.database, { text: stateSql, values: [] });
    const { releases, municipalities, revocations } = row as unknown as Row;
    const text = `${releases} ${municipalities} ${revocations}`;
    if (this.last?.text !== text)
      this.last = { text, state: { releases: parse(releases), municipalities, revocations } };
    return this.last.state;
  }
}

interface Row {
  releases: string | null;
  municipalities: string;
  revocations: string;
}

const parse = (releases: string | null): ReadonlyMap<number, number> =>
  new Map(Object.entries(JSON.parse(releases ?? "{}")).map(([id, number]) => [Number(id), Number(number)]));
