import { setTimeout as pause } from "node:timers/promises";
import type { BenchHub } from "../bench-hub.ts";

/** What readers of a city's purchases saw: how many answers without any, and with all of them, and the slowest of each. */
export interface Watched {
  before: { answers: number; slowestMilliseconds: number };
  after: { answers: number; slowestMilliseconds: number };
}

const pauseMilliseconds = 250;

/**
 * Keeps asking the serving hub what a city has bought until `work` is done and once more. Throws where an
 * answer was of a part of the release: two answers that are not null must be the same.
 */
export async function watchReaders(
  hub: BenchHub,
  municipality: string,
  work: Promise<unknown>,
): Promise<Watched> {
  const watched = {
    before: { answers: 0, slowestMilliseconds: 0 },
    after: { answers: 0, slowestMilliseconds: 0 },
  };
  const totals = new Set<number>();
  let isDone = false;
  const done = () => {
    isDone = true;
  };
  work.then(done, done);
  for (let isLast = false; !isLast; await pause(pauseMilliseconds)) {
    isLast = isDone;
    const started = performance.now();
    const total = await totalOf(hub, municipality);
    const seen = watched[total === null ? "before" : "after"];
    seen.answers += 1;
    seen.slowestMilliseconds = Math.max(seen.slowestMilliseconds, performance.now() - started);
    if (total !== null) totals.add(total);
  }
  if (totals.size > 1) throw new Error(`Answers saw parts of the release: ${[...totals].join(", ")} won.`);
  return watched;
}

async function totalOf(hub: BenchHub, municipality: string): Promise<number | null> {
  const { purchaseSummary } = await hub.ask<{ purchaseSummary: { rows: { total: number | null }[] } }>(
    `{ purchaseSummary(basis: SOCIAL_ENTERPRISE, where: { municipality: ["${municipality}"] }) { rows { total } } }`,
  );
  return purchaseSummary.rows[0]!.total;
}
