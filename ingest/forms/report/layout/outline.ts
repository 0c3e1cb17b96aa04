import type { StatementDraft } from "../report-draft.ts";
import { readBullets } from "./bullets.ts";
import type { Fragment } from "./fragments.ts";
import { isBlank } from "./lines-and-cells.ts";
import { plainText, withoutTags } from "./markup.ts";
import { type Bullet, OpenBullets } from "./open-bullets.ts";

/** The part of a statement's text on one line; `statement` is the statement's index. */
export interface StatementPiece {
  statement: number;
  line: number;
  column: number | null;
  /** Without tags, entities still encoded: an encoded letter is exempt from misprint checks. */
  text: string;
}

/** The statements of a list, each after its parent, and the pieces they were joined from. */
export interface Outline {
  statements: StatementDraft[];
  pieces: StatementPiece[];
}

const listItem = "li";

/**
 * Builds the tree of bullets and keeps every text: text without a bullet continues the previous statement, or is a
 * statement of its own if it comes first, after a blank line or is a remark. `trustNesting` is false if lists are
 * opened and never closed.
 */
export function readOutline(fragments: Fragment[], trustNesting: boolean): Outline {
  const outline: Outline = { statements: [], pieces: [] };
  const open = new OpenBullets();
  let nesting = 0;
  /** A bullet whose text is still to come. */
  let waiting: Bullet | null = null;
  /** The statement that a text without a bullet continues. */
  let continued: number | null = null;
  for (const [index, fragment] of fragments.entries()) {
    if (fragment.remark) continue;
    if (fragment.row) nesting = 0;
    if (fragment.apart) open.clear();
    if (fragment.apart || isBlank(fragment.raw)) {
      continued = null;
      waiting = null;
    }
    for (const event of readBullets(fragment, fragments[index + 1])) {
      if (event.type === "OPEN_LIST") nesting += 1;
      else if (event.type === "CLOSE_LIST") nesting = Math.max(0, nesting - 1);
      else if (event.type === "LIST_ITEM") waiting = { kind: listItem, indent: nesting };
      else {
        const indent: number = waiting?.kind === listItem && trustNesting ? nesting : event.indent;
        const bullet: Bullet | null = event.bullet === null ? waiting : { kind: event.bullet, indent };
        const text = plainText(event.raw);
        if (text === "") waiting = bullet;
        else if (bullet === null && continued !== null)
          continueStatement(outline, continued, fragment, event.raw);
        else {
          const parent = bullet === null ? open.clear() : open.parentOf(bullet);
          continued = addStatement(outline, fragment, event.raw, parent);
          if (bullet) open.push(bullet, continued);
          waiting = null;
        }
      }
    }
  }
  for (const fragment of fragments)
    if (fragment.remark && /[\p{L}\p{N}]/u.test(plainText(fragment.raw)))
      addStatement(outline, fragment, fragment.raw.trim(), null);
  return outline;
}

function addStatement(outline: Outline, fragment: Fragment, raw: string, parent: number | null): number {
  const { line, column } = fragment;
  const text = plainText(raw);
  const depth = parent === null ? 0 : outline.statements[parent]!.depth + 1;
  const statement = outline.statements.length;
  outline.statements.push({ text, depth, parent, origin: { line, column, quote: raw } });
  outline.pieces.push({ statement, line, column, text: withoutTags(raw).trim() });
  return statement;
}

function continueStatement(outline: Outline, statement: number, fragment: Fragment, raw: string): void {
  const { line, column } = fragment;
  const continued = outline.statements[statement]!;
  continued.text += " ";
  continued.laterOrigins ??= [];
  continued.laterOrigins.push({ from: continued.text.length, origin: { line, column, quote: raw } });
  continued.text += plainText(raw);
  outline.pieces.push({ statement, line, column, text: withoutTags(raw).trim() });
}
