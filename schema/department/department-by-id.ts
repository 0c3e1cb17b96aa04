import { In } from "typeorm";
import type { HubContext } from "../context.ts";
import { Department } from "./department.ts";

/** A department by its id, batched; null for null. */
export async function departmentById(context: HubContext, id: number | null): Promise<Department | null> {
  if (id === null) return null;
  return context.one(
    "department",
    id,
    (ids) => context.database.getRepository(Department).findBy({ id: In([...ids]) }),
    (department) => department.id,
  );
}
