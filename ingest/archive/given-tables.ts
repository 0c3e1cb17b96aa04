import type { QueryRunner } from "typeorm";

/** A table whose rows are archived as they are. */
interface GivenTable {
  name: string;
  /** Whether rows belong to a municipality, which the archive names by its code. */
  ofMunicipality: boolean;
  /** Whether rows have numbers of their own, from which the next ones continue. */
  numbered: boolean;
}

/** What the hub was given besides files. Whatever is in no such table derives from releases: a test holds that. */
export const givenTables: readonly GivenTable[] = [
  { name: "access_token", ofMunicipality: false, numbered: true },
  { name: "embed", ofMunicipality: false, numbered: true },
  { name: "own_secret", ofMunicipality: false, numbered: false },
  { name: "table_mapping", ofMunicipality: true, numbered: true },
];

/** The rows of a table as JSON lines. */
export async function rowsAsLines(
  query: QueryRunner,
  { name, ofMunicipality, numbered }: GivenTable,
): Promise<string> {
  const json = ofMunicipality
    ? `to_jsonb(given) - 'municipality_id' || jsonb_build_object('municipality',
        (SELECT code FROM municipality WHERE id = given.municipality_id ORDER BY known_to DESC LIMIT 1))`
    : "to_jsonb(given)";
  const rows: { line: string }[] = await query.query(
    `SELECT (${json})::text AS line FROM ${name} AS given${numbered ? " ORDER BY id" : ""}`,
  );
  return rows.map(({ line }) => `${line}\n`).join("");
}

/** Puts rows back, with the ids of this database's municipalities by their codes. */
export async function restoreRows(
  query: QueryRunner,
  { name, ofMunicipality, numbered }: GivenTable,
  lines: string,
  municipalityIds: ReadonlyMap<string, number>,
): Promise<void> {
  // The hub makes its secret when it starts; nothing is signed with it yet in a database that holds no embed.
  await query.query(`DELETE FROM ${name}`);
  for (const line of lines.split("\n").filter((text) => text !== "")) {
    const { municipality, ...row } = JSON.parse(line) as Record<string, unknown>;
    if (ofMunicipality) row.municipality_id = municipalityIds.get(String(municipality));
    const columns = Object.keys(row)
      .map((column) => `"${column}"`)
      .join(", ");
    await query.query(
      `INSERT INTO ${name} (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::${name}, $1)`,
      [JSON.stringify(row)],
    );
  }
  if (numbered)
    await query.query(
      `SELECT setval(pg_get_serial_sequence($1, 'id'), coalesce(max(id), 1), max(id) IS NOT NULL) FROM ${name}`,
      [name],
    );
}
