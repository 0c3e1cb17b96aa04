import { Arg, Ctx, Field, FieldResolver, InputType, Resolver, Root } from "type-graphql";
import { After, First } from "../../core/arguments.ts";
import { type Connection, connectionOf, pageOf } from "../../core/connection.ts";
import type { HubContext } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { linkedPage, linkParameters } from "../../sql/linked-page.ts";
import { whereDescription, YearFilter } from "../../sql/summary/filters.ts";
import { Department } from "../department/department.ts";
import { factById, knownIn } from "../release/feed-fact.ts";
import { PurchaseBasis } from "./purchase-basis.ts";
import { PurchaseTarget } from "./purchase-target.ts";

const PurchaseTargetConnection = connectionOf(
  PurchaseTarget,
  "PurchaseTargetConnection",
  "우선구매 목표",
  "purchase targets",
);

@InputType(whereDescription("목표", "targets"))
export class PurchaseTargetWhere {
  @YearFilter()
  year?: number[] | null;

  @Field(() => [PurchaseBasis], { nullable: true, description: describe("기준.", "Bases.") })
  basis?: PurchaseBasis[] | null;
}

@Resolver(() => Department)
export class TargetsOfDepartmentResolver {
  @FieldResolver(() => PurchaseTargetConnection, {
    description: describe("우선구매 목표, 해 순.", "Its targets of preferential purchasing, by year."),
  })
  targets(
    @Root() { id, knownAt }: Department,
    @Ctx() context: HubContext,
    @Arg("where", () => PurchaseTargetWhere, {
      nullable: true,
      description: describe("조건.", "Which targets."),
    })
    where: PurchaseTargetWhere | null,
    @First(50) first: number | null,
    @After() after: string | null,
  ): Promise<Connection<PurchaseTarget>> {
    const { parameters, values } = linkParameters();
    const rows = `
      SELECT owner, id, year, basis FROM unnest($1::integer[]) AS owner JOIN purchase_target ON department_id = owner
      WHERE ${knownIn(parameters.add(knownAt))}${parameters.anyOf("year", "integer", where?.year)}
        ${parameters.anyOf("basis", "purchase_basis", where?.basis)}`;
    const node = (targetId: number) => factById(context, PurchaseTarget, targetId, knownAt);
    return linkedPage(
      context,
      id,
      { rows, values: values(), order: "year, basis", node },
      pageOf(first ?? 50, after),
    );
  }
}
