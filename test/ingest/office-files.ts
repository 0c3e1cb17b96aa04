import { CFB } from "@e965/xlsx";
import { strToU8, unzipSync, zipSync } from "fflate";

/** An archive with some of its parts replaced or added. */
export const withParts = (archive: Uint8Array, parts: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync({
    ...unzipSync(archive),
    ...Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
    ),
  });

/** A DOCX with this body. */
export const docx = (body: string, parts: Record<string, string> = {}): Uint8Array =>
  withParts(zipSync({}), {
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": `<w:document><w:body>${body}</w:body></w:document>`,
    ...parts,
  });

/** An HWPX with this section. */
export const hwpx = (section: string, parts: Record<string, string> = {}): Uint8Array =>
  withParts(zipSync({}), {
    mimetype: "application/hwp+zip",
    "Contents/section0.xml": `<hs:sec>${section}</hs:sec>`,
    ...parts,
  });

/** A compound file with these streams. */
export function compoundFile(streams: Record<string, Uint8Array>): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, content);
  return new Uint8Array(CFB.write(file, { type: "buffer" }));
}

/** A PDF of these objects, numbered from 1: the first is its catalogue. `trailer` adds to the trailer. */
export function pdf(
  objects: (string | { dictionary: string; stream: Uint8Array })[],
  trailer = "",
): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  const offsets: number[] = [];
  const size = () => parts.reduce((sum, { length }) => sum + length, 0);
  objects.forEach((object, index) => {
    offsets.push(size());
    parts.push(Buffer.from(`${index + 1} 0 obj\n`));
    if (typeof object === "string") parts.push(Buffer.from(object));
    else {
      parts.push(Buffer.from(`<< ${object.dictionary} /Length ${object.stream.length} >>\nstream\n`));
      parts.push(Buffer.from(object.stream), Buffer.from("\nendstream"));
    }
    parts.push(Buffer.from("\nendobj\n"));
  });
  const start = size();
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`),
    Buffer.from(
      `trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}

/** A PDF of one page with this content, and these resources besides the font /F. */
export const pdfPage = (content: string, resources = "", filter = ""): Uint8Array =>
  pdfWithPages([{ stream: Buffer.from(content), filter }], resources);

/** A PDF whose pages have these content streams. */
export function pdfWithPages(pages: { stream: Uint8Array; filter?: string }[], resources = ""): Uint8Array {
  const first = 4;
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(" ");
  return pdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...pages.flatMap(({ stream, filter = "" }, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + index * 2 + 1} 0 R
        /Resources << /Font << /F 3 0 R >> ${resources} >> >>`,
      { dictionary: filter, stream },
    ]),
  ]);
}
