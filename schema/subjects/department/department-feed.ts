import type { Feed } from "../../feeds/feed.ts";

/** The departments of a municipality. */
export const departmentFeed: Feed = {
  name: "department",
  table: "department",
  title: { ko: "부서", en: "Departments" },
  subject: null,
  identity: {
    known: "SELECT name AS written, id FROM department WHERE municipality_id = $2 AND known_to = $1",
    // A department that was ended and is published again keeps its id, and so its older facts.
    assign: `SELECT written,
        (SELECT id FROM department WHERE municipality_id = $2 AND name = written ORDER BY known_to DESC LIMIT 1) AS id
      FROM unnest($1::text[]) AS written`,
  },
  stored: {
    duplicates: "ALLOWED",
    columns: [
      { name: "id", role: "extra" },
      { name: "name", role: "key" },
      { name: "column", role: "extra" },
      { name: "quote", role: "extra" },
    ],
    rowsOf: ({ line, id, values: [name] }, cell) => {
      const { column, quote } = cell(line, "name");
      return [{ line, values: [id, name!, column, quote] }];
    },
  },
  columns: [
    {
      field: "name",
      heading: "부서명",
      type: { is: "text" },
      key: true,
      typical: /(?:과|실|국|단|소|관|팀|원|회|청|처|부|센터|본부|담당|동|읍|면|구|반)(?:\([^()]*\))?$/,
      means: { ko: "부서의 이름", en: "name of the department" },
      example: "소상공인지원과",
      synonyms: ["부서", "과명"],
    },
  ],
};
