import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { In, LessThanOrEqual, MoreThan } from "typeorm";
import { AsOf, MunicipalityCode } from "../../core/arguments.ts";
import type { HubContext } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { Department } from "../department/department.ts";
import { Release, releaseByNumber } from "../release/release.ts";
import { Municipality, municipalitiesAt } from "./municipality.ts";

@Resolver(() => Municipality)
export class MunicipalityResolver {
  @Query(() => Municipality, {
    nullable: true,
    description: describe(
      "지자체 하나. code를 빼면 허브의 본 지자체, 모르는 코드면 null.",
      "One municipality; without `code` the hub's home municipality; null where the code is not known.",
    ),
  })
  async municipality(
    @Ctx() context: HubContext,
    @MunicipalityCode("code") code: string | null,
    @AsOf() asOf: Date | null,
  ): Promise<Municipality | null> {
    const [found] = await municipalitiesAt(context, await context.knownAt(asOf), {
      code: code ?? context.home,
    });
    return found ?? null;
  }

  @Query(() => [Municipality], {
    description: describe(
      "허브가 아는 모든 지자체. 본 지자체가 먼저, 나머지는 코드 순.",
      "All municipalities that the hub knows: the home municipality first, the others by code.",
    ),
  })
  async municipalities(@Ctx() context: HubContext, @AsOf() asOf: Date | null): Promise<Municipality[]> {
    const all = await municipalitiesAt(context, await context.knownAt(asOf));
    const isHome = ({ code }: Municipality) => Number(code === context.home);
    return all.toSorted((one, other) => isHome(other) - isHome(one));
  }

  @FieldResolver(() => Release, {
    nullable: true,
    description: describe(
      "마지막 공표 회차. 공표한 적이 없으면 null.",
      "The last release of the municipality; null where nothing was published.",
    ),
  })
  async latestRelease(
    @Root() { id, knownAt }: Municipality,
    @Ctx() context: HubContext,
  ): Promise<Release | null> {
    const latest = await context.one(
      `latest release at ${knownAt}`,
      id,
      (ids) =>
        context.database.query<{ municipality: number; number: number }[]>(
          `SELECT municipality_id AS municipality, max(number) AS number FROM release
           WHERE municipality_id = ANY($1) AND number <= $2 GROUP BY municipality_id`,
          [ids, knownAt],
        ),
      ({ municipality }) => municipality,
    );
    return latest && releaseByNumber(context, latest.number);
  }

  @FieldResolver(() => [Department], {
    description: describe("부서, 이름 순.", "Departments, by name."),
  })
  async departments(@Root() municipality: Municipality, @Ctx() context: HubContext): Promise<Department[]> {
    const { knownAt } = municipality;
    const departments = await context.many(
      `departments at ${knownAt}`,
      municipality.id,
      (ids) =>
        context.database.getRepository(Department).find({
          where: {
            municipalityId: In([...ids]),
            knownFrom: LessThanOrEqual(knownAt),
            knownTo: MoreThan(knownAt),
          },
          order: { name: "ASC" },
        }),
      (department) => department.municipalityId,
    );
    return departments.map((department) => Object.assign(department, { knownAt }));
  }
}
