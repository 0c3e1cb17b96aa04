import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { databaseUnavailable, retryAfterSeconds } from "../../schema/core/database-unavailable.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import { LimitExceeded } from "../limits/limit-exceeded.ts";
import { encodingInvalid } from "./check-request-text.ts";
import { problemDocument } from "./problem-document.ts";
import { statusOfCode } from "./status-of-code.ts";

/** Converts every error outside of GraphQL to a HubError, in the shape of a GraphQL error. */
export function explainErrors(server: FastifyInstance): void {
  server.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    // An error with a status is of the request itself, such as a client that leaves half-way.
    const unavailable = error.statusCode === undefined ? databaseUnavailable(error) : null;
    if (unavailable) reply.header("retry-after", retryAfterSeconds);
    if (error instanceof LimitExceeded) reply.header("retry-after", error.retryAfterSeconds);
    const problem = unavailable ?? error;
    const status = statusOf(problem);
    // A HubError is no fault of the hub.
    if (status >= 500 && !(error instanceof HubError)) request.log.error(error);
    return sendProblem(request, reply.status(status), explained(problem, status));
  });
  server.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply.status(404), notFound(request.url)),
  );
}

/** Explains requests that Fastify rejects before routing: a URL that cannot be decoded, or is too long. */
export function explainFrameworkError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const problem = error.code === "FST_ERR_BAD_URL" ? encodingInvalid("URL") : error;
  const status = statusOf(problem);
  sendProblem(request, reply.status(status), explained(problem, status));
}

/** Sends a HubError: to a browser as a page, to a program as GraphQL does. */
function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: HubError): FastifyReply {
  if (!request.headers.accept?.includes("text/html")) return reply.send(bodyOf(problem));
  return reply.type("text/html; charset=utf-8").send(problemDocument(request, reply.statusCode, problem));
}

const statusOf = (error: Error & { statusCode?: number }): number =>
  (error instanceof HubError && statusOfCode(error.code)) || error.statusCode || 500;

const bodyOf = ({ message, code, text, remedy }: HubError) => ({
  errors: [{ message, extensions: { code, ...text, remedy } }],
});

function explained(error: Error, status: number): HubError {
  if (error instanceof HubError) return error;
  if (status === 413) {
    return new HubError(
      "BODY_TOO_LARGE",
      { ko: "요청이 너무 깁니다. 한도는 1MB입니다.", en: "The request is too long; the limit is 1 MB." },
      {
        ko: "값은 variables로, 질문은 나누어 보내십시오.",
        en: "Send values as variables, and split the query.",
      },
    );
  }
  if (status < 500) {
    return new HubError(
      "BAD_REQUEST",
      { ko: `요청을 읽을 수 없습니다: ${error.message}`, en: `The request cannot be read: ${error.message}` },
      {
        ko: 'POST로 {"query": "…", "variables": {…}}를 application/json으로 보내십시오.',
        en: 'POST {"query": "…", "variables": {…}} as application/json.',
      },
    );
  }
  return new HubError(
    "INTERNAL_SERVER_ERROR",
    { ko: "허브 안에서 오류가 났습니다.", en: "Something went wrong inside the hub." },
    { ko: "잠시 뒤 다시 시도하십시오.", en: "Try again in a moment." },
  );
}

const notFound = (url: string): HubError =>
  new HubError(
    "NOT_FOUND",
    { ko: `${url}에는 아무것도 없습니다.`, en: `${url} does not exist.` },
    { ko: "/에서 시작하십시오.", en: "Start at /." },
  );
