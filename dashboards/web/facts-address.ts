import type { Sheet } from "../drawing/sheet.ts";
import { takes } from "../panels/none-value.ts";
import { panels } from "../panels/panels.ts";
import { addressOf } from "./address.ts";

/** The page with the facts behind a row: the reader's choices hold there, and those that the row makes; null where there is none. */
export function factsAddress({ panel, rows, choices, origin, language }: Sheet, at: number): string | null {
  const facts = rows[at]?.facts;
  const shown = panel.facts && panels.get(panel.facts.panel);
  if (!facts || !shown) return null;
  const all = { ...choices, municipality: origin.code, ...facts };
  const taken = Object.entries(all).filter(([name, value]) => takes(shown.variables[name], value));
  return addressOf(`/panels/${shown.name}`, language, Object.fromEntries(taken));
}
