import { ID, Int } from "type-graphql";
import { entity, integer, sized, text, value } from "../../sql/entity.ts";
import { paged } from "../../sql/paged.ts";
import type { JoinSql, RowSql } from "../../sql/row-sql.ts";
import { joinMunicipality, municipality } from "../municipality/municipality.ts";
import { officeFormats } from "./document-blocks.ts";
import { documentLine, readLines } from "./document-lines.ts";

/** Number of lines per page of a document. */
export const linesPerPage = 500;

const pathOfSql = (document: string): string => `'/documents/' || ${document}.sha256`;

/** A file that the hub has read. */
export const sourceDocument = entity(
  "SourceDocument",
  { ko: "허브가 읽은 문서나 자료 파일.", en: "A document or data file that the hub has read." },
  {
    name: text("name", "가져올 때의 파일 이름.", "Name of the file when it was imported."),
    sha256: sized(
      text(
        "sha256",
        "파일 내용의 SHA-256(16진수). 같은 값이면 같은 파일입니다.",
        "SHA-256 of the bytes, in hexadecimal; equal values denote the same file.",
      ),
      { weight: 2 },
    ),
    encoding: text(
      "encoding",
      "글로 된 문서면 읽은 글자 부호(UTF-8, CP949, UTF-16LE, UTF-16BE), 그 밖에는 형식(XLSX, XLS, ODS, HTML, DOCX, HWP, HWPX, PDF …).",
      "Encoding that a text was read with (UTF-8, CP949, UTF-16LE, UTF-16BE); the format of any other document (XLSX, XLS, ODS, HTML, DOCX, HWP, HWPX, PDF …).",
    ),
    byteCount: integer("byte_count", "크기(바이트).", "Size in bytes."),
    lineCount: integer("line_count", "줄 수.", "Number of lines."),
    sheets: sized(
      value(
        () => [String],
        (document) => `coalesce(${document}.sheets, '[]')`,
        "통합문서에서 읽은 시트의 이름. 시트가 없는 문서면 빈 목록.",
        "Names of the sheets read from a workbook; empty for a document without sheets.",
      ),
      { elements: 10 },
    ),
    municipality: {
      is: "link",
      to: municipality,
      nullable: false,
      join: joinMunicipality,
      description: { ko: "문서를 낸 지자체.", en: "The municipality that the document belongs to." },
    },
    synthetic: value(
      () => Boolean,
      (document) =>
        `(SELECT synthetic FROM municipality WHERE id = ${document}.municipality_id ORDER BY known_to DESC LIMIT 1)`,
      "실제가 아니라 지어낸 지자체의 문서면 참.",
      "True if the document belongs to a synthetic city, not a real one.",
    ),
    url: sized(
      value(
        () => ID,
        pathOfSql,
        "허브에서 이 문서를 보여 주는 주소(경로).",
        "Path of the hub's page for this document.",
      ),
      { weight: 3 },
    ),
    fileUrl: sized(
      value(
        () => ID,
        (document) => `${pathOfSql(document)} || '/file'`,
        "가져온 파일을 그대로 내려받는 주소(경로).",
        "Path that downloads the file as it was imported, byte for byte.",
      ),
      { weight: 3 },
    ),
    lines: {
      is: "computed",
      type: () => [documentLine.type],
      nullable: false,
      description: { ko: "문서의 줄들, 글자 그대로.", en: "Lines of the document, with their exact text." },
      arguments: {
        from: {
          type: () => Int,
          nullable: false,
          default: 1,
          description: { ko: "첫 줄 번호, 1부터.", en: "Number of the first line, from 1." },
        },
        first: {
          type: () => Int,
          nullable: false,
          default: linesPerPage,
          description: { ko: "줄 수, 1000까지.", en: "Number of lines, at most 1000." },
        },
        sheet: {
          type: () => String,
          nullable: true,
          description: {
            ko: "통합문서의 시트. 빼면 첫 시트.",
            en: "Sheet of a workbook; default: the first.",
          },
        },
      },
      inputs: {
        id: (document) => `${document}.id`,
        municipalityId: (document) => `${document}.municipality_id`,
        encoding: (document) => `${document}.encoding`,
        sheets: (document) => `${document}.sheets`,
      },
      compute: readLines,
    },
  },
);

paged(sourceDocument, "문서", "documents");

/** LEFT JOIN of the document that a row was read from. */
export const joinDocument: JoinSql = (row, alias, scope) =>
  `LEFT JOIN source_document AS ${alias}
    ON ${scope.ofMunicipality(alias, `${row}.municipality_id`)} AND ${alias}.id = ${row}.document_id`;

/**
 * SQL of the path that shows the line a row was read from, on the right page of a long document, and the cell in an
 * office document.
 */
export const lineUrl: RowSql = (row, scope) => {
  const first = `(${row}.line - 1) / ${linesPerPage} * ${linesPerPage} + 1`;
  const sheet = `CASE WHEN ${row}.sheet IS NOT NULL THEN 'sheet=' || ${percentEncoded(`${row}.sheet`)} END`;
  const from = `CASE WHEN ${row}.line > ${linesPerPage} THEN 'from=' || (${first}) END`;
  const cell = `CASE WHEN encoding IN (${officeFormats.map((format) => `'${format}'`)}) THEN 'C' || ${row}."column" END`;
  return `(SELECT '/documents/' || sha256 || coalesce('?' || nullif(concat_ws('&', ${sheet}, ${from}), ''), '')
      || '#L' || ${row}.line || coalesce(${cell}, '')
    FROM source_document
    WHERE ${scope.ofMunicipality("source_document", `${row}.municipality_id`)} AND id = ${row}.document_id)`;
};

/** SQL of a text, encoded for the query of a URL. */
const percentEncoded = (sql: string): string => `(
  SELECT string_agg(CASE WHEN letter ~ '[A-Za-z0-9*._-]' THEN letter WHEN letter = ' ' THEN '+'
    ELSE regexp_replace(upper(encode(convert_to(letter, 'UTF8'), 'hex')), '(..)', '%\\1', 'g') END, '' ORDER BY place)
  FROM regexp_split_to_table(${sql}, '') WITH ORDINALITY AS letters (letter, place))`;
