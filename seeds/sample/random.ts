import { createHash } from "node:crypto";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Draws that a seed and a name decide: the same on every machine and in every run. */
export class Random {
  readonly #generator: ReturnType<typeof xoroshiro128plus>;

  constructor(seed: number, name: string) {
    const digest = createHash("sha256").update(`${seed} ${name}`).digest();
    this.#generator = xoroshiro128plus(digest.readInt32LE());
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return uniformInt(this.#generator, least, most);
  }

  /** True in so many draws of a hundred. */
  chance(percent: number): boolean {
    return this.whole(1, 100) <= percent;
  }

  /** One of some items, each as likely. */
  pick<Item>(items: readonly Item[]): Item {
    return items[this.whole(0, items.length - 1)]!;
  }
}
