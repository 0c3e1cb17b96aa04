import { CellState } from "../../../../../schema/subjects/release/cell-state.ts";
import type { FormEdition } from "../../form/form-edition.ts";
import type { ParticipationDraft } from "../../report-draft.ts";
import type { PrintedTable } from "./printed-report.ts";

/** The part 시민참여 실적; null without counts. */
export function printParticipation(
  participation: ParticipationDraft[],
  form: FormEdition,
): PrintedTable | null {
  if (participation.length === 0) return null;
  return {
    heading: `□ ${form.parts.PARTICIPATION.title}`,
    unit: `(단위 : ${form.participation.unit})`,
    columns: participation.map(({ kind }) => form.participation.columns[kind].title),
    rows: [participation.map(({ count, state }) => String(count ?? (state === CellState.DASH ? "-" : "")))],
  };
}
