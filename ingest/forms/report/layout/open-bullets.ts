/** A bullet: its sign, and how far it is indented (columns, or nesting of lists). */
export interface Bullet {
  kind: string;
  indent: number;
}

interface Open extends Bullet {
  statement: number;
}

/** The order that signs have on the form. Those not named stand between ○ and ※, and rank as they appear. */
const ranks: Record<string, number> = {
  ...{ "□": 0, "■": 0, "▣": 0, "◆": 0, "◇": 0, "▶": 0, "▷": 0 },
  ...{ "○": 1, "●": 1, "◎": 1, "❍": 1 },
  ...{ "※": 3 },
};
const rankOf = ({ kind }: Bullet): number => ranks[kind] ?? 2;
const keyOf = ({ kind, indent }: Bullet): string => `${indent} ${kind}`;

/** The bullets that a next one may stand under, the innermost last. */
export class OpenBullets {
  readonly #open: Open[] = [];
  /** Where in #open a sign at an indentation stands: entries may be stale and are compared before use. */
  readonly #places = new Map<string, number>();
  readonly #kinds = new Map<string, number>();

  /** Nothing stands under what was before. */
  clear(): null {
    while (this.#open.length > 0) this.#pop();
    return null;
  }

  /** Closes what a bullet does not stand under, and gives the statement that it does, or null. */
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
