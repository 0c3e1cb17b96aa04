import { SectionKind } from "../../../../schema/subjects/report/report-kinds.ts";
import type { Fragment } from "../layout/fragments.ts";
import { type Outline, readOutline } from "../layout/outline.ts";
import type { SectionDraft, StatementDraft } from "../report-draft.ts";
import type { IssueText } from "./problems-and-remedies.ts";
import type { SectionText } from "./sections.ts";

/** All statements of a report, and the outlines that they were parsed from. */
export interface StatementLists {
  sections: SectionDraft[];
  problems: StatementDraft[];
  remedies: StatementDraft[];
  outlines: Outline[];
}

/** A list that can take unread text; `line` is that of its heading. */
interface Home {
  line: number;
  fragments: Fragment[];
}

/**
 * Parses the bullets of the sections, of 문제점 and of 개선대책. Text of other parts outside of their tables (`unread`)
 * goes to the list that begins before it, or else to the first one.
 */
export function readStatements(
  sections: SectionText[],
  issues: IssueText[],
  unread: Fragment[],
  brokenLines: ReadonlySet<number>,
): StatementLists {
  const sectionHomes = sections.map(({ heading, fragments }) => ({ line: heading.origin.line, fragments }));
  const issueHomes = issues.map(({ line, fragments }) => ({ line, fragments }));
  const homeless = giveHome(unread, [...sectionHomes, ...issueHomes]);
  const outlineOf = (fragments: Fragment[] = []) =>
    readOutline(fragments, !fragments.some(({ line }) => brokenLines.has(line)));
  const outlines = sectionHomes.map(({ fragments }) => outlineOf(fragments));
  const read = sections.map(({ kind, heading: { title, origin } }, index): SectionDraft => {
    return { kind, title, origin, statements: outlines[index]!.statements };
  });
  if (homeless.length > 0) {
    outlines.push(outlineOf(homeless));
    read.push(sectionOfRest(homeless[0]!, outlines[0]!));
  }
  const [problems, remedies] = (["PROBLEM", "REMEDY"] as const).map((wanted) =>
    outlineOf(issueHomes[issues.findIndex(({ kind }) => kind === wanted)]?.fragments),
  );
  return {
    sections: read,
    problems: problems!.statements,
    remedies: remedies!.statements,
    outlines: [...outlines, problems!, remedies!],
  };
}

/** Appends each fragment to the last list that begins before it. Returns all fragments if the report has no lists. */
function giveHome(unread: Fragment[], homes: Home[]): Fragment[] {
  const inOrder = [...homes].sort((one, other) => one.line - other.line);
  const first = inOrder[0];
  if (!first) return unread;
  const above = unread.filter(({ line }) => line < first.line);
  // The blank fragment keeps a list that begins without a bullet from continuing what is put before it.
  const blank = { line: first.line, column: null, raw: "" };
  first.fragments = [...above, blank, ...first.fragments];
  for (const fragment of unread)
    if (fragment.line >= first.line)
      inOrder.findLast(({ line }) => line <= fragment.line)!.fragments.push(fragment);
  return [];
}

/** A report without lists keeps its text in the form's first section, the results before the quarter. */
const sectionOfRest = ({ line, column, raw }: Fragment, { statements }: Outline): SectionDraft => ({
  kind: SectionKind.BEFORE_QUARTER,
  title: "그동안 추진실적 (당해 분기 이전 실적)",
  origin: { line, column, quote: raw.trim() },
  statements,
});
