import type { Form, FormColumn } from "../../feeds/feed.ts";
import { budgetFeed } from "../funding/budget-feed.ts";
import { pledgeFeed } from "../pledge/pledge-feed.ts";
import { ContactRole, ParticipationKind, SectionKind } from "./report-kinds.ts";

const text = (field: string, heading: string, english?: string): FormColumn => ({
  ...{ field, heading, english },
  type: { is: "text" },
});
const key = (column: FormColumn): FormColumn => ({ ...column, key: true });
const [source] = budgetFeed.columns.filter(({ field }) => field === "source");
const pledgeAndQuarter = pledgeFeed.columns.filter((column) => column.key);

const parts = {
  "그동안 추진실적": SectionKind.BEFORE_QUARTER,
  "당해 분기 추진실적": SectionKind.THIS_QUARTER,
  "다음 분기 추진계획": SectionKind.PLAN,
  문제점: "PROBLEM",
  개선대책: "REMEDY",
  과장: ContactRole.DIVISION_HEAD,
  팀장: ContactRole.TEAM_HEAD,
  "공약 관련 회의": ParticipationKind.MEETING,
  "설명회, 민생탐방": ParticipationKind.BRIEFING,
  "전문가 자문": ParticipationKind.EXPERT_ADVICE,
  "언론/방송 보도": ParticipationKind.PRESS,
  기타: ParticipationKind.OTHER,
};

/** What a quarterly report states beside title and department, which are the pledge feed's too. */
export const reportForm: Form = {
  table: "report",
  title: { ko: "분기 추진실적", en: "Quarterly reports" },
  subject: "REPORT",
  period: "quarter",
  stored: { reported: "true" },
  columns: [
    ...pledgeAndQuarter,
    key({ field: "part", heading: "부분", type: { is: "choice", choices: parts } }),
    text("family_name", "담당자의 성", "family name of a contact"),
    text("extension", "담당자의 전화", "extension of a contact"),
    text("statements", "내용", "text"),
    {
      ...{ field: "count", heading: "시민참여 횟수", english: "times citizens took part" },
      ...{ type: { is: "count" }, unit: "회" },
    },
  ],
};

/** The amounts of a quarterly report: facts about funding, beside those of the budget feed. */
export const reportedFunding: Pick<Form, "subject" | "columns"> = {
  subject: budgetFeed.subject,
  columns: [
    ...pledgeAndQuarter,
    source!,
    key(text("period", "기간")),
    { field: "published", heading: "공표액", type: { is: "won" } },
  ],
};
