import type { Board } from "../../boards/board.ts";
import { boards } from "../../boards/boards.ts";
import { addressOf } from "../../markup/hub-address.ts";
import type { PageRequest } from "../page-request.ts";

/** Between these many seconds a screen of a kiosk may give way to the next. */
const rotation = { least: 5, most: 3600, preset: 30 };

/** Parameters of a board on a kiosk: seconds per screen, and the number of the screen. */
export const kioskParameters = ["rotate", "screen"] as const;

/** What a kiosk shows now, and the page that follows after so many seconds. */
export interface Kiosk {
  panels: Board["panels"];
  seconds: number;
  address: string;
}

/** Where a board begins on a kiosk, with the reader's choices. */
export const kioskAddress = ({ language, address }: PageRequest, { name }: Board): string =>
  addressOf(`/dashboards/${name}?${address.split("?")[1] ?? ""}`, language, {
    rotate: String(rotation.preset),
  });

/**
 * The screen that an address asks for; null where it asks for no rotation. Choices go along to the next screens,
 * municipality and moment to the next board.
 */
export function kioskOf({ choice, language, address }: PageRequest, board: Board): Kiosk | null {
  const rotate = choice("rotate");
  if (rotate === null) return null;
  const requested = Number.parseInt(rotate, 10) || rotation.preset;
  const seconds = Math.min(Math.max(requested, rotation.least), rotation.most);
  const screens = screensOf(board);
  const at = Math.min(Math.max(Number.parseInt(choice("screen") ?? "1", 10) || 1, 1), screens.length);
  const choices = { municipality: choice("municipality"), asOf: choice("asOf"), rotate: String(seconds) };
  const names = [...boards.keys()];
  const next = names[(names.indexOf(board.name) + 1) % names.length];
  return {
    panels: screens[at - 1] ?? [],
    seconds,
    address:
      at < screens.length
        ? addressOf(address, language, { screen: String(at + 1) })
        : addressOf(`/dashboards/${next}`, language, choices),
  };
}

/** What nobody scrolls in a kiosk is cut into screens: the large figures, and one wide panel or two side by side. */
function screensOf({ panels: [first, ...rest] }: Board): Board["panels"][] {
  const screens: Board["panels"][] = [];
  for (const one of rest) {
    const before = screens.at(-1);
    const isBeside = one.width === "half" && before?.length === 1 && before[0]?.width === "half";
    if (isBeside) before.push(one);
    else screens.push([one]);
  }
  return screens.map((screen) => (first ? [first, ...screen] : screen));
}
