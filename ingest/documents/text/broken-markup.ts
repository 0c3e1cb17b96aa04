import { draftFinding, type FindingDraft } from "../../draft-finding.ts";
import type { Paragraph } from "../document-model.ts";
import type { Piece } from "./cell-paragraphs.ts";
import { anyTag } from "./markup.ts";

interface Tag {
  name: string;
  line: number;
  printed: string;
}
const neverClosed = new Set(["br"]);

/** The pieces of lines that a tag may be closed in: a cell with what follows it, or lines without cells. */
export interface MarkupScope {
  pieces: Piece[];
  /** It begins a cell: tags opened before cannot be closed in it. */
  isCell: boolean;
}

/** MARKUP_BROKEN for unmatched opening and closing tags, one per line. A tag may be closed on a later line, not in another cell. */
export function brokenMarkup(scopes: MarkupScope[]): FindingDraft[] {
  const broken = new Map<number, Tag[]>();
  const report = (tag: Tag) => {
    const others = broken.get(tag.line);
    if (others) others.push(tag);
    else broken.set(tag.line, [tag]);
  };
  let open = new OpenTags();
  for (const { pieces, isCell } of scopes) {
    if (isCell) {
      open.all().forEach(report);
      open = new OpenTags();
    }
    for (const { raw, line } of pieces) {
      if (!raw.includes("<")) continue;
      for (const match of raw.matchAll(anyTag())) {
        const tag = { name: match[2]!.toLowerCase(), line, printed: match[0] };
        if (neverClosed.has(tag.name) || tag.printed.endsWith("/>")) continue;
        if (match[1] !== "/") open.push(tag);
        else open.close(tag).forEach(report);
      }
    }
  }
  open.all().forEach(report);
  return [...broken]
    .map(([line, tags]) => unclosed(line, tags))
    .sort((one, other) => one.line! - other.line!);
}

class OpenTags {
  readonly #tags: Tag[] = [];
  readonly #counts = new Map<string, number>();

  push(tag: Tag): void {
    this.#tags.push(tag);
    this.#count(tag, 1);
  }

  /**
   * Closes the innermost tag of that name. Returns the unclosed tags inside it, or the closing tag itself if
   * nothing matches.
   */
  close(closing: Tag): Tag[] {
    if (!this.#counts.get(closing.name)) return [closing];
    const left: Tag[] = [];
    for (;;) {
      const tag = this.#tags.pop()!;
      this.#count(tag, -1);
      if (tag.name === closing.name) return left;
      left.push(tag);
    }
  }

  all(): Tag[] {
    return this.#tags;
  }

  #count({ name }: Tag, by: number): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + by);
  }
}

function unclosed(line: number, tags: Tag[]): FindingDraft {
  const names = [...new Set(tags.map(({ name }) => `<${name}>`))].join(", ");
  return draftFinding(
    "MARKUP_BROKEN",
    { line, quote: tags[0]!.printed },
    `짝이 맞지 않는 태그가 ${tags.length}개 있습니다: ${names}. 변환 과정에서 누락된 내용이 없는지 원문과 대조해 주십시오.`,
    `${tags.length} unmatched tags: ${names}. Check against the original whether the conversion lost any text.`,
  );
}

/** MARKUP_BROKEN for a paragraph whose bold is never closed. */
export const unclosedBold = ({ line, column, text, raw }: Paragraph): FindingDraft =>
  draftFinding(
    "MARKUP_BROKEN",
    { line, column, quote: raw ?? text },
    "굵은 글씨 표시(**)가 닫히지 않았습니다. 문장이 잘리지 않았는지 원문과 대조해 주십시오.",
    "Bold (**) is opened but never closed. Check against the original whether the text is complete.",
  );
