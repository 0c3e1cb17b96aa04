import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { DataSource } from "typeorm";
import { pageAddressOf, type View } from "../../dashboards/pages/page-request.ts";
import { layout } from "../../dashboards/pages/parts/layout.ts";
import { signInView } from "../../dashboards/pages/views/sign-in-view.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import { findToken } from "../access/find-token.ts";
import { sessionCookie, sessionSeconds, signSession } from "../access/session.ts";
import type { WrongTokens } from "../limits/wrong-tokens.ts";
import { fieldOf, withForms } from "./forms.ts";

/** `/sign-in` exchanges a token for a session cookie that only reads; `/sign-out` removes it. */
export function serveSessions(
  server: FastifyInstance,
  database: DataSource,
  key: Uint8Array,
  wrongTokens: WrongTokens,
): void {
  server.register(
    withForms((forms) => {
      forms.get("/sign-in", async (request, reply) => {
        const reader = pageAddressOf(request);
        const next = pathFrom(reader.choice("next"));
        return send(request, reply, signInView(reader, next, request.principal.tokenName));
      });
      forms.post("/sign-in", async (request, reply) => {
        const next = pathFrom(fieldOf(request.body, "next"));
        try {
          const token = await findToken(database, `Bearer ${fieldOf(request.body, "token")}`);
          setCookie(request, reply, await signSession(key, token), sessionSeconds);
          return reply.redirect(next, 303);
        } catch (error) {
          if (!(error instanceof HubError)) throw error;
          await wrongTokens.slowDown(error, request);
          return send(request, reply, signInView(pageAddressOf(request), next, null, [error]));
        }
      });
      forms.post("/sign-out", async (request, reply) => {
        setCookie(request, reply, "", 0);
        return reply.redirect("/sign-in", 303);
      });
    }),
  );
}

/** A path on this hub to continue at; `/` for anything else, in particular other hosts. */
const pathFrom = (text: string | null): string =>
  text && /^\/(?![/\\])/.test(text) && !/[\\\s]/.test(text) ? text : "/";

function setCookie(request: FastifyRequest, reply: FastifyReply, value: string, maxAge: number): void {
  // Behind a gateway the hub is reached without TLS, but the browser uses TLS.
  const secure = request.protocol === "https" || request.headers["x-forwarded-proto"] === "https";
  reply.setCookie(sessionCookie, value, { path: "/", maxAge, httpOnly: true, sameSite: "strict", secure });
}

const send = (request: FastifyRequest, reply: FastifyReply, view: View): FastifyReply =>
  reply
    .code(view.status)
    .header("cache-control", "no-store")
    .type("text/html; charset=utf-8")
    .send(layout({ ...pageAddressOf(request), ...view }));
