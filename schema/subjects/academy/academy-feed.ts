import type { Feed } from "../../feeds/feed.ts";
import { CourseKind } from "./course-kind.ts";

/** Courses of the academy by quarter: target, enrolled and completed people. */
export const academyFeed: Feed = {
  name: "academy",
  table: "course_quarter",
  title: { ko: "아카데미", en: "Academy" },
  subject: "COURSE",
  period: "quarter",
  plausible: [{ is: "near", field: "quarter", years: 10 }],
  notAbove: [["completed", "enrolled"]],
  columns: [
    {
      field: "code",
      heading: "과정코드",
      type: { is: "text" },
      key: true,
      means: { ko: "과정의 코드", en: "code of the course" },
      example: "A01",
    },
    {
      field: "name",
      heading: "과정명",
      type: { is: "text" },
      required: true,
      means: { ko: "과정의 이름", en: "name of the course" },
      example: "협동조합 입문",
    },
    {
      field: "kind",
      heading: "유형",
      type: {
        is: "choice",
        choices: { 기초·심화: CourseKind.BASIC_ADVANCED, 찾아가는: CourseKind.OUTREACH },
        spellings: {
          "기초 및 심화": "기초·심화",
          "찾아가는 교육": "찾아가는",
          "찾아가는 아카데미": "찾아가는",
        },
      },
      required: true,
      means: { ko: "과정의 유형", en: "kind of course" },
      example: "기초·심화",
    },
    {
      field: "quarter",
      heading: "분기",
      type: { is: "quarter" },
      key: true,
      means: { ko: "과정을 연 분기", en: "quarter of the course" },
      example: "2025-Q1",
    },
    {
      field: "target",
      heading: "목표인원",
      type: { is: "count" },
      unit: "명",
      means: { ko: "모집하려는 사람 수", en: "how many are to enrol" },
      example: "80",
    },
    {
      field: "enrolled",
      heading: "수강인원",
      type: { is: "count" },
      unit: "명",
      means: { ko: "수강한 사람 수, 모르면 비움", en: "how many enrolled; blank where not known" },
      example: "104",
    },
    {
      field: "completed",
      heading: "수료인원",
      type: { is: "count" },
      unit: "명",
      means: { ko: "수료한 사람 수, 모르면 비움", en: "how many completed; blank where not known" },
      example: "79",
    },
    {
      field: "pledge",
      heading: "공약번호",
      type: { is: "text" },
      references: "pledge",
      means: { ko: "과정이 딸린 공약", en: "the pledge it belongs to" },
      example: "1-4-2",
    },
  ],
};
