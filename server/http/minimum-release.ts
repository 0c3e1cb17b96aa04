import { setTimeout as delay } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import type { DataSource } from "typeorm";
import { HubError } from "../../schema/core/hub-error.ts";
import { runStatement } from "../../schema/sql/run-statement.ts";

/** The header, in lower case. */
const header = "hub-minimum-release";
const longestWaitMilliseconds = 5_000;
const pollMilliseconds = 100;

const newestSql = `
  SELECT code, coalesce(max(number), 0) AS number
  FROM municipality LEFT JOIN release ON municipality_id = municipality.id
  WHERE code = ANY($1) GROUP BY code`;

/**
 * Lets a request require that the database has a release: `Hub-Minimum-Release: 7` of the home municipality,
 * `41280=7, 99990=2` of others. Release numbers have no gaps, so a standby that has release 7 has all before it. Waits up
 * to 5 seconds for it, then throws RELEASE_NOT_YET (503 with Retry-After); INPUT_INVALID for a malformed header.
 */
export function requireReleases(server: FastifyInstance, database: DataSource, home: string): void {
  server.addHook("onRequest", async (request, reply) => {
    const text = request.headers[header];
    // Who may not read is refused later, and learns no number.
    if (text === undefined || request.refusal !== null) return;
    const required = parse(String(text), home);
    const end = Date.now() + longestWaitMilliseconds;
    for (;;) {
      const missing = await findMissing(database, required, request.clientSignal);
      if (missing === null) return;
      if (Date.now() >= end) {
        reply.header("retry-after", 1);
        throw notYet(missing);
      }
      await delay(pollMilliseconds, undefined, { signal: request.clientSignal });
    }
  });
}

function parse(text: string, home: string): Map<string, number> {
  const required = new Map<string, number>();
  for (const part of text.split(",")) {
    const [, code = home, number] = /^\s*(?:(\d{5})=)?(\d{1,9})\s*$/.exec(part) ?? [];
    if (number === undefined) throw malformed(text);
    required.set(code, Number(number));
  }
  return required;
}

interface Missing {
  code: string;
  required: number;
  /** The newest release that is there; 0 before the first. */
  newest: number;
}

async function findMissing(
  database: DataSource,
  required: ReadonlyMap<string, number>,
  signal: AbortSignal,
): Promise<Missing | null> {
  const statement = { text: newestSql, values: [[...required.keys()]] };
  const rows = await runStatement(database, statement, { signal });
  const newest = new Map(rows.map(({ code, number }) => [String(code), Number(number)]));
  for (const [code, number] of required) {
    const known = newest.get(code) ?? 0;
    if (known < number) return { code, required: number, newest: known };
  }
  return null;
}

const notYet = ({ code, required, newest }: Missing): HubError =>
  new HubError(
    "RELEASE_NOT_YET",
    {
      ko: `지자체 ${code}의 회차 ${required}은(는) 아직 이 허브의 데이터베이스에 없습니다. 가장 새로운 것은 회차 ${newest}입니다.`,
      en: `Release ${required} of municipality ${code} is not in this hub's database yet; the newest is ${newest}.`,
    },
    {
      ko: "잠시 뒤 다시 묻거나, 주 데이터베이스의 허브에 물으십시오.",
      en: "Ask again in a moment, or ask a hub on the primary database.",
    },
  );

const malformed = (text: string): HubError =>
  new HubError(
    "INPUT_INVALID",
    {
      ko: `머리글 Hub-Minimum-Release의 값 "${text}"을(를) 읽을 수 없습니다.`,
      en: `The header Hub-Minimum-Release cannot be "${text}".`,
    },
    {
      ko: "본 지자체면 7처럼, 다른 지자체면 99990=7처럼 쓰고 여럿이면 쉼표로 나누십시오.",
      en: "Write 7 for the home municipality, 99990=7 for another one; separate several by commas.",
    },
  );
