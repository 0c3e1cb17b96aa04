import type { DataSource } from "typeorm";

/** Adds a municipality to a test's database, which starts without any; it is valid from the start. */
export async function addMunicipality(
  database: DataSource,
  { code = "41280", name = "고양시", synthetic = false } = {},
): Promise<void> {
  await database.query(
    "INSERT INTO municipality (code, name, synthetic, known_from) VALUES ($1, $2, $3, 0)",
    [code, name, synthetic],
  );
}
