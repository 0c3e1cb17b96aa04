import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { After, First } from "../../core/arguments.ts";
import { type Connection, pageOf } from "../../core/connection.ts";
import type { HubContext } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { linkedPage } from "../../sql/linked-page.ts";
import { type Pledge, pledgeAt } from "../pledge/pledge.ts";
import { PledgeConnection } from "../pledge/pledge-resolver.ts";
import { pledgesTold } from "../pledge/pledges-told.ts";
import { Department } from "./department.ts";

@Resolver(() => Department)
export class DepartmentResolver {
  @FieldResolver(() => PledgeConnection, {
    description: describe(
      "지금 소관하는 공약, 공약번호 순.",
      "The pledges it is in charge of by their last quarter, by code.",
    ),
  })
  pledges(
    @Root() { id, knownAt }: Department,
    @Ctx() context: HubContext,
    @First(50) first: number | null,
    @After() after: string | null,
  ): Promise<Connection<Pledge>> {
    const link = {
      rows: `SELECT department_id AS owner, id, sort_code FROM ${pledgesTold("SELECT * FROM pledge", null, "$2")} AS pledge
        WHERE department_id = ANY($1)`,
      values: [knownAt],
      order: "sort_code",
      node: (pledgeId: number) => pledgeAt(context, pledgeId, null, knownAt),
    };
    return linkedPage(context, id, link, pageOf(first ?? 50, after));
  }
}
