import { assertAnswerSize } from "../core/answer-size.ts";
import type { HubContext } from "../core/context.ts";
import { HubError } from "../core/hub-error.ts";
import type { Finishers } from "./compile.ts";
import { amountTooLarge, unexpectedNull } from "./json.ts";
import {
  newestReleasesSql,
  type ResolvedMunicipality,
  releaseNumbers,
  resolveMunicipalities,
} from "./municipality-scope.ts";
import { QueryScope } from "./query-scope.ts";
import { runStatement } from "./run-statement.ts";
import type { SelectedField } from "./selection.ts";
import type { TableQuery } from "./table-query.ts";
import { unknownValue } from "./unknown-value.ts";
import { type ValueCheck, valueChecks } from "./value-checks.ts";

/** A statement that answers a root field from certain releases. */
interface FieldStatement {
  releases: string;
  text: string;
  values: readonly unknown[];
  finishers: Finishers;
  /** Filters whose values the statement checks, in the order of its column `unknown`. */
  checked: readonly Pick<ValueCheck, "filter" | "reach">[];
}

/** The last statement of each field, because dashboards repeat their queries. */
const statements = new WeakMap<SelectedField, FieldStatement>();

/**
 * Answers one root field by one statement. `isCurrent` is false if there is a newer release than when the municipalities were
 * looked up: the answer is right for the earlier releases. Throws HubErrors.
 */
export async function answerField(
  query: TableQuery,
  field: SelectedField,
  context: HubContext,
  useCache: boolean,
): Promise<{ json: string; isCurrent: boolean }> {
  const codes = query.municipalities(field.arguments);
  const asOf = (field.arguments.asOf as Date | null | undefined) ?? null;
  const requestedCodes = codes === undefined ? [context.home] : codes;
  const requested = { codes: requestedCodes, areNamed: codes !== undefined };
  const { municipalities } = await resolveMunicipalities(context, requested, asOf, useCache);
  const coversAll = requestedCodes === null || municipalities.length < new Set(requestedCodes).size;
  const releases = municipalities
    .map(({ id, release, summed }) => `${id}:${release}:${release <= summed}`)
    .join();
  const cached = statements.get(field);
  const statement =
    cached?.releases === releases
      ? cached
      : { releases, ...compileStatement(query, field, municipalities, context.home) };
  if (statement !== cached) statements.set(field, statement);
  const [row] = await runStatement(context.database, statement, { signal: context.signal });
  const unknown = row!.unknown as (string | null)[];
  const failed = unknown.findIndex((value) => value !== null);
  if (failed >= 0)
    throw await unknownValue(context.database, statement.checked[failed]!, unknown[failed]!, municipalities);
  const isCurrent = asOf !== null || row!.newest === releaseNumbers(municipalities);
  context.basis.add({ municipalities, coversAll, asOf });
  const json = (row!.answer as string | null) ?? "null";
  if (json === "null" && !field.isNullable) throw new Error(`${query.name} gave null.`);
  assertAnswerSize(Buffer.byteLength(json));
  check(json, query.name);
  return { json: await finish(json, statement.finishers, context), isCurrent };
}

/** The statement that answers a root field about municipalities: its answer, and the numbers of their newest releases. */
export function compileStatement(
  query: TableQuery,
  field: SelectedField,
  municipalities: readonly ResolvedMunicipality[],
  home: string,
): Omit<FieldStatement, "releases"> {
  const scope = new QueryScope(municipalities, home);
  const { sql, finishers, with: expressions = "" } = query.compile({ field, scope, municipalities });
  const checks = valueChecks(field, scope, query.reach);
  const unknown = `ARRAY[${checks.map((check) => check.sql).join(", ")}]::text[]`;
  const text = `${expressions} SELECT ${sql} AS answer, ${newestReleasesSql(municipalities)} AS newest, ${unknown} AS unknown`;
  return { text, values: scope.parameters.values, finishers, checked: checks };
}

function check(json: string, name: string): void {
  if (json.includes(unexpectedNull)) throw new Error(`${name} gave null for a field that is never null.`);
  if (!json.includes(amountTooLarge)) return;
  throw new HubError(
    "AMOUNT_TOO_LARGE",
    {
      ko: "JSON 숫자로 정확히 쓸 수 없을 만큼 큰 금액이 있습니다(±9,007,199,254,740,991원 초과).",
      en: "An amount is too large to be an exact JSON number (beyond ±9,007,199,254,740,991 won).",
    },
    { ko: "더 좁은 범위로 나누어 물어보십시오.", en: "Query narrower groups." },
  );
}

/** The JSON text after its finishers have run. */
async function finish(json: string, finishers: Finishers, context: HubContext): Promise<string> {
  if (Object.keys(finishers).length === 0) return json;
  const answer: unknown = JSON.parse(json);
  await finishFields(answer, finishers, context);
  return JSON.stringify(answer);
}

async function finishFields(value: unknown, finishers: Finishers, context: HubContext): Promise<void> {
  if (value === null) return;
  if (Array.isArray(value)) {
    await Promise.all(value.map((one) => finishFields(one, finishers, context)));
    return;
  }
  const object = value as Record<string, unknown>;
  await Promise.all(
    Object.entries(finishers).map(async ([key, { compute, fields }]) => {
      if (compute) object[key] = await compute(object[key], context);
      else await finishFields(object[key], fields, context);
    }),
  );
}
