import { escapeUTF8 } from "entities";

/** The declaration that each part of a package begins with. */
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** An element with its attributes and what is in it. */
export function element(
  name: string,
  attributes: Record<string, string | number> = {},
  ...content: string[]
): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeUTF8(String(value))}"`);
  const inside = content.join("");
  return inside === "" ? `<${name}${list.join("")}/>` : `<${name}${list.join("")}>${inside}</${name}>`;
}

const hancom = "http://www.hancom.co.kr/hwpml";

/** The namespaces of HWPX (OWPML) by their usual prefixes. Hancom's programs expect all of them, used or not. */
export const namespaces = {
  "xmlns:ha": `${hancom}/2011/app`,
  "xmlns:hp": `${hancom}/2011/paragraph`,
  "xmlns:hp10": `${hancom}/2016/paragraph`,
  "xmlns:hs": `${hancom}/2011/section`,
  "xmlns:hc": `${hancom}/2011/core`,
  "xmlns:hh": `${hancom}/2011/head`,
  "xmlns:hhs": `${hancom}/2011/history`,
  "xmlns:hm": `${hancom}/2011/master-page`,
  "xmlns:hpf": "http://www.hancom.co.kr/schema/2011/hpf",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:opf": "http://www.idpf.org/2007/opf/",
  "xmlns:ooxmlchart": `${hancom}/2016/ooxmlchart`,
  "xmlns:hwpunitchar": `${hancom}/2016/HwpUnitChar`,
  "xmlns:epub": "http://www.idpf.org/2007/ops",
  "xmlns:config": "urn:oasis:names:tc:opendocument:xmlns:config:1.0",
};
