import stringWidth from "string-width";
import type { ReadingProgress } from "../../ingest/publishing/publication.ts";

/** Stream for progress: standard error, so that standard output stays clean. */
export interface ProgressChannel {
  isTTY?: boolean;
  /** Width of the terminal; 0 if unknown. */
  columns?: number;
  write(text: string): unknown;
}

const stages = { opening: "여는 중 / opening", publishing: "공표하는 중 / publishing" };
const barWidth = 30;
/** On a terminal the bar moves with every percent; elsewhere a line is printed every so many percent. */
const percentOfLine = 10;
/** Back to the start of the line, which is then erased. */
const lineStart = "\r\x1b[K";

/** Shows the progress of importing large files: a bar on a terminal, lines elsewhere. */
export class ImportProgress {
  readonly #channel: ProgressChannel;
  #shown = "";
  #isOpen = false;

  constructor(channel: ProgressChannel) {
    this.#channel = channel;
  }

  /** Shows a table's progress if it has advanced. */
  show({ stage, document, sheet, share, rows }: ReadingProgress): void {
    if (stage !== "reading") {
      this.#showStage(stage, document);
      return;
    }
    const step = this.#channel.isTTY ? 1 : percentOfLine;
    const percent = Math.floor((share * 100) / step) * step;
    const name = sheet === null ? document : `${document} ${sheet}`;
    const key = `${name} ${percent}`;
    if (key === this.#shown) return;
    this.#shown = key;
    const count = rows.toLocaleString("en-US");
    if (!this.#channel.isTTY) {
      if (percent > 0) this.#channel.write(`${name}: ${percent}%, ${count}행 / rows\n`);
      return;
    }
    const filled = Math.round((barWidth * percent) / 100);
    const bar = `${"█".repeat(filled)}${"░".repeat(barWidth - filled)}`;
    const line = `${bar} ${String(percent).padStart(3)}%  ${count}행 / rows  ${name}`;
    this.#isOpen = true;
    this.#channel.write(`${lineStart}${truncate(line, (this.#channel.columns || 80) - 1)}`);
  }

  #showStage(stage: "opening" | "publishing", name: string): void {
    const line = `${name}: ${stages[stage]}`;
    if (line === this.#shown) return;
    this.#shown = line;
    if (!this.#channel.isTTY) {
      this.#channel.write(`${line}\n`);
      return;
    }
    this.#isOpen = true;
    this.#channel.write(`${lineStart}${truncate(line, (this.#channel.columns || 80) - 1)}`);
  }

  /** Removes the bar, so that the next output starts on an empty line. */
  end(): void {
    if (this.#isOpen) this.#channel.write(lineStart);
    this.#isOpen = false;
  }
}

/** The beginning of a text that fits into a number of columns; Hangul and Hanja take two each. */
function truncate(text: string, columns: number): string {
  const characters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  let width = 0;
  const end = characters.findIndex((character) => {
    width += stringWidth(character);
    return width > columns;
  });
  return end < 0 ? text : characters.slice(0, end).join("");
}
