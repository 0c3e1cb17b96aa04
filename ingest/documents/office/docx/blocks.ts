import { type DraftBlock, type DraftParagraph, flatten } from "../draft-document.ts";
import { childOf, elementsOf, type XmlElement } from "../xml-tree.ts";
import { contentOf } from "./content.ts";
import { type DocxStyles, paragraphProperties } from "./styles.ts";
import { tableOf } from "./tables.ts";

/** The paragraphs and tables of a body, a note or a text box. */
export const blocksOf = (parent: XmlElement, styles: DocxStyles): DraftBlock[] =>
  contentOf(parent).flatMap((child): DraftBlock[] => {
    if (child.name === "p") return paragraphsOf(child, styles);
    if (child.name === "tbl") return [tableOf(child, (cell) => flatten(blocksOf(cell, styles)))];
    return [];
  });

/** A paragraph, one for each line that its author broke; then the text boxes that are anchored in it. */
function paragraphsOf(paragraph: XmlElement, styles: DocxStyles): DraftBlock[] {
  const own = childOf(paragraph, "pPr");
  const look = { ...styles.get(childOf(own, "pStyle")?.attributes.val ?? ""), ...paragraphProperties(own) };
  const boxes: DraftBlock[] = [];
  const text = contentOf(paragraph)
    .map((child) => (child.name === "r" ? textOfRun(child, styles, boxes) : textOfMath(child)))
    .join("");
  const lines = text
    .split("\n")
    .map(
      (line, index): DraftParagraph => ({ kind: "PARAGRAPH", text: line, isFurtherLine: index > 0, ...look }),
    );
  return [...lines, ...boxes];
}

function textOfRun(run: XmlElement, styles: DocxStyles, boxes: DraftBlock[]): string {
  const hidden = childOf(run, "rPr", "vanish");
  if (hidden && hidden.attributes.val !== "0" && hidden.attributes.val !== "false") return "";
  return elementsOf(run)
    .map((child): string => {
      switch (child.name) {
        case "t":
          return child.children.filter((text) => typeof text === "string").join("");
        case "tab":
        case "ptab":
          return "\t";
        case "br":
        case "cr":
          return "\n";
        case "noBreakHyphen":
          return "-";
        case "sym":
          return String.fromCharCode(Number.parseInt(child.attributes.char ?? "20", 16) || 32);
        default:
          for (const box of textBoxesOf(child)) boxes.push(...blocksOf(box, styles));
          return "";
      }
    })
    .join("");
}

/** The letters of a formula. */
const textOfMath = (element: XmlElement): string =>
  element.name === "oMath" || element.name === "oMathPara" ? lettersOf(element) : "";

const lettersOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === "string" ? child.trim() : lettersOf(child))).join("");

/** Text boxes within a drawing. Of alternatives, which say the same in two ways, the first counts. */
const textBoxesOf = (element: XmlElement): XmlElement[] => {
  if (element.name === "txbxContent") return [element];
  const alternatives =
    element.name === "AlternateContent" ? elementsOf(element).slice(0, 1) : elementsOf(element);
  return alternatives.flatMap(textBoxesOf);
};
