import { Arg, ID, Int } from "type-graphql";
import { describe } from "./localized.ts";
import { DateTimeScalar } from "./scalars/scalars.ts";

/** The argument `asOf`, the same everywhere. */
export const AsOf = (): ReturnType<typeof Arg> =>
  Arg("asOf", () => DateTimeScalar, {
    nullable: true,
    description: describe(
      "이 시각에 알려져 있던 대로 답합니다. 빼면 지금. 아직 오지 않은 시각이면 오류.",
      "Answer as known at this time; left out: now. A time to come is an error.",
    ),
  });

/** The argument that names a municipality. */
export const MunicipalityCode = (name = "municipality"): ReturnType<typeof Arg> =>
  Arg(name, () => ID, {
    nullable: true,
    description: describe(
      "지자체 코드. 빼면 허브의 본 지자체.",
      "Code of the municipality; left out: the hub's home municipality.",
    ),
  });

/** The argument `first` of a list in pages. */
export const First = (defaultValue: number): ReturnType<typeof Arg> =>
  Arg("first", () => Int, {
    nullable: true,
    defaultValue,
    description: describe(
      `한 쪽의 행 수, 0부터 1000까지. null이면 ${defaultValue}.`,
      `Rows on a page, 0 to 1000; null is ${defaultValue}.`,
    ),
  });

/** The argument `after` of a list in pages. */
export const After = (): ReturnType<typeof Arg> =>
  Arg("after", () => String, {
    nullable: true,
    description: describe(
      "앞 쪽의 pageInfo.endCursor. 빼면 처음부터.",
      "pageInfo.endCursor of the page before; left out: from the start.",
    ),
  });
