import type { FastifyInstance } from "fastify";
import { HubError } from "../../schema/core/hub-error.ts";

declare module "fastify" {
  interface FastifyInstance {
    /** From now on `/ready` says that this hub is stopping, and connections end with their next answer; all is still answered. */
    announceStop(): void;
    /** Throws STOPPING once a stop has been announced. */
    refuseIfStopping(): void;
  }
}

/** Gives a balancer the time to send requests to other hubs before this one stops. */
export function announceStops(server: FastifyInstance): void {
  let isStopping = false;
  server.decorate("announceStop", () => {
    isStopping = true;
  });
  server.decorate("refuseIfStopping", () => {
    if (isStopping) throw stopping;
  });
  server.addHook("onRequest", async (_, reply) => {
    if (isStopping) reply.raw.shouldKeepAlive = false;
  });
}

const stopping = new HubError(
  "STOPPING",
  { ko: "이 허브는 곧 멈춥니다.", en: "This hub is about to stop." },
  { ko: "다른 허브에 물으십시오.", en: "Ask another hub." },
);
