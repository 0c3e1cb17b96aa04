import autocannon from "autocannon";
import { BenchHub } from "../bench-hub.ts";
import { printTable } from "../figures.ts";

/** What hostile questions may do to the p99 of others. */
const aim = 2;

interface Attack {
  seconds: number;
  /** Hostile questions in that time. */
  questions: number;
}

interface Neighbour {
  name: string;
  p99: number;
}

const lists = ["purchases", "outletSales", "enrollments", "pledges"];

/** Large and distinct: nothing of it is kept, and each is estimated anew. */
function hostileQuestion(number: number): string {
  const list = lists[number % lists.length]!;
  const pages = Array.from(
    { length: 3 },
    (_, at) =>
      `a${number}_${at}: ${list}(first: ${1_000 - (number % 500) - at}) { nodes { department { name } } totalCount }`,
  );
  return `{ ${pages.join(" ")} }`;
}

/** Readers who look at a kept board and ask a cheap question, five times a second each. */
async function neighbours({ url }: BenchHub, seconds: number): Promise<Neighbour[]> {
  const look = async (name: string, request: autocannon.Options): Promise<Neighbour> => {
    const { latency, non2xx, errors } = await autocannon({
      ...request,
      connections: 2,
      overallRate: 10,
      duration: seconds,
    });
    if (non2xx + errors > 0) throw new Error(`${name}: ${non2xx + errors} failures`);
    return { name, p99: latency.p99 };
  };
  let asked = 0;
  return Promise.all([
    look("kept board", { url: `${url}/dashboards/budget-execution?municipality=99999` }),
    look("cheap question", {
      url: `${url}/graphql`,
      method: "POST",
      headers: { "content-type": "application/json" },
      setupClient: (client) => {
        client.on("response", () => client.setBody(cheap(asked++)));
        client.setBody(cheap(asked++));
      },
    }),
  ]);
}

const cheap = (number: number): string =>
  JSON.stringify({ query: `{ a${number}: pledge(code: "1-4-2", municipality: "41280") { title } }` });

/** Sends the questions at an even pace; gives how many were answered with each status. */
async function attack({ url }: BenchHub, { seconds, questions }: Attack): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  const sent = Array.from({ length: questions }, async (_, number) => {
    await new Promise((resolve) => setTimeout(resolve, (number * seconds * 1_000) / questions));
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: hostileQuestion(number) }),
      signal: AbortSignal.timeout(60_000),
    });
    await response.arrayBuffer();
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
  });
  await Promise.all(sent);
  return statuses;
}

/** The p99 of a kept board and a cheap question, without and with hostile questions, in one run. */
export async function benchHostile(options: Attack): Promise<void> {
  const hub = await BenchHub.start();
  try {
    await neighbours(hub, 3);
    const before = await neighbours(hub, options.seconds);
    const [during, statuses] = await Promise.all([neighbours(hub, options.seconds), attack(hub, options)]);
    printTable(
      ["neighbour", "p99 alone", "p99 beside", `ratio (aim at most ${aim})`],
      during.map(({ name, p99 }, at) => [
        name,
        `${before[at]!.p99} ms`,
        `${p99} ms`,
        (p99 / Math.max(1, before[at]!.p99)).toFixed(2),
      ]),
    );
    console.log(
      `\n${options.questions} hostile questions in ${options.seconds} s: ${[...statuses].map(([status, count]) => `${count} × ${status}`).join(", ")}`,
    );
  } finally {
    await hub.stop();
  }
}
