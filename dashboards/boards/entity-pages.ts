import type { EntityPage } from "../../schema/panels/entity-page.ts";
import { subjects } from "../../schema/subjects/index.ts";

/** The pages of all entities, in the order of the subjects. */
export const entityPages: readonly EntityPage[] = subjects.flatMap(({ pages = [] }) => pages);
