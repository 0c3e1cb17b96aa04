import { addAll, type Fragment } from "../layout/fragments.ts";
import { readIssueHeading } from "../layout/headings.ts";
import type { Line } from "../layout/lines-and-cells.ts";
import { isBlank } from "../layout/lines-and-cells.ts";
import { fragmentsOf } from "./sections.ts";

/** A list of the last part, 문제점 or 개선대책, before its bullets are read. */
export interface IssueText {
  kind: "PROBLEM" | "REMEDY";
  /** The line of its heading. */
  line: number;
  fragments: Fragment[];
}

/** Gives each line of the part to 문제점 or 개선대책; what stands before the first heading counts as 문제점. */
export function splitIssues(lines: Line[]): {
  issues: IssueText[];
  misprints: { line: Line; misprintOf: string }[];
} {
  const issues: IssueText[] = [];
  const misprints: { line: Line; misprintOf: string }[] = [];
  const listOf = (kind: IssueText["kind"], line: number): Fragment[] => {
    const earlier = issues.find((issue) => issue.kind === kind);
    if (earlier) return earlier.fragments;
    const issue = { kind, line, fragments: [] };
    issues.push(issue);
    return issue.fragments;
  };
  let current: Fragment[] | undefined;
  for (const line of lines) {
    const heading = readIssueHeading(line);
    if (heading) {
      current = listOf(heading.meaning, line.number);
      if (heading.misprintOf) misprints.push({ line, misprintOf: heading.misprintOf });
      // ○ 문제점 : 예산 부족 and 문제점⇥- 예산 부족 have the text on the line of the heading.
      const rest = line.text.slice(heading.length);
      if (!isBlank(rest)) current.push({ line: line.number, column: null, raw: rest, row: true });
    } else if (current || !isBlank(line.text)) {
      current ??= listOf("PROBLEM", line.number);
      addAll(current, fragmentsOf(line));
    }
  }
  return { issues, misprints };
}
