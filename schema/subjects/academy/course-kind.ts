/** The kinds of course: 기초·심화 과정 and 찾아가는 아카데미. */
export enum CourseKind {
  BASIC_ADVANCED = "BASIC_ADVANCED",
  OUTREACH = "OUTREACH",
}
