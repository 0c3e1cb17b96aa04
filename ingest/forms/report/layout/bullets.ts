import type { Fragment } from "./fragments.ts";
import { isBlank } from "./lines-and-cells.ts";
import { blockTag } from "./markup.ts";

/** A token of a fragment. `bullet` is null for text without one. */
export type BulletEvent =
  | { type: "OPEN_LIST" }
  | { type: "CLOSE_LIST" }
  | { type: "LIST_ITEM" }
  | { type: "TEXT"; bullet: string | null; indent: number; raw: string };

const space = "(?:\\s|&nbsp;)";
/** Signs that are a bullet at the beginning of a line; doubled (○○시) they mask a name. */
const signs = "□■▣◆◇▶▷○●◎◯❍◦•‧∙·▪▫▸※";
const startsBullet = new RegExp(
  `^(${space}*)(\\*\\*)?(?:([${signs}])(?!\\3)${space}*|([-–—−－*+ㅇo])(?:${space}+|$)|([-–])(?=[가-힣(「[]))`,
);
/** Signs that also begin a bullet within a line, if surrounded by white space. */
const signsWithin = "○●◯❍◦•▪";
const within = (marks: string): RegExp => new RegExp(`(?<=${space})([${marks}])(?=${space}|$)`, "g");
const signWithin = within(signsWithin);
const signOrHyphenWithin = within(`${signsWithin}–-`);

/** Whether a line or a cell begins with a bullet. */
export const startsWithBullet = (raw: string): boolean => firstBullet(raw) !== null;

/** Only the beginning is searched: no bullet is indented by ten thousand spaces. */
const firstBullet = (raw: string): RegExpExecArray | null => startsBullet.exec(raw.slice(0, 10_000));

/** The bullets and texts of a fragment; `next` is the following fragment. */
export function readBullets(fragment: Fragment, next: Fragment | undefined): BulletEvent[] {
  const marks = hasHyphensWithin(fragment, next) ? signOrHyphenWithin : signWithin;
  const events: BulletEvent[] = [];
  const tags = blockTag();
  const inMarkup = tags.test(fragment.raw);
  tags.lastIndex = 0;
  let start = 0;
  for (let tag = tags.exec(fragment.raw); tag; tag = tags.exec(fragment.raw)) {
    readText(fragment.raw.slice(start, tag.index), marks, inMarkup, events);
    start = tags.lastIndex;
    const name = tag[2]!.toLowerCase();
    if (name === "ul" || name === "ol") events.push({ type: tag[1] ? "CLOSE_LIST" : "OPEN_LIST" });
    else if (name === "li" && !tag[1]) events.push({ type: "LIST_ITEM" });
  }
  readText(fragment.raw.slice(start), marks, inMarkup, events);
  return events;
}

/**
 * Whether a hyphen between spaces begins a bullet in this fragment. It does if all bullets of a cell are on
 * one line; if each has a line or a tag of its own, it is part of a sentence.
 */
function hasHyphensWithin({ raw, row, whole }: Fragment, next: Fragment | undefined): boolean {
  if (!/\s[–-]\s/.test(raw)) return false;
  if (/<(?:li|LI|p|br|BR|div|DIV)[\s/>]/.test(raw)) return false;
  if (/<(?:ul|ol|UL|OL)[\s>]/.test(raw)) return true;
  const beyondFirst = raw.slice(firstBullet(raw)?.[0].length ?? 0);
  if (beyondFirst.search(signWithin) >= 0) return true;
  if (!row) return false;
  return whole === true || !next || next.row === true || !startsWithBullet(next.raw);
}

function readText(raw: string, marks: RegExp, inMarkup: boolean, events: BulletEvent[]): void {
  if (isBlank(raw)) return;
  const first = firstBullet(raw);
  const indent = inMarkup ? 0 : widthOf(first?.[1] ?? "");
  const start = first ? first[0].length : 0;
  const bullet = first ? (first[3] ?? first[4] ?? first[5]!) : null;
  const cuts = [...raw.slice(start).matchAll(marks)].map((match) => ({
    bullet: match[1]!,
    at: start + match.index,
  }));
  const pieces = [{ bullet, from: start }, ...cuts.map(({ bullet, at }) => ({ bullet, from: at + 1 }))];
  for (const [index, piece] of pieces.entries()) {
    const to = cuts[index]?.at ?? raw.length;
    // **○ 조성** is bold from before its bullet.
    const words =
      index === 0 && first?.[2] ? raw.slice(piece.from, to).replace("**", "") : raw.slice(piece.from, to);
    events.push({ type: "TEXT", bullet: unified(piece.bullet), indent, raw: words.trim() });
  }
}

/** Hyphens of any length are one kind of bullet, and so are ㅇ, o and ○. */
function unified(bullet: string | null): string | null {
  if (bullet === null) return null;
  if (/[-–—−－]/.test(bullet)) return "-";
  return /[ㅇo◯]/.test(bullet) ? "○" : bullet;
}

const widthOf = (spaces: string): number =>
  [...spaces.replaceAll("&nbsp;", " ")].reduce((width, one) => width + (one === "\t" ? 4 : 1), 0);
