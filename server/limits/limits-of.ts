import { isThisMachine } from "../access/public-reading.ts";
import type { Settings } from "../settings.ts";
import type { LimitSettings } from "./visitor-limits.ts";

/** Enough for an analyst's program or an office behind one address. */
const ofNetwork: LimitSettings = { requests: 1_200, cost: 10_000_000 };
/** One person on one machine, whose programs would only be hindered. */
const ofThisMachine: LimitSettings = { requests: 100_000, cost: 1_000_000_000 };
/** No limit, in effect. */
const unlimited = 1e12;

/** The limits per visitor: as set, else by whether other machines can reach the hub. */
export function limitsOf({ host, limits: { requests, cost } }: Settings): LimitSettings {
  const usual = isThisMachine(host) ? ofThisMachine : ofNetwork;
  return { requests: (requests ?? usual.requests) || unlimited, cost: (cost ?? usual.cost) || unlimited };
}
