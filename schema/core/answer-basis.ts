/** A municipality and the release that a part of an answer is based on. */
export interface BasisRelease {
  id: number;
  release: number;
}

/** The releases that a part of an answer was read from. */
export interface BasisPart {
  municipalities: readonly BasisRelease[];
  /** Whether a further municipality could change it: it covers all, or names one that the hub does not know yet. */
  coversAll: boolean;
  /** The moment that it shows; null for the newest releases. */
  asOf: Date | null;
}

/** A moment this far back lies before every release that is being published now. */
const settledMilliseconds = 60_000;

/** What the answers to one request were read from, which decides how long they may be kept. */
export class AnswerBasis {
  /** Newest release used, by municipality id. */
  readonly releases = new Map<number, number>();
  private readonly usedReleases = new Set<string>();
  private all = false;
  private parts = 0;
  private pinned = true;
  private otherSources = false;

  /** Whether a new municipality could change the answer. */
  get coversAll(): boolean {
    return this.all;
  }

  /** Whether the answer was read from releases only, so that it holds as long as they are the newest. */
  get isKnown(): boolean {
    return this.parts > 0 && !this.otherSources;
  }

  /** Whether no later release can change the answer: every part shows a past moment. */
  get isPinned(): boolean {
    return this.isKnown && this.pinned;
  }

  /** Every release that a part was read from, as id:number. */
  get used(): string[] {
    return [...this.usedReleases];
  }

  /** Records what a part was read from. */
  add({ municipalities, coversAll, asOf }: BasisPart): void {
    this.parts += 1;
    this.all ||= coversAll;
    this.pinned &&= asOf !== null && asOf.valueOf() < Date.now() - settledMilliseconds;
    for (const { id, release } of municipalities) {
      this.releases.set(id, release);
      this.usedReleases.add(`${id}:${release}`);
    }
  }

  /** Records a source other than releases, such as the list of embeds: the answer cannot be kept. */
  addOtherSource(): void {
    this.otherSources = true;
  }
}
