import { applyEdits, prefixOf, scanXml, type XmlEdit } from "./edit-xml.ts";

/** The id of the drawing with the boxes of a sheet's comments; "" if it has none. */
export function drawingId(xml: string): string {
  let id = "";
  scanXml(xml, {
    open({ name, attributes }) {
      if (name !== "legacyDrawing") return;
      id = Object.entries(attributes).find(([attribute]) => attribute.endsWith(":id"))?.[1] ?? "";
    },
  });
  return id;
}

/** What stands after the drawing of comments in a sheet. */
const afterDrawing = new Set(
  "legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst".split(" "),
);

/** A sheet that refers to the drawing with the boxes of its comments. */
export function withDrawing(xml: string, id: string, relationshipBase: string): string {
  let at: number | undefined;
  let end = xml.length;
  scanXml(xml, {
    open({ name, start }, parents) {
      if (parents.length === 1 && afterDrawing.has(name)) at ??= start;
    },
    close(_name, start, _end, _isSelfClosing, parents) {
      if (parents.length === 0) end = start;
    },
  });
  const text = `<${prefixOf(xml)}legacyDrawing xmlns:hub="${relationshipBase}" hub:id="${id}"/>`;
  const edit: XmlEdit = { start: at ?? end, end: at ?? end, text };
  return applyEdits(xml, [edit]);
}
