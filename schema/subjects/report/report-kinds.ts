import { registerEnumType } from "type-graphql";
import { describe } from "../../core/localized.ts";

/** The three sections of results and plans of a quarterly report. */
export enum SectionKind {
  BEFORE_QUARTER = "BEFORE_QUARTER",
  THIS_QUARTER = "THIS_QUARTER",
  PLAN = "PLAN",
}

/** Who answers for a pledge: 과장 and 팀장. */
export enum ContactRole {
  DIVISION_HEAD = "DIVISION_HEAD",
  TEAM_HEAD = "TEAM_HEAD",
}

/** The columns of the table of citizen participation. */
export enum ParticipationKind {
  MEETING = "MEETING",
  BRIEFING = "BRIEFING",
  EXPERT_ADVICE = "EXPERT_ADVICE",
  PRESS = "PRESS",
  OTHER = "OTHER",
}

/** The kinds of course that a report counts learners of. */
export enum CourseKind {
  BASIC_ADVANCED = "BASIC_ADVANCED",
  OUTREACH = "OUTREACH",
}

registerEnumType(SectionKind, {
  name: "SectionKind",
  description: describe("추진실적과 계획의 세 부분.", "The three sections of results and plans."),
  valuesConfig: {
    BEFORE_QUARTER: {
      description: describe("그동안 추진실적(당해 분기 이전)", "Results before the quarter"),
    },
    THIS_QUARTER: { description: describe("당해 분기 추진실적", "Results of the quarter") },
    PLAN: { description: describe("다음 분기 추진계획", "Plans for the next quarter") },
  },
});

registerEnumType(ContactRole, {
  name: "ContactRole",
  description: describe("공약을 맡은 사람의 자리.", "Who answers for a pledge."),
  valuesConfig: {
    DIVISION_HEAD: { description: describe("과장", "Division head") },
    TEAM_HEAD: { description: describe("팀장", "Team head") },
  },
});

registerEnumType(ParticipationKind, {
  name: "ParticipationKind",
  description: describe("시민참여의 종류.", "Kinds of citizen participation."),
  valuesConfig: {
    MEETING: { description: describe("공약 관련 회의", "Meetings on the pledge") },
    BRIEFING: { description: describe("설명회, 민생탐방", "Briefings and visits") },
    EXPERT_ADVICE: { description: describe("전문가 자문", "Expert advice") },
    PRESS: { description: describe("언론·방송 보도", "Press and broadcast") },
    OTHER: { description: describe("기타", "Other") },
  },
});

registerEnumType(CourseKind, {
  name: "CourseKind",
  description: describe("아카데미 과정의 종류.", "Kinds of academy course."),
  valuesConfig: {
    BASIC_ADVANCED: { description: describe("기초·심화", "Basic and advanced") },
    OUTREACH: { description: describe("찾아가는", "Outreach") },
  },
});
