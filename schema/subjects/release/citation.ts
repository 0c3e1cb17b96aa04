import {
  type EntityField,
  entity,
  integer,
  nullable,
  type PartField,
  sized,
  text,
} from "../../sql/entity.ts";
import { joinDocument, lineUrl, sourceDocument } from "./source-document.ts";
import { citationMappings } from "./table-mapping.ts";

const document: EntityField = {
  is: "link",
  to: sourceDocument,
  nullable: false,
  join: joinDocument,
  description: { ko: "적혀 있는 문서.", en: "The document that contains it." },
};

/** The place that a row was read from; the row has document_id, sheet, line, column and quote. */
export const citation = entity(
  "Citation",
  {
    ko: "수치나 글이 적힌 자리. line과 column은 1부터 셉니다.",
    en: "The place in a document that a figure or text was read from. `line` and `column` count from 1.",
  },
  {
    document,
    sheet: text(
      "sheet",
      "통합문서의 시트 이름. 시트가 없는 문서면 null.",
      "The sheet of a workbook; null in a document without sheets.",
      nullable,
    ),
    line: integer(
      "line",
      "줄 번호, 1부터. 통합문서에서는 행.",
      "Line number, from 1; the row in a workbook.",
    ),
    column: integer(
      '"column"',
      "칸 번호, 1부터. 칸이 없는 줄이면 null.",
      "Cell number, from 1; null if the line has no cells.",
      nullable,
    ),
    quote: sized(
      text(
        "quote",
        "그 자리에 적힌 글자 그대로. 빈칸이면 빈 글.",
        "The exact text at this place; empty for a blank cell.",
      ),
      { weight: 2 },
    ),
    mappings: citationMappings,
    url: sized(
      text(lineUrl, "허브에서 이 줄을 보여 주는 주소(경로).", "Path of the hub's page that shows this line."),
      { weight: 4 },
    ),
  },
);

/** The citation field of every fact. */
export const cited = {
  citation: {
    is: "part",
    of: citation,
    description: { ko: "출처: 문서, 줄, 적힌 글.", en: "Source: document, line and quote." },
  } satisfies PartField,
};

/** The citation fields of every row of a feed. */
export const readFrom = {
  document: { ...document, description: { ko: "적혀 있는 자료 파일.", en: "The file it was read from." } },
  sheet: text(
    "sheet",
    "통합문서의 시트 이름. 시트가 없는 파일이면 null.",
    "The sheet of a workbook; null in a file without sheets.",
    nullable,
  ),
  line: integer("line", "파일의 줄, 1부터.", "Line in the file, from 1; the row in a workbook."),
};
