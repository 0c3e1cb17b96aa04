/** A text that programs save tables in, with markup; recognised by its content, as .xls is a usual name for all of them. */
export type MarkupKind = "HTML" | "XML" | "MHTML";

const beginning = 1 << 16;

/** The kind of markup of a text; undefined for other texts, and for markup without tables. */
export function markupKind(text: string): MarkupKind | undefined {
  const head = text.slice(0, beginning);
  if (
    /^\s*MIME-Version:/i.test(head) ||
    /^(?:[\w-]+:[^\n]*\n)+?Content-Type:\s*multipart\/related/i.test(head)
  )
    return "MHTML";
  if (!/^\s*</.test(head)) return undefined;
  if (head.includes("urn:schemas-microsoft-com:office:spreadsheet") && /<(\w+:)?Workbook[\s>]/.test(head))
    return "XML";
  return /<table[\s>]/i.test(text) ? "HTML" : undefined;
}
