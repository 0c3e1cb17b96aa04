import type { PoolClient } from "pg";
import { sendCancelRequest } from "./cancel-request.ts";

/** PostgreSQL's code for a statement that was cancelled. */
const queryCanceled = "57014";

/** A statement ran longer than readers may. Its code is that of a statement that PostgreSQL itself cancels. */
export class StatementTimeout extends Error {
  override readonly name = "StatementTimeout";
  readonly code = queryCanceled;
}

/** The client has disconnected. */
export class StatementAborted extends Error {
  override readonly name = "AbortError";
  readonly code = "ABORT_ERR";
}

/** If the server has not ended a statement this long after the cancel request, the connection is given up. */
const cancelGraceMilliseconds = 4_000;

/** Limits of a statement. */
export interface Limits {
  milliseconds: number;
  /** Aborted when the client disconnects. */
  signal: AbortSignal | undefined;
}

/**
 * Runs one statement on a connection, and cancels it on timeout or when the client disconnects. Throws
 * StatementTimeout, StatementAborted, or what `run` throws.
 */
export async function withinLimits<Result>(
  client: PoolClient,
  { milliseconds, signal }: Limits,
  run: () => Promise<Result>,
): Promise<Result> {
  if (signal?.aborted) throw new StatementAborted();
  let reason: Error | undefined;
  let cancelled: Promise<void> | undefined;
  let grace: NodeJS.Timeout | undefined;
  const cancel = (error: Error) => {
    if (reason) return;
    reason = error;
    const drop = () => {
      client.connection.stream.destroy();
    };
    grace = setTimeout(drop, cancelGraceMilliseconds);
    cancelled = sendCancelRequest(client).catch(drop);
  };
  const timer = setTimeout(() => cancel(new StatementTimeout()), milliseconds);
  const onAbort = () => cancel(new StatementAborted());
  signal?.addEventListener("abort", onAbort);
  try {
    return await run();
  } catch (error) {
    throw reason ?? error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
    // Wait until the request has been handled, lest it cancel the next statement on this connection.
    await cancelled;
    clearTimeout(grace);
  }
}
