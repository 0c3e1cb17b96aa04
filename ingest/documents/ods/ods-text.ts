import { raised, struckThrough } from "../raised-text.ts";

/** How the text of a style is set. */
export interface TextStyle {
  isRaised: boolean;
  isStruck: boolean;
}

/** Elements inside a cell whose text the cell does not display: comments, readings, drawings. */
const aside = new Set(["annotation", "ruby-text", "shapes", "frame"]);

/** Collects the text that a cell displays: its paragraphs as lines; what is raised or struck through stays so. */
export class OdsText {
  readonly #styles: ReadonlyMap<string, TextStyle>;
  /** The styles of the open spans. */
  readonly #spans: (TextStyle | undefined)[] = [];
  #lines: string[] = [];
  #aside = 0;
  #isParagraph = false;

  constructor(styles: ReadonlyMap<string, TextStyle>) {
    this.#styles = styles;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (aside.has(name)) this.#aside++;
    if (this.#aside > 0) return;
    if (name === "p" || name === "h") {
      this.#lines.push("");
      this.#isParagraph = true;
    } else if (name === "s") this.#add(" ".repeat(Math.min(Number(attributes["text:c"] ?? 1) || 1, 1_000)));
    else if (name === "span") this.#spans.push(this.#styles.get(attributes["text:style-name"] ?? ""));
    else if (name === "tab") this.#add("\t");
    else if (name === "line-break") this.#add("\n");
  }

  text(text: string): void {
    // White space of the XML itself is one space.
    if (this.#aside > 0 || !this.#isParagraph) return;
    const collapsed = text.replace(/[ \t\r\n]+/g, " ");
    const level = this.#spans.some((span) => span?.isRaised) ? raised(collapsed) : collapsed;
    this.#add(this.#spans.some((span) => span?.isStruck) ? struckThrough(level) : level);
  }

  close(name: string): void {
    if (aside.has(name)) this.#aside--;
    else if (this.#aside > 0) return;
    else if (name === "span") this.#spans.pop();
    else if (name === "p" || name === "h") this.#isParagraph = false;
  }

  /** Returns and clears the text, as NFC; undefined if there is none, not even a blank paragraph. */
  take(): string | undefined {
    const lines = this.#lines;
    this.#lines = [];
    return lines.length === 0 ? undefined : lines.join("\n").normalize("NFC");
  }

  #add(text: string): void {
    if (this.#lines.length > 0) this.#lines[this.#lines.length - 1] += text;
  }
}
