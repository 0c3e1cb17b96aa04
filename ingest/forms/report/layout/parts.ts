import { printsQuarter } from "../header/report-quarter.ts";
import type { Fragment } from "./fragments.ts";
import {
  bracketsOf,
  type IssueHeading,
  type PartKind,
  readIssueHeading,
  readPartHeading,
} from "./headings.ts";
import type { Line } from "./lines-and-cells.ts";
import { findSectionHeading, type SectionHeading } from "./section-headings.ts";
import { isUnit } from "./units.ts";

/** The lines of a report by part, in order. */
export interface Parts {
  header: Line[];
  /** Lines that are headings of sections are replaced by the parsed heading. */
  results: (Line | SectionHeading)[];
  participation: Line[];
  funding: Line[];
  /** Headings of 문제점 and 개선대책 are taken out of the lines likewise. */
  issues: (Line | IssueHeading)[];
  /** The heading line of each part that is present; of RESULTS only if its own heading is printed. */
  headings: Map<PartKind, Line>;
  /** Headings with a misprint, and the words of the form. */
  misprints: { line: Line; misprintOf: string }[];
  /** Bracketed texts in the headings of parts other than units and quarters. */
  unread: Fragment[];
}

type Place = "header" | "results" | "participation" | "funding" | "issues";

const placeOf: Record<PartKind, Place> = {
  RESULTS: "results",
  PARTICIPATION: "participation",
  FUNDING: "funding",
  ISSUES: "issues",
};

/** Splits a report into its parts, recognising each heading once. A part that is printed twice is read as one. */
export function splitParts(lines: Line[]): Parts {
  const parts: Parts = {
    ...{ header: [], results: [], participation: [], funding: [], issues: [] },
    headings: new Map(),
    misprints: [],
    unread: [],
  };
  let place: Place = "header";
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!;
    const part = readPartHeading(line);
    const section = part ? undefined : findSectionHeading(lines, index);
    const issue = part || section ? undefined : issueHeadingIn(place, line);
    const misprintOf = (part ?? section ?? issue)?.misprintOf;
    if (misprintOf) parts.misprints.push({ line, misprintOf });
    if (part) {
      place = placeOf[part.meaning];
      beginPart(parts, part.meaning, line);
    } else if (section) {
      place = "results";
      parts.results.push(section);
      index += section.lines - 1;
    } else if (issue) {
      place = "issues";
      parts.issues.push(issue);
    } else parts[place].push(line);
  }
  return parts;
}

/** A heading of 문제점 or 개선대책, which ends a table even if the heading of their part is missing. */
function issueHeadingIn(place: Place, line: Line): IssueHeading | undefined {
  const isTable = place === "participation" || place === "funding";
  return place === "issues" || (isTable && !line.text.includes("\t")) ? readIssueHeading(line) : undefined;
}

function beginPart(parts: Parts, kind: PartKind, line: Line): void {
  if (!parts.headings.has(kind)) parts.headings.set(kind, line);
  if (kind === "FUNDING") parts.funding.push(line);
  for (const raw of bracketsOf(line))
    if (!isUnit(raw) && !printsQuarter(raw))
      parts.unread.push({ line: line.number, column: null, raw, apart: true });
}
