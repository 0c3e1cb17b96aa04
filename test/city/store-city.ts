import type { DataSource } from "typeorm";
import { completeSums, keptSums } from "../../schema/keep-sums.ts";
import { type City, departments, phases, pledgeCodes, quarters, sources, years } from "./city.ts";

type Row = Record<string, string | number | boolean | null>;

/** The line of the budget file that an amount stands on: no two amounts of a city share one, whatever else it has. */
export function fundingLineNumber({
  pledge,
  quarter,
  year,
  source,
  phase,
}: Omit<City["funding"][number], "amount">): number {
  const places = [
    [pledgeCodes.indexOf(pledge), pledgeCodes.length],
    [quarters.indexOf(quarter), quarters.length],
    [years.indexOf(year ?? 0) + 1, years.length + 1],
    [sources.indexOf(source), sources.length],
    [phases.indexOf(phase), phases.length],
  ] as const;
  return 2 + places.reduce((line, [place, count]) => line * count + place, 0);
}

/** When the release of a city's number was published. */
export const publishedAt = (release: number): string => `2026-01-0${release}T00:00:00.000Z`;

const still = 2147483647;
const tables = [
  "department",
  "pledge_quarter",
  "funding_line",
  "enterprise_certificate",
  "purchase",
  "purchase_target",
  "outlet",
  "outlet_sales",
  "course_quarter",
];

/**
 * Puts what was known of a synthetic city, release by release, into an empty database, as municipality
 * `code`. A fact that one release has and the next has not ends there.
 */
export async function storeCity(
  database: DataSource,
  code: string,
  releases: readonly City[],
): Promise<void> {
  const id = 10 + Number(code);
  const known = releases.map((city) => rowsOf(city, id));
  const pledges = pledgeCodes.map((pledge, index) => ({
    id: id * 10 + index,
    municipality_id: id,
    code: pledge,
    sort_code: pledge,
  }));
  const published = releases.map((_, index) => ({
    ...{ municipality_id: id, number: index + 1, published_at: publishedAt(index + 1), reason: "because" },
  }));
  const document = {
    ...{ id: 1, municipality_id: id, release_number: 1, name: "city.csv", sha256: "abc", encoding: "UTF-8" },
    ...{ byte_count: 1, line_count: 1, content: "" },
  };
  const statements = [
    insert("release", published),
    insert("source_document", [document]),
    insert("municipality", [
      { id, code, name: `${code}시`, synthetic: true, known_from: 1, known_to: still },
    ]),
    insert("pledge", pledges),
    ...tables.map((table) =>
      insert(
        table,
        known.flatMap((_, index) => begun(known, table, index)),
      ),
    ),
  ];
  await database.query(statements.join(";\n"));
}

/** Adds up what summaries start from, once all cities are there. */
export async function rollUp(database: DataSource): Promise<void> {
  await database.query(`SELECT roll_up_funding(municipality_id, number)
    FROM (SELECT municipality_id, number FROM release ORDER BY number) AS release`);
  await completeSums(database.manager);
}

/** Takes away all cities and what was published of them. Of so few rows DELETE takes a hundredth of TRUNCATE's time. */
export async function emptyCities(database: DataSource): Promise<void> {
  const emptied = [
    "funding_by_year",
    ...keptSums.map(({ table }) => table),
    ...tables.toReversed(),
    "pledge",
    "source_document",
    "release",
  ];
  const statements = emptied.map((table) => `DELETE FROM ${table}`);
  await database.query([...statements, "DELETE FROM municipality WHERE id > 10"].join("; "));
}

/** The rows of a table that begin with a release, with the release that they end before. */
function begun(known: Map<string, Row[]>[], table: string, index: number): Row[] {
  const texts = known.map((rows) => new Set(rows.get(table)!.map((row) => JSON.stringify(row))));
  return known[index]!.get(table)!
    .filter((row) => !texts[index - 1]?.has(JSON.stringify(row)))
    .map((row) => {
      let end = index + 1;
      while (texts[end]?.has(JSON.stringify(row))) end += 1;
      return { ...row, known_from: index + 1, known_to: end < known.length ? end + 1 : still };
    });
}

const insert = (table: string, rows: Row[]): string =>
  rows.length === 0
    ? ""
    : `INSERT INTO ${table} (${Object.keys(rows[0]!).map((name) => `"${name}"`)}) SELECT ${Object.keys(rows[0]!).map((name) => `"${name}"`)}
       FROM json_populate_recordset(NULL::${table}, '${JSON.stringify(rows).replaceAll("'", "''")}')`;

function rowsOf(city: City, id: number): Map<string, Row[]> {
  const fact = { municipality_id: id, document_id: 1, line: 2 };
  const cited = { ...fact, column: 1, quote: "" };
  const department = (name: string | null) => (name === null ? null : id * 10 + departments.indexOf(name));
  const pledge = (code: string | null) => (code === null ? null : id * 10 + pledgeCodes.indexOf(code));
  return new Map<string, Row[]>([
    ["department", departments.map((name) => ({ ...cited, id: department(name), name }))],
    [
      "pledge_quarter",
      city.pledges.map(({ code, quarter, title, department: name, state }) => {
        const said = { stated_by: "FEED", quarter, title, state };
        return { ...cited, ...said, pledge_id: pledge(code), department_id: department(name) };
      }),
    ],
    [
      "funding_line",
      city.funding.map(({ pledge: code, quarter, year, source, phase, amount }) => {
        const period = {
          period_label: String(year),
          period_start: year && `${year}-01-01`,
          period_end: year && `${year}-12-31`,
        };
        const state = amount === null ? "BLANK" : "VALUE";
        const said = { line: fundingLineNumber({ pledge: code, quarter, year, source, phase }), state };
        return {
          ...cited,
          ...period,
          pledge_id: pledge(code),
          quarter,
          year,
          source,
          phase,
          amount,
          ...said,
        };
      }),
    ],
    [
      "enterprise_certificate",
      city.certificates.map(({ supplier, kind, certifiedOn, expiresOn }) => {
        const name = `기업 ${supplier}`;
        return {
          ...fact,
          business_number: supplier,
          name,
          kind,
          certified_on: certifiedOn,
          expires_on: expiresOn,
        };
      }),
    ],
    [
      "purchase",
      city.purchases.map(({ number, day, department: name, supplier, amount, isGrant }) => {
        const buyer = { department_id: department(name), business_number: supplier };
        return { ...fact, ...buyer, number, purchased_on: day, category: "물품", amount, is_grant: isGrant };
      }),
    ],
    [
      "purchase_target",
      city.targets.map(({ year, department: name, basis, thousandths }) => {
        const rate = thousandths === null ? null : thousandths / 1000;
        return { ...fact, year, department_id: department(name), basis, rate };
      }),
    ],
    [
      "outlet",
      city.outlets.map(({ code, kind, openedOn, closedOn, pledge: of }) => {
        const open = { opened_on: openedOn, closed_on: closedOn };
        return { ...fact, ...open, code, name: `판매장 ${code}`, kind, partner: null, pledge_id: pledge(of) };
      }),
    ],
    [
      "outlet_sales",
      city.sales.map(({ outlet, month, amount }) => ({ ...fact, outlet_code: outlet, month, amount })),
    ],
    [
      "course_quarter",
      city.courses.map(({ pledge: of, ...course }) => ({
        ...fact,
        ...course,
        name: `과정 ${course.code}`,
        pledge_id: pledge(of),
      })),
    ],
  ]);
}
