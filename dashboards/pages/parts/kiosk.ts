import type { Board } from "../../boards/board.ts";
import { boards } from "../../boards/boards.ts";
import { addressOf } from "../../markup/hub-address.ts";
import type { Visit } from "../page-request.ts";

/** Between these many seconds a screen of a kiosk may give way to the next. */
const rotation = { least: 5, most: 3600, usual: 30 };

/** What a kiosk shows now, and the page that follows after so many seconds. */
export interface Kiosk {
  panels: Board["panels"];
  seconds: number;
  address: string;
}

/** Where a board begins on a kiosk, with the reader's choices. */
export const kioskAddress = ({ language, address }: Visit, { name }: Board): string =>
  addressOf(`/dashboards/${name}?${address.split("?")[1] ?? ""}`, language, {
    rotate: String(rotation.usual),
  });

/**
 * The screen that an address asks for; null where it asks for no rotation. Choices go along to the next screens,
 * municipality and moment to the next board.
 */
export function kioskOf({ choice, language, address }: Visit, board: Board): Kiosk | null {
  const asked = choice("rotate");
  if (asked === null) return null;
  const wanted = Number.parseInt(asked, 10) || rotation.usual;
  const seconds = Math.min(Math.max(wanted, rotation.least), rotation.most);
  const screens = screensOf(board);
  const at = Math.min(Math.max(Number.parseInt(choice("screen") ?? "1", 10) || 1, 1), screens.length);
  const kept = { municipality: choice("municipality"), asOf: choice("asOf"), rotate: String(seconds) };
  const names = [...boards.keys()];
  const next = names[(names.indexOf(board.name) + 1) % names.length];
  return {
    panels: screens[at - 1] ?? [],
    seconds,
    address:
      at < screens.length
        ? addressOf(address, language, { screen: String(at + 1) })
        : addressOf(`/dashboards/${next}`, language, kept),
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
