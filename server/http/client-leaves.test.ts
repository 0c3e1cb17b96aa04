import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fastify, { type FastifyInstance } from "fastify";
import { DataSource } from "typeorm";
import type { HubContext } from "../../schema/core/context.ts";
import { anonymous } from "../access/permissions.ts";
import { watchClients } from "./client-signal.ts";
import { hubContexts } from "./hub-context.ts";

let server: FastifyInstance;
let url: string;
/** Called with the context of each request. */
let began: (context: HubContext) => void;
let finish = () => {};

beforeAll(async () => {
  const database = new DataSource({ type: "postgres" });
  const contextOf = hubContexts(database, "41280", new Uint8Array(32), null, () => async () => ({}));
  server = fastify();
  watchClients(server);
  server.post("/", async (request) => {
    request.principal = anonymous(true);
    began(contextOf(request));
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return "done";
  });
  url = await server.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => {
  finish();
  return server.close();
});

const begin = (signal: AbortSignal | null) => {
  const context = new Promise<HubContext>((resolve) => {
    began = resolve;
  });
  const response = fetch(url, {
    method: "POST",
    body: "{}",
    headers: { "content-type": "application/json" },
    signal,
  });
  return { context, response };
};

test("what a request started is cancelled when its client leaves", async () => {
  const client = new AbortController();
  const { context, response } = begin(client.signal);
  response.catch(() => {});
  const { signal } = await context;
  expect(signal!.aborted).toBe(false);
  const cancelled = new Promise((resolve) => signal!.addEventListener("abort", resolve));
  client.abort();
  await cancelled;
  finish();
});

test("and is not while the client waits, nor by the end of what it sent", async () => {
  const { context, response } = begin(null);
  const { signal } = await context;
  finish();
  expect(await (await response).text()).toBe("done");
  expect(signal!.aborted).toBe(false);
});
