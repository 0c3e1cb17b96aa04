import { addressOf } from "../markup/hub-address.ts";
import type { Variable } from "../panels/panel.ts";
import { choose } from "../panels/resolve-variables.ts";
import type { Visit } from "./page-request.ts";

/** The field of a form that says of which municipality the other choices were offered. */
export const offeredOf = "of";

/**
 * Where a form leads: an address with what was chosen. Sent for another municipality than it was offered of, it leaves
 * out what that one does not have. Null for an address that no form made: what is wrong in it is to be told.
 */
export async function settledAddress(
  visit: Visit,
  variables: Record<string, Variable>,
): Promise<string | null> {
  const offered = visit.choice(offeredOf);
  if (offered === null) return null;
  const isOther = offered !== visit.choice("municipality");
  const { choice } = isOther ? await choose(visit, variables, { isLenient: true }) : visit;
  const names = Object.keys(variables).filter((name) => visit.choice(name) === choice(name));
  const chosen = names.map((name) => [name, choice(name)] as const);
  const [path = ""] = visit.address.split("?");
  return addressOf(path, visit.language, Object.fromEntries(chosen));
}
