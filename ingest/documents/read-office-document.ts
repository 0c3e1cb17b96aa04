import type { FindingDraft } from "../draft-finding.ts";
import type { DocumentModel } from "./document-model.ts";
import { convertInWorker } from "./office/convert-in-worker.ts";
import { officeFormat } from "./office/office-format.ts";
import { documentTooLarge } from "./office/unreadable-document.ts";
import { ReadingStopped } from "./table.ts";

const maxBytes = 64 * 2 ** 20;

/**
 * An HTML, DOCX, HWP, HWPX or PDF file as a document, recognised by its content; the finding that rejects it; or null
 * for a file that is none of these, such as a text or a workbook.
 */
export async function readOfficeDocument(
  bytes: Uint8Array,
): Promise<DocumentModel | { finding: FindingDraft } | null> {
  try {
    const format = await officeFormat(bytes);
    if (format && bytes.byteLength > maxBytes) throw documentTooLarge();
    return format && (await convertInWorker(format, bytes));
  } catch (error) {
    if (error instanceof ReadingStopped) return { finding: error.finding };
    throw error;
  }
}
