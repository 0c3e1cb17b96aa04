import { departments } from "../city.ts";
import { quarterText } from "../slow-sums.ts";
import { publishedAt } from "../store-city.ts";
import { greatest, sorted } from "./order.ts";
import { type Fields, type Place, pageOf, placesAsOf, type World } from "./place.ts";
import { pledgesAt } from "./pledges.ts";

type ReleaseRow = { at: Place; number: number };

export const municipalityFields: Fields = {
  code: ({ code }: Place) => code,
  name: ({ code }: Place) => `${code}시`,
  synthetic: () => true,
  departments: (at: Place) => departments.map((name) => ({ at, name })),
  documentCount: () => 1,
  latestQuarter: ({ city }: Place) => {
    const latest = greatest([...city.pledges, ...city.funding].map(({ quarter }) => quarter));
    return latest === null ? null : quarterText(latest);
  },
  latestRelease: (at: Place) => ({ at, number: at.release }),
  pledgeCount: (at: Place) => pledgesAt(at, null).length,
};

export const releaseFields: Fields = {
  number: ({ number }: ReleaseRow) => number,
  publishedAt: ({ number }: ReleaseRow) => publishedAt(number),
  name: ({ number }: ReleaseRow, { language }) =>
    // In Korea it is nine hours later.
    `${publishedAt(number).slice(0, 10)} 09:00 (${language === "EN" ? `release ${number}` : `${number}회차`})`,
  reason: () => "because",
  municipality: ({ at }: ReleaseRow) => at,
};

export const municipalityQueries: Fields = {
  municipality: (world: World, { code, asOf }) => placesAsOf(world, [code ?? "1"], asOf)[0] ?? null,
  municipalities: (world: World, { asOf }) => placesAsOf(world, null, asOf),
  releases: (world: World, { municipality, asOf, ...values }) =>
    pageOf(
      placesAsOf(world, municipality == null ? null : [municipality], asOf),
      values,
      (scope) =>
        sorted(
          scope.flatMap((at) =>
            Array.from({ length: at.release }, (_, index) => ({ at, number: index + 1 })),
          ),
          ({ number }) => -number,
          ({ at }) => at.code,
        ),
      20,
    ),
};
