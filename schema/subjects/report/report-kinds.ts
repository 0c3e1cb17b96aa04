import { declareEnum } from "../../core/enum-words.ts";

/** The three sections of results and plans of a quarterly report. */
export enum SectionKind {
  BEFORE_QUARTER = "BEFORE_QUARTER",
  THIS_QUARTER = "THIS_QUARTER",
  PLAN = "PLAN",
}
/** Labels of the sections. */
export const sectionKindWords = declareEnum(SectionKind, {
  name: "SectionKind",
  description: { ko: "추진실적과 계획의 세 부분.", en: "The three sections of results and plans." },
  values: {
    BEFORE_QUARTER: {
      ko: "그동안 추진실적",
      en: "Results before the quarter",
      meaning: { ko: "그동안 추진실적(당해 분기 이전)", en: "Results before the quarter" },
    },
    THIS_QUARTER: { ko: "당해 분기 추진실적", en: "Results of the quarter" },
    PLAN: { ko: "다음 분기 추진계획", en: "Plans for the next quarter" },
  },
});

/** The two lists at the end of a quarterly report. */
export enum IssueKind {
  PROBLEM = "PROBLEM",
  REMEDY = "REMEDY",
}
declareEnum(IssueKind, {
  name: "IssueKind",
  description: { ko: "문제점과 개선대책.", en: "Problems and remedies." },
  values: {
    PROBLEM: { ko: "문제점", en: "Problem" },
    REMEDY: { ko: "개선대책", en: "Remedy" },
  },
});

/** Roles of the people responsible for a pledge: 과장 and 팀장. */
export enum ContactRole {
  DIVISION_HEAD = "DIVISION_HEAD",
  TEAM_HEAD = "TEAM_HEAD",
}
/** Labels of the roles. */
export const contactRoleWords = declareEnum(ContactRole, {
  name: "ContactRole",
  description: { ko: "공약을 맡은 사람의 자리.", en: "Roles of the people responsible for a pledge." },
  values: {
    DIVISION_HEAD: { ko: "과장", en: "Division head" },
    TEAM_HEAD: { ko: "팀장", en: "Team head" },
  },
});

/** The columns of the table of citizen participation. */
export enum ParticipationKind {
  MEETING = "MEETING",
  BRIEFING = "BRIEFING",
  EXPERT_ADVICE = "EXPERT_ADVICE",
  PRESS = "PRESS",
  OTHER = "OTHER",
}
/** Labels of the kinds. */
export const participationKindWords = declareEnum(ParticipationKind, {
  name: "ParticipationKind",
  description: { ko: "시민참여의 종류.", en: "Kinds of citizen participation." },
  values: {
    MEETING: { ko: "공약 관련 회의", en: "Meetings on the pledge" },
    BRIEFING: { ko: "설명회, 민생탐방", en: "Briefings and visits" },
    EXPERT_ADVICE: { ko: "전문가 자문", en: "Expert advice" },
    PRESS: { ko: "언론·방송 보도", en: "Press and broadcast" },
    OTHER: { ko: "기타", en: "Other" },
  },
});
