import type { Variable } from "../../schema/panels/variable.ts";
import { addressOf } from "../markup/hub-address.ts";
import { resolveVariables } from "../panels/resolve-variables.ts";
import type { PageRequest } from "./page-request.ts";

/** The field of a form that says of which municipality the other choices were offered. */
export const offeredOf = "of";

/**
 * Where a form leads: an address with what was chosen. Sent for another municipality than it was offered of, it leaves
 * out what that one does not have. Null for an address that no form made: what is wrong in it is to be told.
 */
export async function canonicalUrl(
  page: PageRequest,
  variables: Record<string, Variable>,
): Promise<string | null> {
  const offered = page.choice(offeredOf);
  if (offered === null) return null;
  const isOther = offered !== page.choice("municipality");
  const { choice } = isOther ? await resolveVariables(page, variables, { isLenient: true }) : page;
  const names = Object.keys(variables).filter((name) => page.choice(name) === choice(name));
  const chosen = names.map((name) => [name, choice(name)] as const);
  const [path = ""] = page.address.split("?");
  return addressOf(path, page.language, Object.fromEntries(chosen));
}
