import { ID, Int } from "type-graphql";
import { DateTimeScalar } from "../core/scalars/scalars.ts";
import type { Argument } from "./entity.ts";

/** The argument `asOf` of all queries. */
export const asOf: Argument = {
  type: () => DateTimeScalar,
  nullable: true,
  description: {
    ko: "이 시각에 알려져 있던 대로 답합니다. 빼면 지금. 아직 오지 않은 시각이면 오류.",
    en: "Answer as published at this time; default: now. A future time is an error.",
  },
};

/** The argument that names one municipality. */
export const municipalityCode: Argument = {
  type: () => ID,
  nullable: true,
  description: {
    ko: "지자체 코드. 빼면 허브의 본 지자체.",
    en: "Code of the municipality; default: the hub's home municipality.",
  },
};

/** The arguments `first` and `after` of a list in pages. */
export const pageArguments = (first: number): Readonly<Record<"first" | "after", Argument>> => ({
  first: {
    type: () => Int,
    nullable: true,
    default: first,
    description: {
      ko: `한 쪽의 행 수, 0부터 1000까지. null이면 ${first}.`,
      en: `Rows per page, 0 to 1000; null means ${first}.`,
    },
  },
  after: {
    type: () => String,
    nullable: true,
    description: {
      ko: "앞 쪽의 pageInfo.endCursor. 빼면 처음부터. 다음 쪽도 앞 쪽과 같은 회차로 답합니다.",
      en: "pageInfo.endCursor of the previous page; default: from the start. Later pages are of the same release as the first one.",
    },
  },
});

/** The argument that names one of a kind. */
export const codeOf = (ko: string, en: string): Argument => ({
  type: () => ID,
  nullable: false,
  description: { ko, en },
});

/** The argument `where` of a list. */
export const where = (type: () => unknown, en: string): Argument => ({
  type,
  nullable: true,
  description: { ko: "조건.", en },
});
