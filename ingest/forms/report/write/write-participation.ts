import { CellState } from "../../../../schema/subjects/release/cell-state.ts";
import type { FormEdition } from "../form/form-edition.ts";
import type { ParticipationDraft } from "../report-draft.ts";

/** The lines of the part 시민참여 실적; empty without counts. */
export function writeParticipation(participation: ParticipationDraft[], form: FormEdition): string[] {
  if (participation.length === 0) return [];
  return [
    ...[`□ ${form.parts.PARTICIPATION.title}`, "", `(단위 : ${form.participation.unit})`, ""],
    participation.map(({ kind }) => form.participation.columns[kind].title).join("\t"),
    participation.map(({ count, state }) => count ?? (state === CellState.DASH ? "-" : "")).join("\t"),
    "",
  ];
}
