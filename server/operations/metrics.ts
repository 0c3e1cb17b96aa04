import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { DataSource } from "typeorm";
import { poolOf } from "../../schema/sql/pool-of.ts";
import { runStatement } from "../../schema/sql/run-statement.ts";
import type { QueryLane } from "../limits/query-lane.ts";

/** Memory, processor time and delay of the event loop: of the process, whatever the number of its servers. */
const processMetrics = new Registry();
let isCollecting = false;

/** Seconds: from a kept response to the time limit of a statement. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

/** The metrics of a server. */
export class Metrics {
  readonly registry = new Registry();
  private readonly registers = [this.registry];
  /** Responses by route, status, and whether they were kept. */
  readonly responses = new Counter({
    name: "hub_http_responses_total",
    help: "Responses by route, method, status and source (kept, computed)",
    labelNames: ["route", "method", "status", "source"],
    registers: this.registers,
  });
  readonly durations = new Histogram({
    name: "hub_http_duration_seconds",
    help: "Time from a request to the end of its response, by route and source",
    labelNames: ["route", "source"],
    buckets,
    registers: this.registers,
  });
  readonly wrongTokens = new Counter({
    name: "hub_wrong_tokens_total",
    help: "Requests and sign-ins with a token that is unknown, revoked or expired",
    labelNames: ["code"],
    registers: this.registers,
  });

  private readonly databaseUp = new Gauge({
    name: "hub_database_up",
    help: "1 if PostgreSQL answers, else 0",
    registers: this.registers,
  });
  private readonly releases = new Gauge({
    name: "hub_newest_release",
    help: "Number of the newest release by municipality",
    labelNames: ["municipality"],
    registers: this.registers,
  });

  /** Adds what is read when Prometheus asks: connections and the queue of expensive queries. */
  watch(database: DataSource, lane: QueryLane): void {
    const connections = new Gauge({
      name: "hub_database_connections",
      help: "Connections to PostgreSQL by state; waiting: requests that wait for one",
      labelNames: ["state"],
      registers: this.registers,
      collect: () => {
        const { totalCount, idleCount, waitingCount } = poolOf(database);
        connections.set({ state: "busy" }, totalCount - idleCount);
        connections.set({ state: "idle" }, idleCount);
        connections.set({ state: "waiting" }, waitingCount);
      },
    });
    const waiting: Gauge = new Gauge({
      name: "hub_expensive_queries_waiting",
      help: "Expensive queries that wait for their turn",
      registers: this.registers,
      collect: () => void waiting.set(lane.waiting),
    });
  }

  /** Reads the newest releases, and whether the database answers. */
  async readReleases(database: DataSource): Promise<void> {
    const rows = await runStatement(database, { text: newestReleases, values: [] }).catch(() => null);
    this.databaseUp.set(rows ? 1 : 0);
    for (const { code, number } of rows ?? [])
      this.releases.set({ municipality: String(code) }, Number(number));
  }
}

const newestReleases = `
  SELECT code, newest.number FROM municipality
  JOIN (SELECT municipality_id, max(number) AS number FROM release GROUP BY municipality_id) AS newest
    ON newest.municipality_id = municipality.id`;

/** Counts every response, and serves `/metrics` for Prometheus. */
export function serveMetrics(server: FastifyInstance, database: DataSource, metrics: Metrics): void {
  if (!isCollecting) collectDefaultMetrics({ register: processMetrics, prefix: "hub_" });
  isCollecting = true;
  server.addHook("onResponse", async ({ routeOptions, method, isKept }, reply) => {
    const route = routeOptions.url ?? "none";
    const source = isKept ? "kept" : "computed";
    metrics.responses.inc({ route, method, status: reply.raw.statusCode, source });
    metrics.durations.observe({ route, source }, reply.elapsedTime / 1_000);
  });
  server.get("/metrics", async (_, reply) => {
    await metrics.readReleases(database);
    const registry = Registry.merge([metrics.registry, processMetrics]);
    return reply
      .header("cache-control", "no-store")
      .type(registry.contentType)
      .send(await registry.metrics());
  });
}
