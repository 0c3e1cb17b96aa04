import { isIP } from "node:net";
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
  /** Requests and cost of queries that one visitor may use in a minute; 0: no limit. Undefined if not set. */
  limits: { requests?: number; cost?: number };
  /** Least severe level of the log's entries; `info` logs every request. */
  logLevel: LogLevel;
  /** A statement that takes longer is logged. */
  slowMilliseconds: number;
  /** Addresses and networks of proxies whose X-Forwarded-… headers count. */
  trustedProxies: string[];
  /** How long a hub that is to stop still answers, while /ready sends a balancer to other hubs. */
  drainSeconds: number;
}

/** Levels of the log, from nothing to everything. */
const logLevels = ["silent", "error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof logLevels)[number];

const HOME_MUNICIPALITY = "41280";
const DEFAULT_PORT = 4000;
const DEFAULT_CACHE_MEGABYTES = "64";

/** Reads the settings; an empty text counts as not set. Throws SETTING_INVALID for an invalid value. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const setting = (name: string) => environment[name]?.trim() || undefined;
  const port = setting("PORT");
  const open = setting("HUB_PUBLIC");
  const limit = (name: string) => {
    const text = setting(name);
    return text === undefined ? undefined : parseCount(text, name);
  };
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
    limits: { requests: limit("HUB_LIMIT_REQUESTS"), cost: limit("HUB_LIMIT_COST") },
    logLevel: parseLevel(setting("HUB_LOG") ?? "warn", "HUB_LOG"),
    slowMilliseconds: parseCount(setting("HUB_SLOW_MS") ?? "1000", "HUB_SLOW_MS"),
    trustedProxies: parseAddresses(setting("HUB_TRUSTED_PROXIES"), "HUB_TRUSTED_PROXIES"),
    drainSeconds: parseSeconds(setting("HUB_DRAIN_SECONDS") ?? "0", "HUB_DRAIN_SECONDS"),
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

function parseLevel(text: string, name: string): LogLevel {
  const level = logLevels.find((one) => one === text);
  if (level) return level;
  const names = logLevels.join(", ");
  throw invalid(name, text, `다음 중 하나(${names})`, `one of ${names}`);
}

function parseCount(text: string, name: string): number {
  if (/^\d{1,12}$/.test(text)) return Number(text);
  throw invalid(name, text, "1200과 같은 정수", "a whole number such as 1200");
}

function parseAddresses(text: string | undefined, name: string): string[] {
  const addresses = text?.split(/[\s,]+/).filter(Boolean) ?? [];
  const isAddress = (one: string) => {
    const [address = "", bits, ...rest] = one.split("/");
    const longest = isIP(address) === 4 ? 32 : 128;
    return (
      isIP(address) > 0 &&
      rest.length === 0 &&
      (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest))
    );
  };
  if (addresses.every(isAddress)) return addresses;
  throw invalid(
    name,
    text!,
    "10.0.0.5, 10.1.0.0/16과 같은 주소 목록",
    "a list of addresses such as 10.0.0.5, 10.1.0.0/16",
  );
}

function parseSeconds(text: string, name: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw invalid(name, text, "15와 같은 초 단위 정수", "a whole number of seconds such as 15");
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
