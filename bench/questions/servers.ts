import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type BenchHub, printed } from "../bench-hub.ts";
import type { Answer, Question, Row } from "./question.ts";

/** One question as a request, and how to read its answer. */
export interface QuestionRequest {
  url: string;
  method: "GET" | "POST";
  body?: string;
  rows: (answer: Answer) => Row[];
}

/** A server that answers the questions, in a process of its own. */
export interface Server {
  name: string;
  /** Null if this server does not get this question. */
  requestFor(question: Question): QuestionRequest | null;
  stop(): Promise<void>;
}

/** The hub, the hand-written floor and PostGraphile, all on the hub's database. */
export async function startServers(hub: BenchHub, municipalityId: string): Promise<Server[]> {
  const floor = await start("floor-server.ts", hub.database, municipalityId);
  const postGraphile = await start("postgraphile-server.ts", hub.database);
  return [
    {
      name: "floor",
      requestFor: ({ name }) => ({ url: `${floor.url}/${name}`, method: "GET", rows: (answer) => answer }),
      stop: floor.stop,
    },
    {
      name: "hub",
      requestFor: (question) => ({
        ...graphQL(hub.url, { query: question.hub }),
        rows: ({ data }) => question.hubRows(data),
      }),
      stop: async () => {},
    },
    {
      name: "PostGraphile",
      requestFor: ({ postGraphile: question }) =>
        question && {
          ...graphQL(postGraphile.url, {
            query: question.query,
            variables: { municipality: Number(municipalityId) },
          }),
          rows: ({ data }) => question.rows(data),
        },
      stop: postGraphile.stop,
    },
  ];
}

const graphQL = (url: string, body: object): Omit<QuestionRequest, "rows"> => ({
  ...{ url: `${url}/graphql`, method: "POST", body: JSON.stringify(body) },
});

async function start(
  file: string,
  ...serverArguments: string[]
): Promise<{ url: string; stop: () => Promise<void> }> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", path, ...serverArguments], {
    env: { ...process.env, GRAPHILE_ENV: "production", NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await printed(child, /http:\/\/127\.0\.0\.1:\d+/);
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("close", resolve));
    child.kill("SIGTERM");
    await ended;
  };
  return { url, stop };
}
