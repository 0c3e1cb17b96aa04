import type { FastifyInstance, FastifyRequest } from "fastify";
import { HubError } from "../../schema/core/hub-error.ts";
import { findMalformedText } from "../../schema/core/well-formed-text.ts";

/**
 * Rejects every request with a text that cannot be stored or sent: U+0000 or a lone surrogate in its address,
 * headers or body, or a percent-encoding that is not UTF-8. The only place that checks this for HTTP.
 */
export function checkInput(server: FastifyInstance): void {
  server.addHook("onRequest", (request, _reply, done) => {
    refuse(findMalformedText(decode(request.url), "URL") ?? findMalformedText(request.headers, "headers"));
    refuse(findMalformedJson(request));
    done();
  });
  server.addHook("preValidation", ({ body, headers }, _reply, done) => {
    if (body === null && isForm(headers["content-type"])) throw encodingInvalid("body");
    refuse(findMalformedText(body, "body"));
    done();
  });
}

const isForm = (type: string | undefined): boolean =>
  type?.startsWith("application/x-www-form-urlencoded") ?? false;

function decode(url: string): string {
  const decoded = decodeUtf8(url);
  if (decoded === null) throw encodingInvalid("URL");
  return decoded;
}

/** A percent-encoded text decoded; null if that is impossible. */
export function decodeUtf8(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** JSON in the URL of GET /graphql can contain escaped malformed text. Invalid JSON is rejected elsewhere. */
function findMalformedJson({ query }: FastifyRequest): string | null {
  const { variables } = query as Record<string, unknown>;
  if (typeof variables !== "string" || !variables.includes("\\u")) return null;
  try {
    return findMalformedText(JSON.parse(variables), "variables");
  } catch {
    return null;
  }
}

function refuse(place: string | null): void {
  if (place !== null) throw inputInvalid(place);
}

/** The error for a text with U+0000 or a lone surrogate; `place` is where in the request it is. */
export const inputInvalid = (place: string): HubError =>
  new HubError(
    "INPUT_INVALID",
    {
      ko: `${place}에 쓸 수 없는 문자(U+0000 또는 짝이 없는 서로게이트)가 있습니다.`,
      en: `${place} contains U+0000 or a lone surrogate, which no text may contain.`,
    },
    { ko: "그 문자를 지우고 다시 보내십시오.", en: "Remove that character and send the request again." },
  );

/** The error for a percent-encoding that is not UTF-8. */
export const encodingInvalid = (place: string): HubError =>
  new HubError(
    "INPUT_INVALID",
    {
      ko: `${place}의 퍼센트 인코딩이 올바른 UTF-8이 아닙니다.`,
      en: `The percent-encoding of the ${place} is not valid UTF-8.`,
    },
    {
      ko: "글자를 UTF-8로 퍼센트 인코딩하고, %는 %25로 쓰십시오.",
      en: "Percent-encode characters as UTF-8, and % itself as %25.",
    },
  );
