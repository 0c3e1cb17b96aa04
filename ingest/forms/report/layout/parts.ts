import { printsQuarter } from "../header/report-quarter.ts";
import type { Fragment } from "./fragments.ts";
import { bracketsOf, type PartKind, readIssueHeading, readPartHeading } from "./headings.ts";
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
  issues: Line[];
  /** The heading line of each part that is present; of RESULTS only if its own heading is printed. */
  headings: Map<PartKind, Line>;
  /** Headings with a misprint, and the words of the form. */
  misprints: { line: Line; misprintOf: string }[];
  /** Bracketed texts in the headings of parts other than units and quarters. */
  unread: Fragment[];
}

/** Splits a report into its parts. A part that is printed twice is read as one. */
export function splitParts(lines: Line[]): Parts {
  const parts: Parts = {
    ...{ header: [], results: [], participation: [], funding: [], issues: [] },
    headings: new Map(),
    misprints: [],
    unread: [],
  };
  let current: Line[] | Parts["results"] = parts.header;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!;
    const part = readPartHeading(line);
    if (part) {
      current = linesOf(parts, part.meaning);
      if (!parts.headings.has(part.meaning)) parts.headings.set(part.meaning, line);
      if (part.misprintOf) parts.misprints.push({ line, misprintOf: part.misprintOf });
      if (part.meaning === "FUNDING") parts.funding.push(line);
      for (const raw of bracketsOf(line))
        if (!isUnit(raw) && !printsQuarter(raw))
          parts.unread.push({ line: line.number, column: null, raw, apart: true });
      continue;
    }
    const section = findSectionHeading(lines, index);
    if (section) {
      current = parts.results;
      parts.results.push(section);
      if (section.misprintOf) parts.misprints.push({ line, misprintOf: section.misprintOf });
      index += section.lines - 1;
      continue;
    }
    const isTable = current === parts.participation || current === parts.funding;
    if (isTable && !line.text.includes("\t") && readIssueHeading(line)) current = parts.issues;
    current.push(line);
  }
  return parts;
}

function linesOf(parts: Parts, kind: PartKind): Line[] | Parts["results"] {
  if (kind === "RESULTS") return parts.results;
  if (kind === "PARTICIPATION") return parts.participation;
  return kind === "FUNDING" ? parts.funding : parts.issues;
}
