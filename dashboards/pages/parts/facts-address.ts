import { panels } from "../../boards/panels.ts";
import { addressOf } from "../../markup/hub-address.ts";
import type { Sheet } from "../../panel-table/panel-table.ts";
import { takes } from "../../panels/none-value.ts";

/**
 * The page with the facts behind a row: the reader's choices hold there, and those that the row makes; null where there
 * is none, or where it would show more than the row has.
 */
export function factsAddress({ panel, rows, choices, origin, language }: Sheet, at: number): string | null {
  const ofRow = rows[at]?.facts;
  const shown = panel.facts && panels.get(panel.facts.panel);
  if (!ofRow || !shown) return null;
  const isTaken = ([name, value]: [string, string]) =>
    takes(shown.variables[name], value) && !panel.facts?.all?.includes(name);
  if (!Object.entries(ofRow).every(isTaken)) return null;
  const taken = Object.entries({ ...choices, municipality: origin.code, ...ofRow }).filter(isTaken);
  return addressOf(`/panels/${shown.name}`, language, Object.fromEntries(taken));
}
