import { draftFinding, type FindingDraft } from "../../../draft-finding.ts";
import type { Fragment } from "../layout/fragments.ts";
import { cellsOf, isBlank, type Line } from "../layout/lines-and-cells.ts";
import { plainText } from "../layout/markup.ts";
import type { SourceLocation } from "../report-draft.ts";
import { hasContactLabel } from "./contact-tokens.ts";
import { type Contacts, readContacts } from "./contacts.ts";

/** The header of a report: everything before its first part. */
export interface Header extends Contacts {
  pledge: { code: string; title: string; origin: SourceLocation } | null;
  /** Lines without pledge or contacts. */
  others: Line[];
}

const codeAlone = /^[\s#□■*]*(\d{1,3}(?:-\d{1,3}){0,4})\.?$/;
const codeAndTitle = /^[\s#□■*]*(\d{1,3}(?:-\d{1,3}){1,4})[.):]?\s+(\S.*)$/s;
const labels = /^(공약|관리|과제)\s*번\s*호$|^(공\s*약|사\s*업|공약사업)\s*명$/;

/**
 * The pledge's code and title if a line is the first of a report (1-4-2 | 사회적경제기업 지원시스템 구축), else null.
 */
export function readPledgeLine(line: Line): Header["pledge"] {
  if (!/^[\s#□■*]*(\d|공|관|과)/.test(line.text.slice(0, 40))) return null;
  const cells = cellsOf(line).filter(({ raw }) => !isBlank(raw) && !labels.test(plainText(raw)));
  const [first, second] = cells;
  if (!first) return null;
  const inOneCell = codeAndTitle.exec(plainText(first.raw));
  const alone = codeAlone.exec(plainText(first.raw));
  const cell = inOneCell ? first : second;
  const code = (inOneCell ?? alone)?.[1];
  if (!code || !cell) return null;
  // A title contains letters: 1 and 2 side by side are figures.
  const title = inOneCell ? inOneCell[2]! : plainText(cell.raw);
  if (!/\p{L}/u.test(title)) return null;
  const column = line.text.includes("\t") ? cell.column : null;
  return { code, title, origin: { line: line.number, column, quote: cell.raw.trim() } };
}

/** Reads code, title, department and contacts; the remaining text of the lines is unread. */
export function readHeader(lines: Line[]): Header {
  const pledgeLine = lines.find((line) => readPledgeLine(line) !== null);
  const contactLines = lines.filter((line) => line !== pledgeLine && hasContactLabel(line));
  const contacts = readContacts(contactLines);
  const pledge = pledgeLine ? readPledgeLine(pledgeLine) : null;
  const read = new Set([pledgeLine, ...contactLines]);
  const others = lines.filter((line) => !read.has(line));
  const unread = [...others.flatMap(textOf), ...(pledgeLine ? besides(pledgeLine, pledge!) : [])];
  return {
    ...contacts,
    pledge,
    others,
    findings: pledge ? contacts.findings : [...contacts.findings, codeMissing(lines)],
    unread: [...unread, ...contacts.unread].sort((one, other) => one.line - other.line),
  };
}

/** The non-blank cells of a line as unread fragments. */
export const textOf = (line: Line): Fragment[] =>
  cellsOf(line)
    .filter(({ raw }) => !isBlank(raw))
    .map(({ raw, column }) => ({
      line: line.number,
      column: line.text.includes("\t") ? column : null,
      raw,
      apart: true,
    }));

const besides = (line: Line, pledge: NonNullable<Header["pledge"]>): Fragment[] =>
  textOf(line).filter(({ raw }) => {
    const text = plainText(raw);
    return text !== pledge.title && !codeAlone.test(text) && !codeAndTitle.test(text) && !labels.test(text);
  });

function codeMissing(lines: Line[]): FindingDraft {
  const first = lines.find(({ text }) => !isBlank(text));
  return draftFinding(
    "VALUE_MISSING",
    { line: first?.number ?? 1, quote: first?.text.trim().slice(0, 200) ?? "" },
    "공약번호와 공약명이 적힌 첫 줄이 없습니다. 파일의 앞부분이 잘리지 않았는지 확인하고, ‘1-4-2 공약명’처럼 적어 주십시오.",
    "The line with the pledge's code and title, such as “1-4-2 title”, is missing. Check that the beginning of the file is not truncated.",
  );
}
