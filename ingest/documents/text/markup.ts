import { decodeHTMLStrict } from "entities";

const listTags = "ul|ol|UL|OL";
const blockTags = `${listTags}|li|LI|p|br|BR|div|DIV|table|TABLE|thead|tbody|tr|TR|td|TD|th|TH|h[1-6]`;
const inlineTags = "span|SPAN|strong|STRONG|font|FONT|em|b|i|u|sup|sub";

const tagOf = (names: string): RegExp => new RegExp(`<(/?)(${names})(?=[\\s/>])[^<>]{0,2000}>`, "g");

/**
 * An HTML tag: [1] is / for a closing tag, [2] its name. Only names that converters write count:
 * anything else in angle brackets, 〈고양〉 or <A-4>, is text.
 */
export const anyTag = (): RegExp => tagOf(`${blockTags}|${inlineTags}`);
/** A tag that ends the text before it. */
export const blockTag = (): RegExp => tagOf(blockTags);
const inlineTag = tagOf(inlineTags);
const anyBlockTag = blockTag();

/** Text without its tags, entities as printed. */
export const withoutTags = (raw: string): string =>
  raw.includes("<") ? raw.replace(anyBlockTag, " ").replace(inlineTag, "") : raw;

/** The text as a person reads it: without tags and paired **, entities decoded, trimmed. */
export function plainText(raw: string): string {
  const untagged = withoutTags(raw);
  const plain = untagged.includes("**") ? withoutBold(untagged) : untagged;
  return (plain.includes("&") ? decodeHTMLStrict(plain) : plain).trim();
}

/** Removes paired **; longer rows of asterisks mask a name and stay. */
function withoutBold(text: string): string {
  if (text.includes("***")) return text;
  const pieces = text.split("**");
  const unpaired = pieces.length % 2 === 0 ? pieces.pop() : undefined;
  return unpaired === undefined ? pieces.join("") : `${pieces.join("")}**${unpaired}`;
}

/** Plain text without white space, for comparing the form's words: 구 분 is 구분. */
export const compact = (raw: string): string => plainText(raw).replace(/\s+/g, "");
