import { findingsSheet } from "../documents/findings-list.ts";
import {
  applyEdits,
  escapeXml,
  prefixOf,
  type ScannedTag,
  scanXml,
  withAttribute,
  type XmlEdit,
} from "./edit-xml.ts";

/** A workbook part with a sheet put before all others; `relationship` is the id of its part. */
export function withFirstSheet(xml: string, relationship: string, relationshipBase: string): string {
  const edits: XmlEdit[] = [];
  const names = new Set<string>();
  let list: ScannedTag | undefined;
  let [lastId, isViewed] = [0, false];
  scanXml(xml, {
    open(tag) {
      const { name, attributes, start, end } = tag;
      const replace = (attribute: string, value: number) =>
        edits.push({ start, end, text: withAttribute(xml.slice(start, end), attribute, value) });
      if (name === "sheets") list = tag;
      if (name === "sheet") {
        names.add((attributes.name ?? "").toLowerCase());
        lastId = Math.max(lastId, Number(attributes.sheetId) || 0);
      }
      // The sheet that was open stays open: two that are selected would be edited together.
      if (name === "workbookView") {
        isViewed = true;
        const opened = withAttribute(
          xml.slice(start, end),
          "activeTab",
          Number(attributes.activeTab ?? 0) + 1,
        );
        edits.push({ start, end, text: withAttribute(opened, "firstSheet", 0) });
      }
      if (name === "definedName" && attributes.localSheetId !== undefined)
        replace("localSheetId", Number(attributes.localSheetId) + 1);
    },
  });
  if (!list) return xml;
  const p = prefixOf(xml);
  const views = isViewed ? "" : `<${p}bookViews><${p}workbookView activeTab="1"/></${p}bookViews>`;
  const sheet = `<${p}sheet xmlns:hub="${relationshipBase}" name="${escapeXml(freeName(names))}" sheetId="${lastId + 1}" hub:id="${relationship}"/>`;
  edits.push({ start: list.start, end: list.end, text: views + xml.slice(list.start, list.end) + sheet });
  return applyEdits(xml, edits);
}

/** A name for the list that no sheet has. */
function freeName(names: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? findingsSheet : `${findingsSheet} ${number}`;
    if (!names.has(name)) return name;
  }
}
