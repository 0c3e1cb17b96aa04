import { draftFinding, type FindingDraft } from "../../../draft-finding.ts";
import type { Line } from "../layout/lines-and-cells.ts";
import { anyTag } from "../layout/markup.ts";
import type { SectionHeading } from "../layout/section-headings.ts";

interface Tag {
  name: string;
  line: number;
  printed: string;
}
const neverClosed = new Set(["br"]);

/**
 * MARKUP_BROKEN for unmatched opening and closing tags, one per line.
 * A tag may be closed on a later line, but not in another cell; cells begin on the lines of `cellStarts`.
 */
export function brokenMarkup(lines: Line[], cellStarts: ReadonlySet<number>): FindingDraft[] {
  const broken = new Map<number, Tag[]>();
  const report = (tag: Tag) => {
    const others = broken.get(tag.line);
    if (others) others.push(tag);
    else broken.set(tag.line, [tag]);
  };
  let open = new OpenTags();
  for (const line of lines) {
    if (cellStarts.has(line.number)) {
      open.all().forEach(report);
      open = new OpenTags();
    }
    if (!line.text.includes("<")) continue;
    for (const match of line.text.matchAll(anyTag())) {
      const tag = { name: match[2]!.toLowerCase(), line: line.number, printed: match[0] };
      if (neverClosed.has(tag.name) || tag.printed.endsWith("/>")) continue;
      if (match[1] !== "/") open.push(tag);
      else open.close(tag).forEach(report);
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
    `짝이 맞지 않는 태그가 ${tags.length}개 있습니다: ${names}. 변환 과정에서 빠진 글이 없는지 원문과 견주어 보십시오.`,
    `${tags.length} unmatched tags: ${names}. Check against the original whether the conversion lost any text.`,
  );
}

/** MARKUP_BROKEN for headings with unclosed bold. */
export const openBold = (headings: SectionHeading[]): FindingDraft[] =>
  headings
    .filter((heading) => heading.openBold)
    .map(({ origin }) =>
      draftFinding(
        "MARKUP_BROKEN",
        origin,
        "굵은 글씨 표시(**)가 닫히지 않았습니다. 제목이 잘리지 않았는지 원문과 견주어 보십시오.",
        "Bold (**) is opened but never closed. Check against the original whether the heading is complete.",
      ),
    );
