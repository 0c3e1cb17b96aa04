import { addAll, type Fragment } from "../layout/fragments.ts";
import type { IssueHeading } from "../layout/headings.ts";
import { isBlank, type Line } from "../layout/lines-and-cells.ts";
import { fragmentsOf } from "./sections.ts";

/** A list of the last part, 문제점 or 개선대책, before its bullets are parsed. */
export interface IssueText {
  kind: "PROBLEM" | "REMEDY";
  /** The line of its heading. */
  line: number;
  fragments: Fragment[];
}

/** Assigns the lines of the part to 문제점 or 개선대책; text before the first heading counts as 문제점. */
export function splitIssues(items: (Line | IssueHeading)[]): IssueText[] {
  const issues: IssueText[] = [];
  const listOf = (kind: IssueText["kind"], line: number): Fragment[] => {
    const earlier = issues.find((issue) => issue.kind === kind);
    if (earlier) return earlier.fragments;
    const issue = { kind, line, fragments: [] };
    issues.push(issue);
    return issue.fragments;
  };
  let current: Fragment[] | undefined;
  for (const item of items) {
    if ("meaning" in item) {
      const { meaning, line, length } = item;
      current = listOf(meaning, line.number);
      // ○ 문제점 : 예산 부족 and 문제점⇥- 예산 부족 have the text on the line of the heading.
      const rest = line.text.slice(length);
      if (!isBlank(rest)) current.push({ line: line.number, column: null, raw: rest, row: true });
    } else if (current || !isBlank(item.text)) {
      current ??= listOf("PROBLEM", item.number);
      addAll(current, fragmentsOf(item));
    }
  }
  return issues;
}
