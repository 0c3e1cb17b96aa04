import type { Variable } from "../../../panels/variable.ts";
import { purchaseBasisWords } from "../purchase-basis.ts";

/** Basis of preferential purchasing. */
export const basis: Variable = {
  label: { ko: "기준", en: "Basis" },
  passedAs: "onBasis",
  default: "SOCIAL_ENTERPRISE",
  options: {
    choices: purchaseBasisWords,
  },
};
