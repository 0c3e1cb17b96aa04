import { LRUCache } from "lru-cache";
import { StatementAborted } from "../../schema/sql/statement-limits.ts";
import { queueFull } from "./limit-exceeded.ts";

/** A query that waits for its turn. */
interface Waiting {
  cost: number;
  visitor: string;
  start: () => void;
}

/** A query of unknown duration is expensive if its answer may have more values than this. */
const cheapCost = 50_000;
/** A query that took longer than this is expensive the next time. */
const cheapMilliseconds = 1_000;
const mostWaiting = 200;
/** A board asks about ten questions at a time. */
const mostWaitingPerVisitor = 20;
/** Roughly how long the queue takes to have room again. */
const retryAfterSeconds = 10;

/**
 * Keeps expensive queries from holding up cheap ones: only so many run at a time, the others wait, cheapest first. How
 * expensive a query is, is known from the last time that one of the same text and magnitude ran; before that it is
 * estimated by its cost.
 */
export class ExpensiveLane {
  private readonly concurrency: number;
  private readonly queue: Waiting[] = [];
  private readonly durations = new LRUCache<string, number>({ max: 5_000 });
  private running = 0;

  /** `concurrency` is the number of expensive queries that run at a time. */
  constructor(concurrency: number) {
    this.concurrency = concurrency;
  }

  /** Number of queries that wait. */
  get waiting(): number {
    return this.queue.length;
  }

  isExpensive(text: string, cost: number): boolean {
    const known = this.durations.get(keyOf(text, cost));
    return known === undefined ? cost > cheapCost : known > cheapMilliseconds;
  }

  /** Remembers how long a query took: less at once, more only by and by, because a busy hub makes every query slow. */
  record(text: string, cost: number, milliseconds: number): void {
    const key = keyOf(text, cost);
    const before = this.durations.get(key) ?? milliseconds;
    this.durations.set(key, Math.min(milliseconds, Math.max(before, 1) * 1.5));
  }

  /** Runs an expensive query when it is its turn. Throws QUEUE_FULL, and StatementAborted if `signal` is aborted first. */
  async run<Result>(
    { cost, visitor, signal }: { cost: number; visitor: string; signal?: AbortSignal | undefined },
    work: () => Promise<Result>,
  ): Promise<Result> {
    if (this.running >= this.concurrency) await this.wait(cost, visitor, signal);
    else this.running += 1;
    try {
      return await work();
    } finally {
      // The next one takes over the place.
      const next = this.queue.shift();
      if (next) next.start();
      else this.running -= 1;
    }
  }

  private wait(cost: number, visitor: string, signal: AbortSignal | undefined): Promise<void> {
    const own = this.queue.filter((other) => other.visitor === visitor).length;
    if (this.queue.length >= mostWaiting || own >= mostWaitingPerVisitor) throw queueFull(retryAfterSeconds);
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.queue.splice(this.queue.indexOf(waiting), 1);
        reject(new StatementAborted());
      };
      const waiting: Waiting = {
        cost,
        visitor,
        start: () => {
          signal?.removeEventListener("abort", leave);
          resolve();
        },
      };
      signal?.addEventListener("abort", leave, { once: true });
      const at = this.queue.findIndex((other) => other.cost > cost);
      this.queue.splice(at < 0 ? this.queue.length : at, 0, waiting);
    });
  }
}

/** Queries of the same text may differ in their variables, and these in the size of the answer. */
const keyOf = (text: string, cost: number): string =>
  `${Math.floor(Math.log2(cost + 1))} ${text.replace(/"[^"]*"|\d+/g, "?")}`;
