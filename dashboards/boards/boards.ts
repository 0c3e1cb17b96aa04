import { subjects } from "../../schema/subjects/index.ts";
import type { Subject } from "../../schema/subjects/subject-module.ts";
import type { Board } from "./board.ts";

/** The boards of these subjects with the panels that they place on them. Throws for a panel that names no board. */
export function boardsOf(placing: readonly Subject[]): ReadonlyMap<string, Board> {
  const headers = placing.flatMap(({ boards = [] }) => boards).sort((one, other) => one.place - other.place);
  const boards = new Map<string, Board>(headers.map((header) => [header.name, { ...header, panels: [] }]));
  for (const place of placing.flatMap(({ panels = [] }) => panels)) {
    if (place.board === undefined) continue;
    const board = boards.get(place.board);
    if (!board)
      throw new Error(`Panel ${place.panel.name} names the board ${place.board}, which does not exist.`);
    board.panels.push({ panel: place.panel, width: place.width });
  }
  return boards;
}

/** Every board of the hub, by name, in the order of the menu. */
export const boards = boardsOf(subjects);
