import type { DataSource } from "typeorm";
import type { HubContext } from "../../schema/core/context.ts";
import { ExpensiveLane } from "./expensive-lane.ts";
import { LaneDatabase } from "./lane-database.ts";

/** Runs queries: cheap ones at once, expensive ones in their lane, with connections of their own. */
export class QueryLane {
  private readonly lane: ExpensiveLane;
  private readonly database: LaneDatabase;

  /** `concurrency` is the number of expensive queries that run at a time. */
  constructor(database: DataSource, concurrency: number) {
    this.lane = new ExpensiveLane(concurrency);
    // Top-level fields of one query run side by side.
    this.database = new LaneDatabase(database, concurrency * 2);
  }

  /** Number of expensive queries that wait. */
  get waiting(): number {
    return this.lane.waiting;
  }

  /** Runs a query of this text; `context.cost` is its cost. Throws QUEUE_FULL. */
  async run<Result>(
    text: string,
    context: HubContext,
    query: (context: HubContext) => Promise<Result>,
  ): Promise<Result> {
    const { cost, access, signal } = context;
    const timed = async (of: HubContext) => {
      const start = performance.now();
      try {
        return await query(of);
      } finally {
        if (!signal?.aborted) this.lane.record(text, cost, performance.now() - start);
      }
    };
    if (!access || !this.lane.isExpensive(text, cost)) return timed(context);
    const turn = { cost, visitor: access.visitor, signal };
    return this.lane.run(turn, async () => {
      // If it cannot be reached, the query itself says so.
      const database = await this.database.open().catch(() => context.database);
      return timed(context.through(database));
    });
  }

  /** Closes the lane's connections. */
  close(): Promise<void> {
    return this.database.close();
  }
}
