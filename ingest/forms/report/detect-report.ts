import { hasContactLabel } from "./header/contact-tokens.ts";
import { readPledgeLine } from "./header/header.ts";
import { readPartHeading, readSectionTitle } from "./layout/headings.ts";
import { cellsOf, eachLine, type Line } from "./layout/lines-and-cells.ts";
import { compact, plainText } from "./layout/markup.ts";

/** Marks required to be a report; the line with code and title counts as two. */
const enough = 3;
/** Longer cells contain no words of the form. */
const longest = 300;

/**
 * Whether a text is a quarterly report: it has at least three of the form's marks, which are its first line
 * with code and title (counted twice), 소관부서, the heading of the table of results, and the headings of sections and parts.
 */
export function isReport(text: string): boolean {
  const marks = new Set<string>();
  for (const line of eachLine(text)) {
    const mark = markOf({ ...line, text: line.text.slice(0, longest) }, marks);
    if (mark) marks.add(mark);
    if (marks.size + Number(marks.has("CODE")) >= enough) return true;
  }
  return false;
}

function markOf(line: Line, marks: ReadonlySet<string>): string | undefined {
  if (!/[가-힣]/.test(line.text)) return undefined;
  const part = readPartHeading(line);
  if (part) return part.meaning;
  const first = cellsOf(line)[0]!.raw;
  const section = readSectionTitle(plainText(first));
  if (section) return section.meaning.kind;
  if (compact(line.text).startsWith("구분추진실적")) return "RESULTS_TABLE";
  if (!marks.has("CODE") && readPledgeLine(line)?.code.includes("-")) return "CODE";
  return hasContactLabel(line) ? "CONTACTS" : undefined;
}
