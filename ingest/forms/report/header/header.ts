import type { Paragraph } from "../../../documents/document-model.ts";
import type { FormWords } from "../form/form-words.ts";
import { type GridRow, ownCells } from "../place/grid.ts";
import type { PlacedForm } from "../place/placed-form.ts";
import { isEscaped, locationOf } from "../place/printed.ts";
import type { SourceLocation } from "../report-draft.ts";
import { type Contacts, readContacts } from "./contacts.ts";

/** A pledge's code and title, with the position of the title. */
export interface PledgeLine {
  code: string;
  title: string;
  origin: SourceLocation;
}

/** The header of a report: everything before its first part. */
export interface Header extends Contacts {
  pledge: PledgeLine | null;
}

const codeAlone = /^[\s#□■*]*(\d{1,3}(?:-\d{1,3}){0,4})\.?$/;
const codeAndTitle = /^[\s#□■*]*(\d{1,3}(?:-\d{1,3}){1,4})[.):]?\s+(\S.*)$/s;

/** Reads code, title, department and contacts, and takes their paragraphs. */
export function readHeader(form: PlacedForm): Header {
  const pledge = readPledge(form);
  return { pledge, ...readContacts(form) };
}

/** 1-4-2 사회적경제기업 지원시스템 구축: in a paragraph, in one cell, or in two, with or without labels. */
function readPledge({ header, words, taken }: PlacedForm): PledgeLine | null {
  for (const block of header) {
    const found = Array.isArray(block) ? inRows(block, words) : inCells([[block]], words);
    if (!found) continue;
    for (const paragraph of found.paragraphs) taken.add(paragraph);
    return found.pledge;
  }
  return null;
}

interface FoundPledge {
  pledge: PledgeLine;
  paragraphs: Paragraph[];
}

function inRows(rows: GridRow[], words: FormWords): FoundPledge | undefined {
  for (const [index, row] of rows.entries()) {
    const cells = ownCells(row).map(({ paragraphs }) => paragraphs);
    // The title may have a row of its own, behind its label.
    const below = rows[index + 1] ? ownCells(rows[index + 1]!).map(({ paragraphs }) => paragraphs) : [];
    const hasTitleBelow = below[0] && words.headerLabel(textOf(below[0])) === "TITLE";
    const found = inCells(cells, words) ?? (hasTitleBelow ? inCells([...cells, ...below], words) : undefined);
    if (!found) continue;
    // The labels may have the row above.
    const above = rows[index - 1] ? ownCells(rows[index - 1]!) : [];
    if (above.every(({ text }) => words.headerLabel(text)))
      found.paragraphs.push(...above.flatMap(({ paragraphs }) => paragraphs));
    return found;
  }
  return undefined;
}

const textOf = (paragraphs: Paragraph[]): string => paragraphs.map(({ text }) => text).join(" ");

function inCells(cells: Paragraph[][], words: FormWords): FoundPledge | undefined {
  const isLabel = (paragraphs: Paragraph[]) =>
    !isEscaped(paragraphs) && words.headerLabel(textOf(paragraphs)) !== undefined;
  const [first, second] = cells.filter((paragraphs) => !isLabel(paragraphs));
  if (!first?.[0] || !/^[\s#□■*]*\d/.test(first[0].text)) return undefined;
  const inOneCell = codeAndTitle.exec(textOf(first));
  const alone = codeAlone.exec(textOf(first));
  const cell = inOneCell ? first : second;
  const code = (inOneCell ?? alone)?.[1];
  if (!code || !cell) return undefined;
  const title = inOneCell ? inOneCell[2]! : textOf(cell);
  // A title contains letters: 1 and 2 side by side are figures.
  if (!/\p{L}/u.test(title)) return undefined;
  const pledge = { code, title, origin: locationOf(cell[0]!) };
  return { pledge, paragraphs: [...first, ...cell, ...cells.filter(isLabel).flat()] };
}
