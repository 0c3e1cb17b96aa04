import { declareEnum } from "../../core/enum-words.ts";

/** The kinds of outlet. */
export enum OutletKind {
  PERMANENT = "PERMANENT",
  FLEA_MARKET = "FLEA_MARKET",
  EVENT = "EVENT",
}
/** Labels of the kinds. */
export const outletKindWords = declareEnum(OutletKind, {
  name: "OutletKind",
  description: { ko: "판매장의 유형.", en: "Kinds of outlet." },
  values: {
    PERMANENT: { ko: "상설", en: "Permanent" },
    FLEA_MARKET: { ko: "플리마켓", en: "Flea market" },
    EVENT: { ko: "행사", en: "Event" },
  },
});
