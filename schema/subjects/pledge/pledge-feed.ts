import type { Feed, Identity } from "../../feeds/feed.ts";
import { PledgeState } from "./pledge-state.ts";

/** 1-4-2 becomes 000001-000004-000002, so that codes sort by their numbers. */
const sortCode =
  "regexp_replace(regexp_replace(code, '([0-9]+)', '00000\\1', 'g'), '0{0,5}([0-9]{6,})', '\\1', 'g')";

/** A pledge has one id in all quarters, and exists as long as a row of any quarter states it. */
export const pledgeIdentity: Identity = {
  known: `SELECT DISTINCT code AS written, pledge.id FROM pledge JOIN pledge_quarter
      ON (pledge_quarter.municipality_id, pledge_id) = (pledge.municipality_id, pledge.id)
    WHERE pledge.municipality_id = $2 AND known_to = $1`,
  assign: `INSERT INTO pledge (municipality_id, code, sort_code) SELECT $2, code, ${sortCode} FROM unnest($1::text[]) AS code
    ON CONFLICT (municipality_id, code) DO UPDATE SET sort_code = excluded.sort_code RETURNING code AS written, id`,
};

/** Pledges by quarter: title, department and state of progress. */
export const pledgeFeed: Feed = {
  name: "pledge",
  table: "pledge_quarter",
  title: { ko: "공약 이행상태", en: "Pledges and their states" },
  subject: "PLEDGE",
  period: "quarter",
  plausible: [{ is: "past", field: "quarter" }],
  identity: pledgeIdentity,
  stored: {
    where: "stated_by = 'FEED'",
    fixed: { stated_by: "FEED" },
    columns: [
      { name: "pledge_id", role: "key" },
      { name: "quarter", role: "key" },
      { name: "title", role: "value", measure: "title" },
      { name: "department_id", role: "value", measure: "department" },
      { name: "state", role: "value", measure: "state" },
      { name: "column", role: "extra" },
      { name: "quote", role: "extra" },
    ],
    rowsOf: ({ line, id, values: [, title, department, quarter, state] }, cell) => {
      const { column, quote } = cell(line, "title");
      return [{ line, values: [id, quarter!, title!, department!, state!, column, quote] }];
    },
  },
  columns: [
    {
      field: "code",
      heading: "공약번호",
      type: { is: "text" },
      key: true,
      means: { ko: "공약의 번호", en: "code of the pledge" },
      example: "1-4-2",
      synonyms: ["관리번호", "공약관리번호", "공약코드", "번호"],
    },
    {
      field: "title",
      heading: "공약명",
      type: { is: "text" },
      means: { ko: "공약의 이름", en: "title of the pledge" },
      example: "사회적경제기업 지원시스템 구축",
      synonyms: ["공약", "공약사업명", "공약명칭", "사업명", "과제명", "공약사업"],
    },
    {
      field: "department",
      heading: "소관부서",
      type: { is: "text" },
      references: "department",
      reporter: true,
      means: { ko: "그 분기에 공약을 맡은 부서", en: "the department in charge at the quarter" },
      example: "소상공인지원과",
      synonyms: ["추진부서", "담당부서", "주관부서", "부서", "부서명", "소관과", "담당과"],
    },
    {
      field: "quarter",
      heading: "기준분기",
      type: { is: "quarter" },
      key: true,
      means: { ko: "상태를 본 분기", en: "the quarter that the state is of" },
      example: "2025-Q1",
      synonyms: ["점검시기", "기준시점", "시점", "분기", "점검분기", "보고분기", "기준"],
    },
    {
      field: "state",
      heading: "이행상태",
      type: {
        is: "choice",
        choices: {
          완료: PledgeState.COMPLETED,
          이행후계속추진: PledgeState.COMPLETED_CONTINUING,
          정상추진: PledgeState.ON_TRACK,
          일부추진: PledgeState.PARTIAL,
          보류: PledgeState.SUSPENDED,
          폐기: PledgeState.ABANDONED,
          통합: PledgeState.MERGED,
        },
        spellings: {
          이행완료: "완료",
          추진완료: "완료",
          "완료 후 계속추진": "이행후계속추진",
          "이행완료 후 계속추진": "이행후계속추진",
          정상추진중: "정상추진",
          일부추진중: "일부추진",
        },
      },
      reports: true,
      means: { ko: "이행 상태, 모르면 비움", en: "state of progress; blank where not known" },
      example: "정상추진",
      synonyms: ["추진상태", "상태", "진행상태", "추진상황", "이행현황", "추진현황"],
    },
  ],
};
