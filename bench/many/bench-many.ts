import autocannon from "autocannon";
import { BenchHub } from "../bench-hub.ts";
import { median, printTable } from "../figures.ts";

/** What a kept response may cost, beside an empty route. */
const aim = { ratio: 0.8, p99: 2 };

interface Load {
  rounds: number;
  seconds: number;
  /** Requests at a time. */
  connections: number;
  /** Viewers of an embed at the same time. */
  viewers: number;
}

type Route = { name: string; url: string } & Partial<Pick<autocannon.Options, "method" | "headers" | "body">>;

interface Measured {
  perSecond: number;
  /** Milliseconds within which 99 of 100 requests were answered. */
  p99: number;
}

/**
 * Measures one kept response of every kind beside `/health`, which only says that the process lives, in rounds that go
 * through all routes in turn; then one embed with many viewers at once.
 */
export async function benchMany(load: Load): Promise<void> {
  const hub = await BenchHub.start();
  try {
    const cached = await cachedRoutes(hub);
    const empty: Route = { name: "empty route", url: `${hub.url}/health` };
    for (const route of [empty, ...kept]) await measure(route, load);
    const rounds: { empty: Measured; cached: Measured[] }[] = [];
    for (let round = 0; round < load.rounds; round += 1) {
      const measured = { empty: await measure(empty, load), cached: [] as Measured[] };
      for (const route of cached) measured.kept.push(await measure(route, load));
      rounds.push(measured);
    }
    console.log(`\n${load.rounds} rounds of ${load.seconds} s, ${load.connections} requests at a time`);
    console.log(`The empty route: ${Math.round(median(rounds.map((one) => one.empty.perSecond)))}/s\n`);
    printTable(
      [
        "kept",
        "requests/s",
        `beside empty (aim ${aim.ratio})`,
        `p99 beside empty's (aim at most ${aim.p99})`,
      ],
      cached.map(({ name }, index) => [
        name,
        String(Math.round(median(rounds.map((round) => round.kept[index]!.perSecond)))),
        median(rounds.map((round) => round.kept[index]!.perSecond / round.empty.perSecond)).toFixed(2),
        median(rounds.map((round) => round.kept[index]!.p99 / round.empty.p99)).toFixed(2),
      ]),
    );
    await manyViewers(cached.find(({ name }) => name === "embed")!, load);
  } finally {
    await hub.stop();
  }
}

async function cachedRoutes(hub: BenchHub): Promise<Route[]> {
  const panel = "funding-by-year?municipality=41280&pledge=1-4-2";
  const board: Route = { name: "board", url: `${hub.url}/dashboards/budget-execution?municipality=99999` };
  const etag = (await fetch(board.url)).headers.get("etag")!;
  return [
    board,
    { name: "panel", url: `${hub.url}/panels/${panel}` },
    { name: "embed", url: await embedOf(hub) },
    { name: "picture (SVG)", url: `${hub.url}/panels/${panel.replace("?", ".svg?")}` },
    { name: "picture (PNG, 84 KB)", url: `${hub.url}/panels/${panel.replace("?", ".png?")}` },
    {
      name: "GraphQL answer",
      url: `${hub.url}/graphql`,
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        query:
          '{ fundingSummary(where: { municipality: ["99999"] }, groupBy: [YEAR, SOURCE]) { rows { year source executed } } }',
      }),
    },
    { ...board, name: "304", headers: { "if-none-match": etag } },
  ];
}

async function embedOf(hub: BenchHub): Promise<string> {
  const { output } = await hub.run("token", "create", "--role", "analyst", "--name", "bench");
  const token = /hub_[\w-]+/.exec(output)![0];
  const response = await fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({
      query: `mutation { createEmbed(panel: "funding-by-year", allowedOrigins: ["https://www.example.go.kr"],
        variables: [{ name: "municipality", value: "41280" }, { name: "pledge", value: "1-4-2" }]) { url } }`,
    }),
  });
  const { data } = (await response.json()) as { data: { createEmbed: { url: string } } };
  return data.createEmbed.url;
}

/** Throws if any request had another status or no answer. */
async function measure({ name, ...request }: Route, { connections, seconds }: Load): Promise<Measured> {
  const status = name === "304" ? 304 : 200;
  const result = await autocannon({
    ...request,
    headers: { "accept-encoding": "gzip", ...request.headers },
    connections,
    duration: seconds,
  });
  const counts = (result as { statusCodeStats?: Record<string, { count: number }> }).statusCodeStats ?? {};
  const others = Object.keys(counts).filter((code) => Number(code) !== status);
  if (result.errors > 0 || others.length > 0)
    throw new Error(
      `${name}: ${result.errors} errors, statuses ${Object.keys(counts)} instead of ${status}.`,
    );
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}

async function manyViewers({ url }: Route, { viewers }: Load): Promise<void> {
  const result = await autocannon({ url, connections: viewers, amount: viewers * 10, timeout: 60 });
  const failures = result.errors + result.non2xx;
  console.log(
    `\n${viewers} viewers of an embed at the same time, ten looks each: ${failures} failures, p99 ${result.latency.p99} ms`,
  );
  if (failures > 0) process.exitCode = 1;
}
