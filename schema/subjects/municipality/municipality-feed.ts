import type { Feed } from "../../feeds/feed.ts";

/** Municipalities: their code, name, and whether they are synthetic. */
export const municipalityFeed: Feed = {
  name: "municipality",
  table: "municipality",
  title: { ko: "지자체", en: "Municipalities" },
  subject: null,
  ofHub: true,
  identity: {
    assign: `SELECT written, (SELECT id FROM municipality WHERE code = written ORDER BY known_to DESC LIMIT 1) AS id
      FROM unnest($1::text[]) AS written`,
  },
  stored: {
    origin: [],
    columns: [
      { name: "id", role: "extra" },
      { name: "code", role: "key" },
      { name: "name", role: "value", measure: "name" },
      { name: "synthetic", role: "value", measure: "synthetic" },
    ],
    rowsOf: ({ line, id, values }) => [{ line, values: [id, ...values] }],
  },
  columns: [
    {
      field: "code",
      heading: "지자체코드",
      type: { is: "text" },
      digits: 5,
      key: true,
      means: { ko: "행정표준코드 다섯 자리", en: "the five digits of the administrative code" },
      example: "41280",
    },
    {
      field: "name",
      heading: "지자체명",
      type: { is: "text" },
      required: true,
      means: { ko: "지자체의 이름", en: "name of the municipality" },
      example: "고양시",
    },
    {
      field: "synthetic",
      heading: "합성여부",
      type: { is: "yesNo" },
      required: true,
      means: { ko: "지어낸 표본 자료이면 예", en: "예 (yes) where the data are made up" },
      example: "아니오",
    },
  ],
};
