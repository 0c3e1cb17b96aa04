import { outletKindWords } from "../outlet-kind.ts";

/** Kinds of outlet, in the order of all charts. */
export const outletKinds = {
  PERMANENT: outletKindWords.PERMANENT,
  EVENT: outletKindWords.EVENT,
  FLEA_MARKET: outletKindWords.FLEA_MARKET,
};
