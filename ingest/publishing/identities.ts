import type { EntityManager } from "typeorm";
import { current } from "./releases.ts";

/** Where a fact was read, in a stored document. */
export interface StoredOrigin {
  documentId: number;
  sheet?: string | null;
  line: number;
  column: number | null;
  quote: string;
}

/** The id of a pledge by its code; a code met for the first time gets one. */
export async function pledgeId(
  manager: EntityManager,
  municipalityId: number,
  code: string,
): Promise<number> {
  const [row] = await manager.query<{ id: number }[]>(
    `INSERT INTO pledge (municipality_id, code, sort_code) VALUES ($1, $2, $3)
     ON CONFLICT (municipality_id, code) DO UPDATE SET sort_code = excluded.sort_code RETURNING id`,
    [municipalityId, code, sortCode(code)],
  );
  return row!.id;
}

/** The id of a department by its name; one that a document names for the first time is known from this release. */
export async function departmentId(
  manager: EntityManager,
  municipalityId: number,
  name: string,
  origin: StoredOrigin,
  release: number,
): Promise<{ id: number; isNew: boolean }> {
  const [known] = await manager.query<{ id: number; known_to: number }[]>(
    "SELECT id, known_to FROM department WHERE municipality_id = $1 AND name = $2 ORDER BY known_to DESC LIMIT 1",
    [municipalityId, name],
  );
  if (known?.known_to === current) return { id: known.id, isNew: false };
  // A department that was retracted and comes back keeps its id, so that its older facts are its own again.
  const [row] = await manager.query<{ id: number }[]>(
    `INSERT INTO department (id, municipality_id, name, document_id, sheet, line, "column", quote, known_from)
     VALUES (coalesce($1, nextval(pg_get_serial_sequence('department', 'id'))), $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
    [
      ...[known?.id ?? null, municipalityId, name, origin.documentId, origin.sheet ?? null],
      ...[origin.line, origin.column, origin.quote, release],
    ],
  );
  return { id: row!.id, isNew: true };
}

/** 1-4-2 → 000001-000004-000002, so that codes sort by their numbers. */
const sortCode = (code: string): string => code.replace(/\d+/g, (digits) => digits.padStart(6, "0"));
