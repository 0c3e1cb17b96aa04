import { channel } from "node:diagnostics_channel";
import { SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { Pool, PoolClient } from "pg";
import type { DataSource } from "typeorm";
import { poolOf } from "./pool-of.ts";
import { PreparedStatements } from "./prepared-statements.ts";
import { sendStatement } from "./send-statement.ts";
import { type Limits, StatementAborted, withinLimits } from "./statement-limits.ts";

/** SQL that only reads, with $1 and so on for its values. */
export interface Statement {
  text: string;
  values: readonly unknown[];
}

/** The name does not exist on this connection, or exists already: a pooler has switched connections. */
const isOtherSession = (code: string | undefined): boolean => code === "26000" || code === "42P05";
/** "cached plan must not change result type", among others. */
const isOutdatedPlan = (code: string | undefined): boolean => code === "0A000";

/** The server is stopping or has crashed. */
const endsConnection = (code: string | undefined): boolean => /^(57P|08)/.test(code ?? "");
const codeOf = (error: unknown): string | undefined => (error as { code?: string }).code;

/** A statement that ended, well or not: published on the diagnostics channel `hub.statement`. */
export interface StatementRun {
  text: string;
  milliseconds: number;
}

const statements = channel("hub.statement");
const spanAttributes = ({ text }: Statement) => ({ "db.system.name": "postgresql", "db.query.text": text });

const preparedStatements = new WeakMap<Pool, PreparedStatements>();

/**
 * Runs a reader's statement and returns its rows: the only path by which readers reach PostgreSQL. It needs no session,
 * so a pooler in transaction mode may be in between. Throws StatementTimeout after the readers' time limit and
 * StatementAborted if `signal` is aborted (the statement is cancelled in both cases), otherwise PostgreSQL's error.
 */
export async function runStatement(
  database: DataSource,
  statement: Statement,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<Record<string, unknown>[]> {
  if (signal?.aborted) throw new StatementAborted();
  const start = performance.now();
  const span = trace.getTracer("hub").startSpan("statement", {
    kind: SpanKind.CLIENT,
    attributes: spanAttributes(statement),
  });
  try {
    return await runPooled(database, statement, signal);
  } catch (error) {
    span.recordException(error as Error);
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
    if (statements.hasSubscribers)
      statements.publish({
        text: statement.text,
        milliseconds: performance.now() - start,
      } satisfies StatementRun);
  }
}

async function runPooled(
  database: DataSource,
  statement: Statement,
  signal: AbortSignal | undefined,
): Promise<Record<string, unknown>[]> {
  const pool = poolOf(database);
  const client = await pool.connect();
  // A connection that is cut also rejects its statement; without a listener it would end the process.
  client.on("error", ignore);
  let isEnding = false;
  try {
    const limits = { milliseconds: pool.options.readTimeoutMilliseconds, signal };
    return await runOn(client, statement, preparedStatementsOf(pool), limits);
  } catch (error) {
    isEnding = endsConnection(codeOf(error));
    throw error;
  } finally {
    client.removeListener("error", ignore);
    client.release(isEnding);
  }
}

async function runOn(
  client: PoolClient,
  { text, values }: Statement,
  prepared: PreparedStatements,
  limits: Limits,
): Promise<Record<string, unknown>[]> {
  const run = (name: string | undefined) =>
    withinLimits(client, limits, () =>
      sendStatement(client, { name, text, values }, prepared.takeClosing(client)),
    );
  const name = prepared.nameFor(client, text);
  if (name === undefined) return run(name);
  try {
    return await run(name);
  } catch (error) {
    const code = codeOf(error);
    if (isOtherSession(code)) prepared.disable();
    else if (isOutdatedPlan(code)) prepared.forget(client, name);
    else throw error;
    return run(undefined);
  }
}

function preparedStatementsOf(pool: Pool): PreparedStatements {
  let prepared = preparedStatements.get(pool);
  if (!prepared) {
    prepared = new PreparedStatements();
    preparedStatements.set(pool, prepared);
  }
  return prepared;
}

const ignore = (): void => undefined;
