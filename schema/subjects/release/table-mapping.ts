import { entity, type ListField, nullable, text } from "../../sql/entity.ts";

/** A mapping that a document was read by. */
const tableMapping = entity(
  "TableMapping",
  {
    ko: "부서의 표를 허브의 자료로 읽은 규칙(매핑).",
    en: "A mapping: how a department's own table was read as a feed.",
  },
  {
    name: text("name", "매핑 파일의 이름.", "Name of the mapping's file."),
    feed: text(
      "feed",
      "읽은 자료의 이름, 예: purchase.",
      "Name of the feed that the rows became, e.g. purchase.",
    ),
    sheet: text(
      "sheet",
      "읽은 시트. 시트가 없는 문서면 null.",
      "The sheet that was read; null in a document without sheets.",
      nullable,
    ),
    json: text("json", "매핑의 JSON, 글자 그대로.", "JSON of the mapping, letter for letter."),
  },
);

/** The mappings by which a document was read. */
export const documentMappings: ListField = {
  is: "list",
  of: tableMapping,
  rows: (alias, _, __, row) => ({
    from: `document_mapping AS ${alias}`,
    where: `${alias}.municipality_id = ${row}.municipality_id AND ${alias}.document_id = ${row}.id`,
    order: `${alias}.position`,
  }),
  description: {
    ko: "이 문서를 읽은 매핑. 허브의 서식이면 빈 목록.",
    en: "The mappings by which the document was read; empty for one on the hub's own forms.",
  },
};

/** The mappings by which the sheet of a citation was read. */
export const citationMappings: ListField = {
  is: "list",
  of: tableMapping,
  rows: (alias, _, __, row) => ({
    from: `document_mapping AS ${alias}`,
    where: `${alias}.municipality_id = ${row}.municipality_id AND ${alias}.document_id = ${row}.document_id
      AND ${alias}.sheet IS NOT DISTINCT FROM ${row}.sheet`,
    order: `${alias}.position`,
  }),
  description: {
    ko: "이 자리를 읽은 매핑. 허브의 서식이면 빈 목록.",
    en: "The mappings by which this place was read; empty on the hub's own forms.",
  },
};
