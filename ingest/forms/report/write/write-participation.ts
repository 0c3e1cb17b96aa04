import { CellState } from "../../../../schema/subjects/release/cell-state.ts";
import { ParticipationKind } from "../../../../schema/subjects/report/report-kinds.ts";
import { partTitle } from "../layout/headings.ts";
import type { ParticipationDraft } from "../report-draft.ts";

const headings = {
  [ParticipationKind.MEETING]: "공약 관련 회의",
  [ParticipationKind.BRIEFING]: "설명회, 민생탐방",
  [ParticipationKind.EXPERT_ADVICE]: "전문가 자문",
  [ParticipationKind.PRESS]: "언론/방송 보도",
  [ParticipationKind.OTHER]: "기 타",
};

/** The lines of the part 시민참여 실적; empty without counts. */
export function writeParticipation(participation: ParticipationDraft[]): string[] {
  if (participation.length === 0) return [];
  return [
    ...[`□ ${partTitle.PARTICIPATION}`, "", "(단위 : 회)", ""],
    participation.map(({ kind }) => headings[kind]).join("\t"),
    participation.map(({ count, state }) => count ?? (state === CellState.DASH ? "-" : "")).join("\t"),
    "",
  ];
}
