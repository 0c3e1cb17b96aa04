/** The declaration that each part of a package begins with. */
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for an element or an attribute. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => entities[character]!);

/** An element with its attributes and what is in it. */
export function element(
  name: string,
  attributes: Record<string, string | number> = {},
  ...content: string[]
): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  const inside = content.join("");
  return inside === "" ? `<${name}${list.join("")}/>` : `<${name}${list.join("")}>${inside}</${name}>`;
}

/** The namespaces of HWPX (OWPML) by their usual prefixes. */
export const namespaces = {
  "xmlns:ha": "http://www.hancom.co.kr/hwpml/2011/app",
  "xmlns:hp": "http://www.hancom.co.kr/hwpml/2011/paragraph",
  "xmlns:hs": "http://www.hancom.co.kr/hwpml/2011/section",
  "xmlns:hc": "http://www.hancom.co.kr/hwpml/2011/core",
  "xmlns:hh": "http://www.hancom.co.kr/hwpml/2011/head",
  "xmlns:hpf": "http://www.hancom.co.kr/schema/2011/hpf",
  "xmlns:opf": "http://www.idpf.org/2007/opf/",
};
