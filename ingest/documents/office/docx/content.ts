import { elementsOf, type XmlElement } from "../xml-tree.ts";

/** Elements that contain others and print nothing of their own. A moved or inserted text is where it was moved to. */
const wrappers = new Set([
  "sdt",
  "sdtContent",
  "ins",
  "moveTo",
  "smartTag",
  "customXml",
  "hyperlink",
  "fldSimple",
]);

/** The content of an element, with wrappers unwrapped. */
export const contentOf = (parent: XmlElement): XmlElement[] =>
  elementsOf(parent).flatMap((child) => (wrappers.has(child.name) ? contentOf(child) : [child]));
