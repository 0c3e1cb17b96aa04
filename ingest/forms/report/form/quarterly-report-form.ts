import { FundingSource } from "../../../../schema/subjects/funding/funding-kinds.ts";
import {
  ContactRole,
  ParticipationKind,
  SectionKind,
} from "../../../../schema/subjects/report/report-kinds.ts";
import type { FormEdition } from "./form-edition.ts";

const word = (title: string, ...variants: string[]) => ({ title, variants });

const fundingSubjects = [
  "집행액",
  "집행현황",
  "집행실적",
  "집행내역",
  "사업비",
  "사업비현황",
  "사업비집행현황",
];
const fundingPlans = [
  "투자계획",
  "투자실적",
  "투자현황",
  "투자액",
  "예산현황",
  "재정투자계획",
  "투자계획및실적",
];
const fundingHeadings = ["연도별", "재원별", "연차별", "연도별재원별", "재원별연도별"].flatMap((by) =>
  [...fundingSubjects, ...fundingPlans].map((subject) => `${by}${subject}`),
);

/** The form on which pledges are reported each quarter. */
export const quarterlyReportForm: FormEdition = {
  name: { ko: "공약 분기 추진실적", en: "quarterly report on a pledge" },
  validFrom: null,
  validTo: null,
  header: {
    code: word("공약번호", "관리번호", "과제번호", "번호", "공약코드"),
    title: word("공약명", "사업명", "공약사업명", "과제명", "공약사업"),
    contacts: {
      DEPARTMENT: word("소관부서", "담당부서", "주관부서", "부서명", "부서"),
      [ContactRole.DIVISION_HEAD]: word("과장"),
      [ContactRole.TEAM_HEAD]: word("팀장"),
      EXTENSION: word("연락처", "전화번호", "전화", "내선", "내선번호", "행정전화"),
      ROLE: word("직위", "직책", "직급"),
      NAME: word("성명", "이름", "성함", "담당자"),
      OTHER_ROLE: word(
        "국장",
        "실장",
        "본부장",
        "소장",
        "단장",
        "부장",
        "계장",
        "주무관",
        "사무관",
        "담당",
        "담당관",
      ),
    },
  },
  parts: {
    RESULTS: word("추진실적 및 향후 추진계획", "추진실적및추진계획", "추진실적및계획", "추진실적및향후계획"),
    PARTICIPATION: word("시민참여 실적", "시민참여", "시민참여현황", "주민참여실적"),
    FUNDING: word("연도별 집행액", ...fundingHeadings),
    ISSUES: word("문제점 및 개선대책", "문제점및대책", "문제점및개선방안", "문제점및개선사항"),
  },
  resultColumns: [
    word("구분"),
    word("추진실적 및 추진계획", "추진실적및향후추진계획", "추진실적및계획", "추진내용", "내용"),
    word("비고"),
  ],
  sections: {
    [SectionKind.BEFORE_QUARTER]: {
      ...word("그동안 추진실적", "그동안의추진실적", "그간추진실적", "그간의추진실적", "기추진실적"),
      remark: "당해 분기 이전 실적",
    },
    [SectionKind.THIS_QUARTER]: {
      ...word("당해분기 추진실적", "당해분기실적", "이번분기추진실적", "금분기추진실적"),
      ...{ afterQuarter: ["추진실적", "실적"], remark: "당해 분기 실적" },
    },
    [SectionKind.PLAN]: {
      ...word("향후 추진계획", "다음분기추진계획", "차분기추진계획"),
      ...{ afterQuarter: ["추진계획", "향후추진계획", "계획"], remark: "향후 추진 계획" },
    },
  },
  participation: {
    columns: {
      [ParticipationKind.MEETING]: word("공약 관련 회의", "공약회의", "관련회의", "회의"),
      [ParticipationKind.BRIEFING]: word("설명회, 민생탐방", "설명회", "주민설명회", "민생탐방"),
      [ParticipationKind.EXPERT_ADVICE]: word("전문가 자문", "자문"),
      [ParticipationKind.PRESS]: word("언론/방송 보도", "언론보도", "방송보도"),
      [ParticipationKind.OTHER]: word("기 타"),
    },
    labels: word("구분", "횟수", "실적", "건수"),
    unit: "회",
  },
  funding: {
    columns: {
      TITLE: word("공약사업명", "공약명", "사업명"),
      SOURCE: word("구분", "재원", "재원별"),
      TOTAL: word("계", "합계", "총계"),
      REMARKS: word("비고"),
      BEFORE_TERM: word("기투자", "기투자액", "임기전"),
      AFTER_TERM: word("임기후", "임기이후"),
    },
    rows: {
      TOTAL: word("계", "합계", "총계", "소계"),
      [FundingSource.NATIONAL]: word("국비"),
      [FundingSource.PROVINCE]: word("도비"),
      [FundingSource.CITY]: word("시비"),
      [FundingSource.OTHER]: word("기타"),
    },
  },
  issues: {
    PROBLEM: word("문제점"),
    REMEDY: word("개선대책", "개선방안"),
  },
};

/** All editions of the form, the current one first. */
export const formEditions: readonly FormEdition[] = [quarterlyReportForm];
