/** A bullet: its sign and its indentation (columns, or nesting of lists). */
export interface Bullet {
  kind: string;
  indent: number;
}

interface Open extends Bullet {
  statement: number;
}

/** The rank of signs on the form. Others rank between ○ and ※, in order of appearance. */
const ranks: Record<string, number> = {
  ...{ "□": 0, "■": 0, "▣": 0, "◆": 0, "◇": 0, "▶": 0, "▷": 0 },
  ...{ "○": 1, "●": 1, "◎": 1, "❍": 1 },
  ...{ "※": 3 },
};
const rankOf = ({ kind }: Bullet): number => ranks[kind] ?? 2;
const keyOf = ({ kind, indent }: Bullet): string => `${indent} ${kind}`;

/** The stack of bullets that may be the parent of the next one, innermost last. */
export class OpenBullets {
  readonly #open: Open[] = [];
  /** The index in #open by sign and indentation; entries may be stale and are verified before use. */
  readonly #places = new Map<string, number>();
  readonly #kinds = new Map<string, number>();

  /** Closes all bullets. */
  clear(): null {
    while (this.#open.length > 0) this.#pop();
    return null;
  }

  /** Closes the bullets that cannot be a bullet's parent and returns the parent's statement, or null. */
  parentOf(bullet: Bullet): number | null {
    const place = this.#places.get(keyOf(bullet));
    const same = place === undefined ? undefined : this.#open[place];
    if (same && keyOf(same) === keyOf(bullet)) while (this.#open.length > place!) this.#pop();
    else while (this.#open.length > 0 && !this.#isUnder(bullet, this.#open.at(-1)!)) this.#pop();
    return this.#open.at(-1)?.statement ?? null;
  }

  push(bullet: Bullet, statement: number): void {
    this.#places.set(keyOf(bullet), this.#open.length);
    this.#kinds.set(bullet.kind, (this.#kinds.get(bullet.kind) ?? 0) + 1);
    this.#open.push({ ...bullet, statement });
  }

  #pop(): void {
    const { kind } = this.#open.pop()!;
    this.#kinds.set(kind, this.#kinds.get(kind)! - 1);
  }

  #isUnder(bullet: Bullet, upper: Open): boolean {
    const isIndented = bullet.indent > upper.indent;
    if (bullet.kind === upper.kind) return isIndented;
    const isNew = !this.#kinds.get(bullet.kind);
    const ranksBelow = rankOf(bullet) - rankOf(upper);
    if (ranksBelow !== 0) return ranksBelow > 0 || (isNew && isIndented);
    return isIndented || (isNew && bullet.indent === upper.indent);
  }
}
