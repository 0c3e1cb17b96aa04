import { Ctx, Field, ObjectType } from "type-graphql";
import type { HubContext, KnownAt } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import type { QuarterNumber } from "../../core/scalars/quarter.ts";
import { QuarterScalar } from "../../core/scalars/scalars.ts";
import { Citation } from "../release/citation.ts";
import { Pledge, pledgeAt } from "./pledge.ts";
import { PledgeState } from "./pledge-state.ts";

@ObjectType({
  description: describe(
    "한 분기에 밝힌 이행 상태와 그 출처.",
    "A state of progress as stated for a quarter, and where it is stated.",
  ),
})
export class StatedState {
  pledgeId: number;

  @Field(() => QuarterScalar, { description: describe("분기.", "The quarter.") })
  quarter: QuarterNumber;

  @Field(() => PledgeState, { description: describe("이행 상태.", "State of progress.") })
  state: PledgeState;

  @Field(() => Citation, { description: describe("출처.", "Where it was read.") })
  citation: Citation;
}

@ObjectType({
  description: describe(
    "이행 상태가 앞서 밝힌 것과 달라진 공약.",
    "A pledge whose state differs from the one stated before.",
  ),
})
export class StateChange {
  /** The release that this answer and everything below it is of. */
  knownAt: KnownAt;

  @Field(() => StatedState, {
    description: describe("앞서 마지막으로 밝힌 상태.", "The last state stated before."),
  })
  before: StatedState;

  @Field(() => StatedState, { description: describe("달라진 상태.", "The state that it came to.") })
  after: StatedState;

  @Field(() => Pledge, { description: describe("공약.", "The pledge.") })
  async pledge(@Ctx() context: HubContext): Promise<Pledge> {
    return (await pledgeAt(context, this.after.pledgeId, this.after.quarter, this.knownAt))!;
  }
}

/**
 * SQL for the states that are stated, one a pledge and quarter; where a feed and a report speak of the
 * same quarter the feed is heard. `known` are the conditions on pledge_quarter.
 */
export const statedStates = (known: string): string => `
  SELECT DISTINCT ON (pledge_id, quarter) municipality_id, pledge_id, quarter, state,
    json_build_object('pledgeId', pledge_id, 'quarter', quarter, 'state', state, 'citation',
      json_build_object('documentId', document_id, 'sheet', sheet, 'line', line, 'column', "column", 'quote', quote)
    ) AS stated
  FROM pledge_quarter WHERE state IS NOT NULL AND ${known}
  ORDER BY pledge_id, quarter, stated_by`;

/** Makes what `statedStates` gives a StatedState. */
export const toStatedState = (stated: StatedState): StatedState =>
  Object.assign(new StatedState(), stated, { citation: Object.assign(new Citation(), stated.citation) });
