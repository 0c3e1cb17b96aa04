import { setTimeout as pause } from "node:timers/promises";
import type { BenchHub } from "../bench-hub.ts";

/** What readers of a city's purchases saw. */
export interface Watched {
  /** Answers without purchases, and with all of them. */
  before: number;
  after: number;
  /** Answers with a part of the purchases; there must be none. */
  partial: number;
  slowestMilliseconds: number;
}

const pauseMilliseconds = 50;

/** Keeps asking the serving hub how many purchases a city has until `work` is done and all are there. */
export async function watchReaders(
  hub: BenchHub,
  municipality: string,
  all: number,
  work: Promise<unknown>,
): Promise<Watched> {
  const watched = { before: 0, after: 0, partial: 0, slowestMilliseconds: 0 };
  let isDone = false;
  work.then(
    () => {
      isDone = true;
    },
    () => {
      isDone = true;
    },
  );
  for (let isLast = false; !isLast; await pause(pauseMilliseconds)) {
    isLast = isDone;
    const started = performance.now();
    const count = await countPurchases(hub, municipality);
    watched.slowestMilliseconds = Math.max(watched.slowestMilliseconds, performance.now() - started);
    watched[count === 0 ? "before" : count === all ? "after" : "partial"] += 1;
  }
  return watched;
}

async function countPurchases(hub: BenchHub, municipality: string): Promise<number> {
  const { purchases } = await hub.ask<{ purchases: { totalCount: number } }>(
    `{ purchases(where: { municipality: ["${municipality}"] }, first: 1) { totalCount } }`,
  );
  return purchases.totalCount;
}
