import { setTimeout as delay } from "node:timers/promises";
import { Command } from "commander";
import type { FastifyInstance } from "fastify";
import { HubError } from "../../schema/core/hub-error.ts";
import { readingIsPublic } from "../access/public-reading.ts";
import { limitsOf } from "../limits/limits-of.ts";
import { openHub } from "../open-hub.ts";
import { parsePort, readSettings, type Settings } from "../settings.ts";
import { demonstrate, loadsInWords } from "./demonstration.ts";
import { missingInWords } from "./missing-municipality.ts";

/** `hub serve`: the whole hub in one process, until a signal stops it. */
export function serveCommand(): Command {
  return new Command("serve")
    .description(
      "허브를 엽니다: 데이터베이스(주지 않으면 시연 자료가 든 허브의 것), GraphQL, 화면.\nStart everything: database (the hub's own, with the demonstration, if none is given), migrations, GraphQL, pages.",
    )
    .option("--host <host>", "듣는 주소, 기본 127.0.0.1 / address to listen on")
    .option("--port <port>", "듣는 포트, 기본 4000, 0은 아무 포트 / port; 0 takes any free one")
    .action(async (options: { host?: string; port?: string }) => {
      const settings = readSettings();
      if (options.host) settings.host = options.host;
      if (options.port) settings.port = parsePort(options.port, "--port");
      await serve(settings);
    });
}

async function serve(settings: Settings): Promise<void> {
  const publicReading = readingIsPublic(settings);
  const stopped = stopRequest();
  const hub = await openHub(settings, "serve");
  let server: FastifyInstance | undefined;
  try {
    // Loaded on demand, so that other commands start faster.
    const { createServer } = await import("../http/create-server.ts");
    const loads = hub.embedded ? await demonstrate(hub.database) : [];
    server = await createServer(hub.database, {
      ...settings,
      publicReading,
      crossOriginReading: settings.public === true,
      limits: limitsOf(settings),
    });
    const address = await listen(server, settings);
    const data = [...loadsInWords(loads), ...(await missingInWords(hub.database, settings.municipality))];
    console.log(welcome(address, hub.embedded ? settings.dataFolder : null, data));
    await stopped;
    await drain(server, settings.drainSeconds);
    console.log("허브를 닫습니다. / Stopping.");
  } finally {
    await server?.close();
    await hub.close();
  }
}

/** Goes on answering for a while, in which /ready says that this hub is stopping; a second signal ends it. */
async function drain(server: FastifyInstance, seconds: number): Promise<void> {
  server.announceStop();
  if (seconds === 0) return;
  console.log(`${seconds}초 뒤에 멈춥니다. / Stopping in ${seconds} seconds.`);
  const timer = new AbortController();
  await Promise.race([delay(seconds * 1000, undefined, { signal: timer.signal }), stopRequest()]);
  timer.abort();
}

/** Resolves at the next SIGINT or SIGTERM. */
function stopRequest(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => resolve());
  });
}

async function listen(server: FastifyInstance, { host, port }: Settings): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EADDRINUSE" && code !== "EACCES" && code !== "EADDRNOTAVAIL") throw error;
    throw new HubError(
      "PORT_NOT_AVAILABLE",
      {
        ko: `${host}:${port}에서 들을 수 없습니다(${code}).`,
        en: `Cannot listen on ${host}:${port} (${code}).`,
      },
      {
        ko: "--port로 다른 포트를 주거나 그 포트를 쓰는 프로그램을 끝내십시오.",
        en: "Use another --port, or stop the program that uses this one.",
      },
    );
  }
}

function welcome(address: string, dataFolder: string | null, data: string[]): string {
  return [
    dataFolder
      ? `데이터베이스 / Database: 허브의 것, its own, ${dataFolder}`
      : "데이터베이스 / Database: DATABASE_URL",
    ...data,
    `화면 / Pages:    ${address}/`,
    `질문 / GraphQL:  ${address}/graphql`,
    "멈추려면 Ctrl+C / Ctrl+C stops it",
  ].join("\n");
}
