import { PassThrough } from "node:stream";
import { expect, test } from "@jest/globals";
import fastify from "fastify";
import { closeWhenAnswered } from "./close-when-answered.ts";

// Fails by the time limit of tests: the keep-alive time of a connection is longer.
test("a server that stops during an answer sends it to its end, and then waits for nothing", async () => {
  const server = fastify({ forceCloseConnections: "idle" });
  closeWhenAnswered(server);
  const body = new PassThrough();
  server.get("/", (_, reply) => reply.send(body));
  const url = await server.listen({ host: "127.0.0.1", port: 0 });
  body.write("first, ");
  const response = await fetch(url);
  const closed = server.close();
  body.end("last");
  expect(await response.text()).toBe("first, last");
  await closed;
});
