import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { GraphQLSchema } from "graphql";
import { loadModule } from "libpg-query";
import { panels } from "../../dashboards/boards/panels.ts";
import { createDataSource } from "../../ormconfig.ts";
import { printQuery } from "../../test/city/selections/print-query.ts";
import { selections } from "../../test/city/selections/selection.ts";
import { contractCases } from "../../test/contract/cases.ts";
import { createTestDatabase } from "../../test/setup/database.ts";
import { statementsOf, variablesOf } from "../../test/statements/compile-queries.ts";
import { everyField } from "../../test/statements/every-field.ts";
import { unboundTables } from "../../test/statements/municipality-joins.ts";
import { buildSchema } from "../build-schema.ts";

let schema: GraphQLSchema;
/** The tables that have a municipality_id. */
let tables: ReadonlySet<string>;

beforeAll(async () => {
  await loadModule();
  schema = await buildSchema();
  const { url, drop } = await createTestDatabase();
  const database = await createDataSource(url).initialize();
  const rows: { table_name: string }[] = await database.query(
    "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'municipality_id'",
  );
  tables = new Set(rows.map(({ table_name }) => table_name));
  await database.destroy();
  await drop();
});

type Query = { source: string; variables: object };

/** What is wrong with the statements of queries, each with a query that shows it; there are at least `least`. */
function violations(queries: readonly Query[], least = queries.length): Record<string, string> {
  const found: Record<string, string> = {};
  let statements = 0;
  for (const { source, variables } of queries)
    for (const sql of statementsOf(schema, source, variables)) {
      statements += 1;
      for (const violation of unboundTables(sql, tables)) found[violation] ??= source;
    }
  expect(statements).toBeGreaterThanOrEqual(least);
  return found;
}

describe("every table that a query reads is bound to its municipality, and joined with others on it:", () => {
  test("where each field is selected", () => {
    expect(violations(everyField(schema, 3))).toEqual({});
  });

  test("in the cases of the contract", () => {
    const queries = contractCases.map((name) => {
      const text = readFileSync(`test/contract/cases/${name}`, "utf8");
      const { query, variables } = JSON.parse(text.replaceAll("$BEFORE_CORRECTION", "2026-01-01T00:00:00Z"));
      return { source: readFileSync(`test/contract/cases/${query}`, "utf8"), variables };
    });
    expect(violations(queries)).toEqual({});
  });

  test("in what panels and their choices query", () => {
    const sources = [...panels.values()].flatMap(({ question, variables }) => [
      question,
      ...Object.values(variables).flatMap(({ options }) => ("question" in options ? [options.question] : [])),
    ]);
    const queries = [...new Set(sources)].flatMap((source) =>
      [true, false].map((isNeeded) => ({ source, variables: variablesOf(schema, source, isNeeded) })),
    );
    expect(violations(queries)).toEqual({});
  });

  test("in random selections", () => {
    fc.assert(
      fc.property(selections, (query) => {
        expect(violations([printQuery(query, { 11: 2 })], 0)).toEqual({});
      }),
      { numRuns: 100 },
    );
  });
});

describe("the check itself finds", () => {
  const some = new Set(["pledge", "purchase"]);
  test.each([
    ["SELECT 1 FROM pledge WHERE id = 3", 1],
    ["SELECT 1 FROM pledge WHERE municipality_id = 11 OR id = 3", 1],
    ["SELECT 1 FROM pledge WHERE municipality_id = ANY('{11,12}'::integer[])", 0],
    ["SELECT 1 FROM pledge JOIN purchase ON purchase.id = pledge.id WHERE pledge.municipality_id = 11", 2],
    ["SELECT 1 FROM pledge JOIN purchase USING (municipality_id) WHERE pledge.municipality_id = 11", 0],
    [
      "SELECT 1 FROM pledge AS a, purchase AS b WHERE a.municipality_id = ANY('{1,2}') AND b.municipality_id = ANY('{1,2}') AND a.id = b.id",
      1,
    ],
    [
      "SELECT (SELECT max(id) FROM purchase WHERE purchase.municipality_id = ANY('{1,2}') AND purchase.id = a.id) FROM pledge AS a WHERE a.municipality_id = 11",
      1,
    ],
    [
      "SELECT 1 FROM pledge AS a LEFT JOIN LATERAL (SELECT * FROM purchase WHERE municipality_id = a.municipality_id) AS b ON true",
      1,
    ],
    [
      "SELECT 1 FROM purchase WHERE municipality_id = ANY('{1,2}') AND id IN (SELECT id FROM pledge WHERE municipality_id = ANY('{1,2}'))",
      1,
    ],
    [
      "SELECT 1 FROM purchase WHERE municipality_id = ANY('{1,2}') AND (municipality_id, id) IN (SELECT municipality_id, id FROM pledge WHERE municipality_id = ANY('{1,2}'))",
      0,
    ],
  ])("in %s so many mistakes: %i", (sql, count) => {
    expect(unboundTables(sql, some)).toHaveLength(count);
  });
});
