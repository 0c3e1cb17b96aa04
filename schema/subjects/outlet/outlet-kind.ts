import { registerEnumType } from "type-graphql";
import { describe } from "../../core/localized.ts";

/** The kinds of outlet. */
export enum OutletKind {
  PERMANENT = "PERMANENT",
  FLEA_MARKET = "FLEA_MARKET",
  EVENT = "EVENT",
}
registerEnumType(OutletKind, {
  name: "OutletKind",
  description: describe("판매장의 유형.", "Kinds of outlet."),
  valuesConfig: {
    PERMANENT: { description: describe("상설", "Permanent") },
    FLEA_MARKET: { description: describe("플리마켓", "Flea market") },
    EVENT: { description: describe("행사", "Event") },
  },
});
