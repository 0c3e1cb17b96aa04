import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { HubContext } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { Pledge, pledgeAt } from "../pledge/pledge.ts";
import { FundingLine } from "./funding-line.ts";

@Resolver(() => FundingLine)
export class FundingLineResolver {
  @FieldResolver(() => Pledge, {
    description: describe(
      "공약, 이 분기에 적힌 이름과 부서로.",
      "The pledge, with title and department as of this quarter.",
    ),
  })
  async pledge(@Root() line: FundingLine, @Ctx() context: HubContext): Promise<Pledge> {
    return (await pledgeAt(context, line.pledgeId, line.quarter, line.knownAt))!;
  }
}
