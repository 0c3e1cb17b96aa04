import type { EntityManager } from "typeorm";
import { current } from "./releases.ts";

/** Where a fact was read, in a stored document. */
export interface StoredOrigin {
  documentId: number;
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
): Promise<number> {
  const [known] = await manager.query<{ id: number }[]>(
    "SELECT id FROM department WHERE municipality_id = $1 AND name = $2 AND known_to = $3",
    [municipalityId, name, current],
  );
  if (known) return known.id;
  const [row] = await manager.query<{ id: number }[]>(
    `INSERT INTO department (municipality_id, name, document_id, line, "column", quote, known_from)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
    [municipalityId, name, origin.documentId, origin.line, origin.column, origin.quote, release],
  );
  return row!.id;
}

/** 1-4-2 → 000001-000004-000002, so that codes sort by their numbers. */
const sortCode = (code: string): string => code.replace(/\d+/g, (digits) => digits.padStart(6, "0"));
