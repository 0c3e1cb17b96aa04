import { childOf, descendantsOf, numberOf, type XmlElement } from "../xml-tree.ts";

/** What the shape of a paragraph states (문단 모양). */
export interface ParagraphShape {
  headingLevel?: number;
  isListItem?: boolean;
  /** Left margin, in half-width characters. */
  indent?: number;
}

/** The paragraph shapes of a document by their id. */
export type ParagraphShapes = ReadonlyMap<string, ParagraphShape>;

/** A half-width character of 10 points, in hundredths of a point. */
const halfWidth = 500;

/** The paragraph shapes of header.xml. */
export const paragraphShapesOf = (root: XmlElement): ParagraphShapes =>
  new Map(descendantsOf(root, "paraPr").map((shape) => [shape.attributes.id ?? "", shapeOf(shape)]));

function shapeOf(shape: XmlElement): ParagraphShape {
  const head = childOf(shape, "heading");
  const level = numberOf(head, "level") ?? 0;
  const left = descendantsOf(shape, "left")[0];
  const indent = Math.max(0, Math.round((numberOf(left, "value") ?? 0) / halfWidth));
  switch (head?.attributes.type) {
    case "OUTLINE":
      return { indent, headingLevel: level + 1 };
    case "BULLET":
    case "NUMBER":
      return { indent: Math.max(indent, level * 2), isListItem: true };
    default:
      return { indent };
  }
}
