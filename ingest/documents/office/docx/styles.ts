import { childOf, elementsOf, numberOf, type XmlElement } from "../xml-tree.ts";

/** What a paragraph style states or inherits. */
export interface DocxStyle {
  headingLevel?: number;
  isListItem?: boolean;
  /** Left margin, in half-width characters. */
  indent?: number;
}

/** The styles of a document by their id. */
export type DocxStyles = ReadonlyMap<string, DocxStyle>;

/** A half-width character of 10 points, in twentieths of a point. */
const halfWidth = 100;
const deepestInheritance = 20;

/** The paragraph styles of styles.xml, with what they inherit. */
export function stylesOf(root: XmlElement): DocxStyles {
  const elements = new Map(elementsOf(root, "style").map((style) => [style.attributes.styleId ?? "", style]));
  const resolve = (id: string | undefined, depth: number): DocxStyle => {
    const style = elements.get(id ?? "");
    if (!style || depth > deepestInheritance) return {};
    const name = /^heading (\d)$/i.exec(childOf(style, "name")?.attributes.val ?? "");
    return {
      ...resolve(childOf(style, "basedOn")?.attributes.val, depth + 1),
      ...(name && { headingLevel: Number(name[1]) }),
      ...paragraphProperties(childOf(style, "pPr")),
    };
  };
  return new Map([...elements.keys()].map((id) => [id, resolve(id, 0)]));
}

/** What a paragraph's own properties state; properties that it does not state are absent. */
export function paragraphProperties(properties: XmlElement | undefined): DocxStyle {
  const outline = numberOf(childOf(properties, "outlineLvl"), "val");
  const numbering = numberOf(childOf(properties, "numPr", "numId"), "val");
  const level = numberOf(childOf(properties, "numPr", "ilvl"), "val") ?? 0;
  const margins = childOf(properties, "ind");
  const left = numberOf(margins, "left") ?? numberOf(margins, "start");
  return {
    // 9 is body text.
    ...(outline !== undefined && outline < 9 && { headingLevel: outline + 1 }),
    ...(numbering !== undefined && { isListItem: numbering !== 0 }),
    ...(numbering && { indent: level * 2 }),
    ...(left !== undefined && { indent: Math.max(0, Math.round(left / halfWidth)) }),
  };
}
