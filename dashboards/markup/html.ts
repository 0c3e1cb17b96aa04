import { escapeText } from "../../schema/core/escape-markup.ts";

/** Markup that is safe to send: made by `html` alone. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Content = Html | string | number | null | false | readonly Content[];

/**
 * Markup from a template: every text put in is escaped, markup made by `html` goes in as it is,
 * lists are joined, null and false leave nothing. Attribute values must stand in quotes.
 */
export function html(template: TemplateStringsArray, ...contents: Content[]): Html {
  return new Html(template.reduce((text, part, at) => text + write(contents[at - 1] ?? null) + part));
}

/** Markup that another program made and that is trusted: the pictures. */
export const trusted = (markup: string): Html => new Html(markup);

function write(content: Content): string {
  if (content === null || content === false) return "";
  if (content instanceof Html) return content.text;
  if (typeof content === "object") return content.map(write).join("");
  return escapeText(String(content));
}
