import type { DocumentModel } from "../document-model.ts";
import { buildModel } from "./build-model.ts";
import type { DraftDocument } from "./draft-document.ts";
import type { OfficeFormat } from "./office-format.ts";

/** The readers, each loaded when it is needed: those of HWP and PDF are large. */
const readers: Record<OfficeFormat, (bytes: Uint8Array) => Promise<DraftDocument>> = {
  HTML: async (bytes) => (await import("./html/read-html.ts")).readHtml(bytes),
  DOCX: async (bytes) => (await import("./docx/read-docx.ts")).readDocx(bytes),
  HWP: async (bytes) => (await import("./hwp/read-hwp.ts")).readHwp(bytes),
  HWPX: async (bytes) => (await import("./hwpx/read-hwpx.ts")).readHwpx(bytes),
  PDF: async (bytes) => (await import("./pdf/read-pdf.ts")).readPdf(bytes),
};

/** Reads a document in this thread. Throws ReadingStopped, and other errors for content that its reader did not expect. */
export const convert = async (format: OfficeFormat, bytes: Uint8Array): Promise<DocumentModel> =>
  buildModel(format, await readers[format](bytes));
