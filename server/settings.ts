import { resolve } from "node:path";
import { HubError } from "../schema/core/hub-error.ts";
import { particle } from "../schema/core/particle.ts";

/** Settings from the environment. Every setting has a default that suits one person on one machine. */
export interface Settings {
  /** URL of a PostgreSQL, 15 or later; undefined if the hub runs its own. */
  databaseUrl?: string;
  /** Absolute path of the folder of the hub's own PostgreSQL. */
  dataFolder: string;
  host: string;
  /** TCP port of the pages and of GraphQL; 0 takes any free one. */
  port: number;
  /** Five-digit code of the home municipality, the default of queries, pages and embeds. */
  municipality: string;
  /** Signs embedded panels; undefined if not set. */
  secret?: string;
  /** Whether anyone may read without a token; undefined if not set, see server/access/public-reading.ts. */
  public?: boolean;
  /** URL of the hub for browsers, such as https://hub.example.kr; undefined: the host that a request was sent to, if it is an address of this machine. */
  url?: string;
  /** Memory for kept responses, in bytes; 0 keeps none. */
  cacheBytes: number;
}

const HOME_MUNICIPALITY = "41280";
const DEFAULT_PORT = 4000;
const DEFAULT_CACHE_MEGABYTES = "64";

/** Reads the settings; an empty text counts as not set. Throws SETTING_INVALID for an invalid value. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const setting = (name: string) => environment[name]?.trim() || undefined;
  const port = setting("PORT");
  const open = setting("HUB_PUBLIC");
  return {
    databaseUrl: setting("DATABASE_URL"),
    dataFolder: resolve(setting("HUB_DATA") ?? ".data"),
    host: setting("HOST") ?? "127.0.0.1",
    port: port === undefined ? DEFAULT_PORT : parsePort(port, "PORT"),
    municipality: parseMunicipality(setting("HUB_MUNICIPALITY") ?? HOME_MUNICIPALITY, "HUB_MUNICIPALITY"),
    secret: setting("HUB_SECRET"),
    public: open === undefined ? undefined : parseYesNo(open, "HUB_PUBLIC"),
    url: parseOrigin(setting("HUB_URL"), "HUB_URL"),
    cacheBytes: parseMegabytes(setting("HUB_CACHE_MB") ?? DEFAULT_CACHE_MEGABYTES, "HUB_CACHE_MB"),
  };
}

/** A TCP port from text; `name` is its setting or option. Throws SETTING_INVALID. */
export function parsePort(text: string, name: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw invalid(name, text, "0에서 65535 사이의 숫자", "a number from 0 to 65535");
}

/** A municipality's code from text; `name` is its setting or option. Throws SETTING_INVALID. */
export function parseMunicipality(text: string, name: string): string {
  if (/^\d{5}$/.test(text)) return text;
  throw invalid(
    name,
    text,
    "41280과 같은 다섯 자리 지자체 코드",
    "a municipality code of five digits such as 41280",
  );
}

function parseOrigin(text: string | undefined, name: string): string | undefined {
  if (text === undefined) return undefined;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).origin;
  throw invalid(
    name,
    text,
    "https://hub.example.kr와 같은 주소",
    "an address such as https://hub.example.kr",
  );
}

function parseMegabytes(text: string, name: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1_000_000;
  throw invalid(
    name,
    text,
    "64와 같은 정수(MB), 0이면 보관하지 않음",
    "a whole number of MB such as 64; 0 keeps none",
  );
}

function parseYesNo(text: string, name: string): boolean {
  if (text === "true" || text === "false") return text === "true";
  throw invalid(name, text, "true 또는 false", "true or false");
}

function invalid(name: string, text: string, expectedKo: string, expectedEn: string): HubError {
  return new HubError(
    "SETTING_INVALID",
    {
      ko: `설정 ${name}의 값 ${particle(`"${text}"`, "을")} 쓸 수 없습니다.`,
      en: `The setting ${name} cannot be "${text}".`,
    },
    { ko: `${particle(expectedKo, "으로")} 지정하세요.`, en: `Set it to ${expectedEn}.` },
  );
}
