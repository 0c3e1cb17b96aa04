import type { QueryRunner } from "typeorm";
import type { Documents } from "./documents.ts";

/** A release in the making: the transaction it is written in, and whose it is. */
export interface Publication {
  query: QueryRunner;
  release: number;
  municipalityId: number;
  documents: Documents;
  /** Why published values change; null where no reason was given. */
  reason: string | null;
}
