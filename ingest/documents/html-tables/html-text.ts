import { raised, struckThrough } from "../raised-text.ts";

/** Elements that begin a line of their own. */
const blocks = new Set([
  "p",
  "div",
  "li",
  "ul",
  "ol",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "tr",
  "table",
  "hr",
]);
const struck = new Set(["del", "s", "strike"]);
const unseen = new Set(["script", "style", "template", "head", "title"]);

/** Collects text as a browser displays it: white space collapsed, blocks and `<br>` as lines. */
export class HtmlText {
  #text = "";
  #unseen = 0;
  #raised = 0;
  #struck = 0;

  open(name: string): void {
    if (unseen.has(name)) this.#unseen++;
    else if (name === "sup") this.#raised++;
    else if (struck.has(name)) this.#struck++;
    else if (name === "br") this.#text += "\n";
    else if (blocks.has(name)) this.#breakLine();
  }

  text(text: string): void {
    if (this.#unseen > 0) return;
    const level = this.#raised > 0 ? raised(text) : text;
    const styled = this.#struck > 0 ? struckThrough(level) : level;
    const collapsed = styled.replace(/[ \t\r\n\f]+/g, " ");
    this.#text += /(^|\s)$/.test(this.#text) ? collapsed.trimStart() : collapsed;
  }

  close(name: string): void {
    if (unseen.has(name)) this.#unseen = Math.max(0, this.#unseen - 1);
    else if (name === "sup") this.#raised = Math.max(0, this.#raised - 1);
    else if (struck.has(name)) this.#struck = Math.max(0, this.#struck - 1);
    else if (blocks.has(name)) this.#breakLine();
  }

  /** Returns and clears the text, as NFC. */
  take(): string {
    const text = this.#text.replaceAll("\u00A0", " ").normalize("NFC").trim();
    this.#text = "";
    return text;
  }

  #breakLine(): void {
    if (this.#text !== "" && !this.#text.endsWith("\n")) this.#text = `${this.#text.trimEnd()}\n`;
  }
}
