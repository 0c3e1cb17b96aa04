import { HubError } from "../core/hub-error.ts";

/** A column that differs from its feed's declaration. `actual` is null if it does not exist. */
export interface Drift {
  table: string;
  name: string;
  expected: string;
  actual: string | null;
}

/** The error for a database with tables that the hub cannot write to. Code: SCHEMA_DRIFT. */
export function schemaDrift(drifts: readonly Drift[]): HubError {
  const lines = drifts.map(({ table, name, expected, actual }) => ({
    ko: `${table}.${name}: ${expected} 형식이어야 하나 ${actual === null ? "열이 없음" : `${actual} 형식임`}`,
    en: `${table}.${name}: expected ${expected}, ${actual === null ? "but there is no such column" : `found ${actual}`}`,
  }));
  return new HubError(
    "SCHEMA_DRIFT",
    {
      ko: `데이터베이스의 표가 이 허브의 선언과 다릅니다. ${lines.map(({ ko }) => ko).join("; ")}.`,
      en: `Tables in the database differ from what this version of the hub declares. ${lines.map(({ en }) => en).join("; ")}.`,
    },
    {
      ko: "열을 바꾸는 마이그레이션을 schema/migrations에 더하거나, 이 데이터베이스에 맞는 버전의 허브로 시작하십시오.",
      en: "Add a migration that changes the columns to schema/migrations, or start the version of the hub that this database belongs to.",
    },
  );
}
