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
