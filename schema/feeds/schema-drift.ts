import { HubError } from "../core/hub-error.ts";

/** A column that differs from its feed's declaration. `actual` is null if it does not exist. */
export interface Drift {
  table: string;
  name: string;
  expected: string;
  actual: string | null;
}

/** A table whose unique index of current rows is not on the key that its feed declares; `actualKeys` is empty without one. */
export interface KeyDrift {
  table: string;
  expectedKey: readonly string[];
  actualKeys: readonly (readonly string[])[];
}

/** The error for a database with tables that the hub cannot write to. Code: SCHEMA_DRIFT. */
export function schemaDrift(drifts: readonly Drift[], keyDrift: KeyDrift | null): HubError {
  const lines = drifts.map(({ table, name, expected, actual }) => ({
    ko: `${table}.${name}: ${expected} 형식이어야 하나 ${actual === null ? "열이 없음" : `${actual} 형식임`}`,
    en: `${table}.${name}: expected ${expected}, ${actual === null ? "but there is no such column" : `found ${actual}`}`,
  }));
  if (keyDrift) lines.push(keyLine(keyDrift));
  return new HubError(
    "SCHEMA_DRIFT",
    {
      ko: `데이터베이스의 표가 이 허브의 선언과 다릅니다. ${lines.map(({ ko }) => ko).join("; ")}.`,
      en: `Tables in the database differ from what this version of the hub declares. ${lines.map(({ en }) => en).join("; ")}.`,
    },
    {
      ko: "열이나 고유 색인을 바꾸는 마이그레이션을 schema/migrations에 더하거나, 이 데이터베이스에 맞는 버전의 허브로 시작하십시오.",
      en: "Add a migration that changes the columns or the unique index to schema/migrations, or start the version of the hub that this database belongs to.",
    },
  );
}

function keyLine({ table, expectedKey, actualKeys }: KeyDrift): { ko: string; en: string } {
  const list = (columns: readonly string[]) => `(${columns.join(", ")})`;
  const [expected, actual] = [list(expectedKey), actualKeys.map(list).join(", ")];
  return {
    ko: `${table}: 지금 행의 고유 색인이 ${expected}에 있어야 하나 ${actual === "" ? "없음" : `${actual}에 있음`}`,
    en: `${table}: expected a unique index of current rows on ${expected}, ${actual === "" ? "but there is none" : `found ${actual}`}`,
  };
}
