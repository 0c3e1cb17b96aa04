/**
 * Remembers the keys of a file by two hashes of 32 bits and their line, in typed arrays: a million keys take
 * 24 MB, where a Map of strings takes 120. What it suspects must be compared; what it does not is no duplicate.
 */
export class SeenKeys {
  #first = new Int32Array(1 << 12);
  #second = new Int32Array(1 << 12);
  /** 0 where nothing is. */
  #lines = new Int32Array(1 << 12);
  #count = 0;

  /** The line that a key of the same hash was seen on; undefined where it is seen for the first time. */
  see(key: string, line: number): number | undefined {
    if (this.#count * 2 > this.#lines.length) this.#grow();
    let first = 0x811c9dc5 | 0;
    let second = 0x9e3779b9 | 0;
    for (let index = 0; index < key.length; index++) {
      const code = key.charCodeAt(index);
      first = Math.imul(first ^ code, 0x01000193);
      second = Math.imul(second ^ code, 0x85ebca6b) ^ (second >>> 15);
    }
    const at = this.#find(first, second);
    if (this.#lines[at] !== 0) return this.#lines[at];
    this.#put(at, first, second, line);
    this.#count++;
    return undefined;
  }

  #put(at: number, first: number, second: number, line: number): void {
    this.#first[at] = first;
    this.#second[at] = second;
    this.#lines[at] = line;
  }

  /** The slot of a hash: its own, or the free one where it belongs. */
  #find(first: number, second: number): number {
    const mask = this.#lines.length - 1;
    let at = (first ^ (second >>> 7)) & mask;
    while (this.#lines[at] !== 0 && (this.#first[at] !== first || this.#second[at] !== second))
      at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const [first, second, lines] = [this.#first, this.#second, this.#lines];
    const size = lines.length * 2;
    this.#first = new Int32Array(size);
    this.#second = new Int32Array(size);
    this.#lines = new Int32Array(size);
    for (let at = 0; at < lines.length; at++) {
      if (lines[at] === 0) continue;
      this.#put(this.#find(first[at]!, second[at]!), first[at]!, second[at]!, lines[at]!);
    }
  }
}
