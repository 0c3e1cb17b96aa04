import { hostname } from "node:os";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { HubError } from "../../schema/core/hub-error.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Origin of the hub for browsers, such as https://hub.example.kr; null if it is not known. */
    hubOrigin: string | null;
  }
}

/**
 * Gives every request the hub's origin: `url`, or else the host that it was sent to if that is an address of this
 * machine. Anyone can send another host, so no address is built from it.
 */
export function findHubOrigin(server: FastifyInstance, url: string | undefined): void {
  server.decorateRequest("hubOrigin", null);
  server.addHook("onRequest", (request, _, done) => {
    request.hubOrigin = url ?? (isOwnHost(request) ? `${request.protocol}://${request.host}` : null);
    done();
  });
}

function isOwnHost({ host, hostname: name, socket: { localAddress } }: FastifyRequest): boolean {
  // Sent by the hub to itself, which has checked the host already.
  if (localAddress === undefined) return host !== "";
  const address = localAddress.replace(/^::ffff:/, "");
  const own = name.toLowerCase().replace(/^\[(.*)\]$/, "$1");
  if (own === address || own === hostname().toLowerCase()) return true;
  return own === "localhost" && (address === "::1" || address.startsWith("127."));
}

/** Whether a page of another origin sent this request, as browsers say of every form that they post. */
export function isFromForeignPage({ headers, host, hubOrigin }: FastifyRequest): boolean {
  const { origin } = headers;
  if (origin === undefined) return headers["sec-fetch-site"] === "cross-site";
  if (origin === hubOrigin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/** The error where an address of the hub is needed and its origin is not known. */
export const hubUrlMissing = (): HubError =>
  new HubError(
    "SETTING_MISSING",
    {
      ko: "요청에 적힌 호스트가 이 컴퓨터의 주소가 아니어서 허브의 주소를 만들 수 없습니다.",
      en: "The request names a host that is not an address of this machine, so the hub's address is not known.",
    },
    {
      ko: "허브 관리자가 HUB_URL을 브라우저가 허브에 접속하는 주소로 지정해야 합니다. 예: https://hub.example.kr",
      en: "The hub's administrator has to set HUB_URL to the address by which browsers reach the hub, such as https://hub.example.kr.",
    },
  );

/** The error for a form that a page of another origin posted. */
export const originForeign = (): HubError =>
  new HubError(
    "ORIGIN_FOREIGN",
    {
      ko: "다른 출처의 화면에서 보낸 양식이라 받지 않습니다.",
      en: "The form was sent by a page of another origin, so it is not accepted.",
    },
    {
      ko: "허브의 화면에서 보내십시오. 허브의 화면에서 보냈다면 허브 관리자가 HUB_URL을 지정해야 합니다.",
      en: "Send it from the hub's own page. If you did, the hub's administrator has to set HUB_URL.",
    },
  );
