import { escapeUTF8 } from "entities";
import { strToU8, type Zippable, zipSync } from "fflate";
import { headerXml } from "./header.ts";
import { SectionWriter } from "./section.ts";
import type { WrittenDocument } from "./written-document.ts";
import { declaration, element, namespaces } from "./xml.ts";

const mediaType = "application/hwp+zip";
const header = "Contents/header.xml";
const section = "Contents/section0.xml";
const rootFile = "Contents/content.hpf";
const versionPart = "version.xml";
const preview = "Preview/PrvText.txt";
/** The same document gives the same bytes: its parts have the earliest date that a ZIP can have. */
const date = new Date(1980, 0, 1);

/** Writes a document as HWPX (KS X 6101), the format of Hancom's word processor. */
export function writeHwpx({ title, blocks }: WrittenDocument): Uint8Array {
  const writer = new SectionWriter();
  const sectionXml = writer.write(blocks);
  const parts: Record<string, string> = {
    [versionPart]: version,
    "META-INF/container.xml": container,
    "META-INF/manifest.xml":
      declaration +
      element("odf:manifest", { "xmlns:odf": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" }),
    [rootFile]: packageXml(title),
    [header]: headerXml(writer.shapes.list),
    [section]: sectionXml,
    // Without the text of a preview some programs do not open a file.
    [preview]: title,
    "settings.xml":
      declaration +
      element(
        "ha:HWPApplicationSetting",
        { "xmlns:ha": namespaces["xmlns:ha"] },
        element("ha:CaretPosition", { listIDRef: 0, paraIDRef: 0, pos: 0 }),
      ),
  };
  // The first part says what the file is, where programs look for it: it is not compressed.
  const files: Zippable = { mimetype: [strToU8(mediaType), { level: 0 }] };
  for (const [name, part] of Object.entries(parts)) files[name] = strToU8(part);
  return zipSync(files, { mtime: date });
}

const version =
  declaration +
  element("hv:HCFVersion", {
    ...{ "xmlns:hv": "http://www.hancom.co.kr/hwpml/2011/version", tagetApplication: "WORDPROCESSOR" },
    ...{ major: 5, minor: 1, micro: 0, buildNumber: 1, os: 1, xmlVersion: "1.4", application: "hub" },
    appVersion: "1",
  });

const container =
  declaration +
  element(
    "ocf:container",
    {
      "xmlns:ocf": "urn:oasis:names:tc:opendocument:xmlns:container",
      "xmlns:hpf": namespaces["xmlns:hpf"],
    },
    element(
      "ocf:rootfiles",
      {},
      element("ocf:rootfile", { "full-path": rootFile, "media-type": "application/hwpml-package+xml" }),
      element("ocf:rootfile", { "full-path": preview, "media-type": "text/plain" }),
    ),
  );

const packageXml = (title: string): string => {
  const items = { header, section0: section, settings: "settings.xml", version: versionPart };
  return (
    declaration +
    element(
      "opf:package",
      { ...namespaces, version: "", "unique-identifier": "", id: "" },
      element(
        "opf:metadata",
        {},
        element("opf:title", {}, escapeUTF8(title)),
        element("opf:language", {}, "ko"),
        element("opf:meta", { name: "creator", content: "text" }, "hub"),
      ),
      element(
        "opf:manifest",
        {},
        ...Object.entries(items).map(([id, href]) =>
          element("opf:item", { id, href, "media-type": "application/xml" }),
        ),
      ),
      element(
        "opf:spine",
        {},
        ...["header", "section0"].map((idref) => element("opf:itemref", { idref, linear: "yes" })),
      ),
    )
  );
};
