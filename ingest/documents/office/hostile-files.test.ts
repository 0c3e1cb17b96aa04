import { readFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { deflateRawSync, deflateSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { ZipFile } from "yazl";
import {
  compoundFile,
  docx,
  hwpx,
  pdf,
  pdfPage,
  pdfWithPages,
  withParts,
} from "../../../test/ingest/office-files.ts";
import { readOfficeDocument } from "../read-office-document.ts";
import { convert } from "./convert.ts";
import { convertInWorker } from "./convert-in-worker.ts";

const report = (ending: string): Buffer =>
  readFileSync(`test/contract/office/goyang-1-4-2-2019-Q2.${ending}`);

/** A file header of HWP with other flags. */
function hwpWithFlags(flags: number): Buffer {
  const bytes = Buffer.from(report("hwp"));
  const header = bytes.indexOf("HWP Document File");
  bytes.writeUInt32LE(bytes.readUInt32LE(header + 36) | flags, header + 36);
  return bytes;
}

const hwpHeader = Buffer.concat([
  Buffer.from("HWP Document File".padEnd(32, "\0")),
  Buffer.from([0, 0, 0, 5, 1, 0, 0, 0]),
]);
const hwp = (section: Uint8Array) =>
  compoundFile({
    FileHeader: Buffer.concat([hwpHeader, Buffer.alloc(216)]),
    DocInfo: deflateRawSync(Buffer.alloc(0)),
    "BodyText/Section0": deflateRawSync(section),
  });

/** A DOCX of so many spaces; zlib packs them in a fraction of the time that fflate takes. */
async function docxOfSpaces(count: number): Promise<Buffer> {
  const archive = new ZipFile();
  archive.addBuffer(Buffer.from("<Types/>"), "[Content_Types].xml");
  const [before, after] = ["<w:document><w:body><w:p><w:r><w:t>", "</w:t></w:r></w:p></w:body></w:document>"];
  const body = Buffer.concat([Buffer.from(before), Buffer.alloc(count, " "), Buffer.from(after)]);
  archive.addBuffer(body, "word/document.xml");
  archive.end();
  return buffer(archive.outputStream);
}

const docxBomb = await docxOfSpaces(256 * 2 ** 20);

const page = (text: string) => ({ stream: Buffer.from(`BT /F 12 Tf 50 800 Td (${text}) Tj ET`) });
const scannedPage = { stream: Buffer.from("q 500 0 0 700 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \0 EI Q") };
const invisibleText = "BT 3 Tr /F 12 Tf 50 800 Td (read by a machine) Tj ET";
const garbage = "41".repeat(32);
const encrypted = pdf(
  [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 0 /Kids [] >>",
    `<< /Filter /Standard /V 1 /R 2 /O <${garbage}> /U <${garbage}> /P -4 >>`,
  ],
  `/Encrypt 3 0 R /ID [<${garbage}> <${garbage}>]`,
);

const cells = (count: number) =>
  `<html><table><tr>${"<td>1</td>".repeat(100)}</tr>`.replace(
    /<tr>.*<\/tr>/,
    `<tr>${"<td>1</td>".repeat(100)}</tr>`.repeat(count / 100),
  );
const entities = `<!DOCTYPE d [<!ENTITY a "${"x".repeat(1000)}">${Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY ${"bcdefghij"[level]} "${`&${"abcdefghi"[level]};`.repeat(10)}">`,
).join("")}]>`;

describe("readOfficeDocument refuses, with a remedy", () => {
  test.each<[string, Uint8Array, string]>([
    ["a scanned PDF", pdfWithPages([scannedPage]), "스캔"],
    ["a PDF with one scanned page", pdfWithPages([page("1-4-2"), scannedPage]), "2쪽"],
    ["a scanned PDF whose text a machine guessed", pdfPage(invisibleText), "스캔"],
    ["a PDF with a password", encrypted, "암호"],
    ["an HWP with a password", hwpWithFlags(2), "암호"],
    ["an HWP for distribution only", hwpWithFlags(4), "배포용"],
    [
      "an HWPX with a password",
      withParts(report("hwpx"), { "META-INF/manifest.xml": "<m><encryption-data/></m>" }),
      "암호",
    ],
    ["a DOCX with a password", compoundFile({ EncryptedPackage: Buffer.alloc(5000) }), "암호"],
    ["an HWP 3", Buffer.from("HWP Document File V3.00 \x1a\x01\x02\x03\x04\x05"), "HWP 3"],
    ["a legacy Word document", compoundFile({ WordDocument: Buffer.alloc(5000) }), ".doc"],
    ["a truncated DOCX", report("docx").subarray(0, 20_000), "손상"],
    ["a truncated HWPX", report("hwpx").subarray(0, 9_000), "손상"],
    ["a truncated HWP", report("hwp").subarray(0, 14_000), "손상"],
    ["a truncated PDF", report("pdf").subarray(0, 3_000), "손상"],
    ["a DOCX that ends within its XML", docx("<w:p><w:r><w:t>1-4-2").slice(), "손상"],
    [
      "an HWP with records that reach beyond its end",
      hwp(Buffer.from("42000000ffffffffffffff7f", "hex")),
      "손상",
    ],
    ["a DOCX that unpacks to more than 256 MB", docxBomb, "너무 크"],
    ["an HWP that unpacks to more than 128 MB", hwp(Buffer.alloc(129 * 2 ** 20)), "너무 크"],
    ["an HTML with a million cells", Buffer.from(cells(1_000_000)), "너무 크"],
    [
      "an HTML with 100,000 elements in each other",
      Buffer.from(`<html>${"<div>".repeat(100_000)}1`),
      "너무 크",
    ],
    ["a DOCX with 100,000 elements in each other", docx("<w:sdt>".repeat(100_000)), "너무 크"],
    [
      "a table cell of a billion places",
      hwpx(
        `<hp:p><hp:run><hp:tbl><hp:tr><hp:tc><hp:cellAddr colAddr="0" rowAddr="0"/><hp:cellSpan colSpan="1" rowSpan="1000000000"/></hp:tc></hp:tr></hp:tbl></hp:run></hp:p>`,
      ),
      "너무 크",
    ],
  ])("%s", async (_, bytes, word) => {
    const result = await readOfficeDocument(bytes);
    expect(result).toMatchObject({ finding: { code: "FILE_UNREADABLE", line: null } });
    const { ko, en } = (result as { finding: { message: { ko: string; en: string } } }).finding.message;
    expect(ko).toContain(word);
    expect(ko).toMatch(/주십시오\.$/);
    expect(en).toMatch(/import/i);
  });

  test("a PDF that inflates to gigabytes, at the limit on memory", async () => {
    // Each layer is a thousand times smaller.
    const bomb = deflateSync(deflateSync(Buffer.alloc(400 * 2 ** 20, " ")));
    const bytes = pdfWithPages([{ stream: bomb, filter: "/Filter [/FlateDecode /FlateDecode]" }]);
    const limits = { milliseconds: 60_000, heapMegabytes: 256, grownMegabytes: 200 };
    expect(await convertInWorker("PDF", bytes, limits)).toMatchObject({
      finding: { code: "FILE_UNREADABLE" },
    });
  });

  test("what takes longer, or more memory, than the limits", async () => {
    const bytes = Buffer.from(cells(100_000));
    for (const limits of [
      { milliseconds: 1, heapMegabytes: 256, grownMegabytes: 1024 },
      { milliseconds: 60_000, heapMegabytes: 8, grownMegabytes: 1024 },
    ]) {
      const result = await convertInWorker("HTML", bytes, limits);
      expect(result).toMatchObject({ finding: { code: "FILE_UNREADABLE" } });
    }
  });

  test("text with characters that were lost, at their line", async () => {
    const result = await readOfficeDocument(
      docx("<w:p><w:r><w:t>1-4-2</w:t></w:r></w:p><w:p><w:r><w:t>청\uFFFD</w:t></w:r></w:p>"),
    );
    expect(result).toMatchObject({ finding: { code: "ENCODING_INVALID", line: 2, quote: "청\uFFFD" } });
  });
});

test("entities that a document declares are not expanded", async () => {
  const document = `${entities}<w:document><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>`;
  const result = await readOfficeDocument(withParts(docx(""), { "word/document.xml": document }));
  expect(JSON.stringify(result).length).toBeLessThan(1_000);
});

test.each(["html", "docx", "hwpx", "hwp"] as const)(
  "damaged anywhere, a %s gives a document or a refusal",
  async (ending) => {
    const original = report(ending);
    const format = ending.toUpperCase() as "HTML" | "DOCX" | "HWPX" | "HWP";
    const damage = fc.array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const bytes = Buffer.from(original);
        for (const [at, byte] of changes) bytes[at] = byte;
        const outcome = await convert(format, bytes).catch((error: Error) => error.name);
        // The worker makes a finding of ReadingStopped, and of any other error a damaged document.
        expect(typeof outcome === "string" || outcome.format === format).toBe(true);
      }),
      { numRuns: 25 },
    );
  },
);
