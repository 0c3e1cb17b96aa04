import { In } from "typeorm";
import type { HubContext, KnownAt } from "../../core/context.ts";
import { Department } from "./department.ts";

/** A department by its id, batched, with what lies below it as of a time; null for null. */
export async function departmentById(
  context: HubContext,
  id: number | null,
  knownAt: KnownAt,
): Promise<Department | null> {
  if (id === null) return null;
  const found = await context.one(
    `department at ${knownAt}`,
    id,
    (ids) => context.database.getRepository(Department).findBy({ id: In([...ids]) }),
    (department) => department.id,
  );
  return found && Object.assign(found, { knownAt });
}
