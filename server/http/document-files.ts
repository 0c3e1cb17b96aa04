import type { FastifyInstance } from "fastify";
import type { DataSource } from "typeorm";
import { HubError } from "../../schema/core/hub-error.ts";
import { decompress } from "../../schema/subjects/release/compression.ts";

/** Media types by the encoding or format of a document. */
const mediaTypes: Readonly<Record<string, string>> = {
  "UTF-8": "text/plain; charset=utf-8",
  CP949: "text/plain; charset=euc-kr",
  HTML: "text/html",
  DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  HWP: "application/vnd.hancom.hwp",
  HWPX: "application/vnd.hancom.hwpx",
  PDF: "application/pdf",
  XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** `GET /documents/SHA256/file`: a file as it was imported, byte for byte, to be saved and never to be displayed. */
export function serveDocumentFiles(server: FastifyInstance, database: DataSource): void {
  server.get<{ Params: { sha256: string } }>("/documents/:sha256/file", async (request, reply) => {
    const [file]: { name: string; encoding: string; content: Buffer }[] = await database.query(
      "SELECT name, encoding, content FROM source_document WHERE sha256 = $1 ORDER BY release_number DESC LIMIT 1",
      [request.params.sha256],
    );
    if (!file) throw unknownDocument();
    return reply
      .type(mediaTypes[file.encoding] ?? "application/octet-stream")
      .header("content-disposition", `attachment; filename*=UTF-8''${encodeName(file.name)}`)
      .header("content-security-policy", "default-src 'none'; sandbox")
      .header("x-content-type-options", "nosniff")
      .send(await decompress(file.content));
  });
}

/** A name as RFC 5987 writes it in a header. */
const encodeName = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const unknownDocument = (): HubError =>
  new HubError(
    "DOCUMENT_UNKNOWN",
    { ko: "그런 문서가 없습니다.", en: "There is no such document." },
    {
      ko: "주소의 SHA-256을 확인하거나 보유 자료에서 문서를 고르십시오.",
      en: "Check the SHA-256 in the address, or choose a document among the holdings.",
    },
  );
