import { takes } from "../../../schema/panels/none-value.ts";
import { panels } from "../../boards/panels.ts";
import { addressOf } from "../../markup/hub-address.ts";
import type { PanelTable } from "../../panel-table/panel-table.ts";

/**
 * The page with the facts behind a row: the reader's choices hold there, and those that the row makes; null where there
 * is none, or where it would show more than the row has.
 */
export function factsAddress(
  { panel, rows, choices, provenance, language }: PanelTable,
  at: number,
): string | null {
  const ofRow = rows[at]?.facts;
  const target = panel.facts && panels.get(panel.facts.panel);
  if (!ofRow || !target) return null;
  const isTaken = ([name, value]: [string, string]) =>
    takes(target.variables[name], value) && !panel.facts?.all?.includes(name);
  if (!Object.entries(ofRow).every(isTaken)) return null;
  const accepted = Object.entries({ ...choices, municipality: provenance.code, ...ofRow }).filter(isTaken);
  return addressOf(`/panels/${target.name}`, language, Object.fromEntries(accepted));
}
