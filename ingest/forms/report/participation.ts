import { CellState } from "../../../schema/subjects/release/cell-state.ts";
import { draftFinding, type FindingDraft } from "../../draft-finding.ts";
import { parseAmount } from "../parse-amount.ts";
import { misprintFinding } from "./checks/name-variants.ts";
import type { FormWords } from "./form/form-words.ts";
import { isUnit } from "./form/units.ts";
import { cellLocation, type GridCell, type GridRow, ownCells } from "./place/grid.ts";
import type { PlacedForm } from "./place/placed-form.ts";
import { isEscaped } from "./place/printed.ts";
import type { ParticipationDraft, SourceLocation } from "./report-draft.ts";

/** The table of citizen participation; without counts if it was not found or is not clear. */
export interface Participation {
  counts: ParticipationDraft[];
  findings: FindingDraft[];
}

/** Reads the counts by their headings, in any order, and takes the paragraphs that were read. */
export function readParticipation({ participation, words, taken }: PlacedForm): Participation {
  const read: Participation = { counts: [], findings: [] };
  for (const block of participation) {
    if (!Array.isArray(block)) {
      if (isUnit(block.text)) taken.add(block);
      continue;
    }
    const at = block.findIndex((row) => isHeading(row, words));
    if (at < 0 || read.counts.length > 0 || read.findings.length > 0) continue;
    const heading = block[at]!;
    const values = valueRows(block.slice(at + 1), heading, words);
    // With several rows of figures nobody can tell which are this quarter's.
    if (values.length > 1) continue;
    readCounts(heading, values[0], words, read);
    for (const row of block.slice(0, at))
      for (const { paragraphs, text } of ownCells(row))
        if (isUnit(text)) for (const one of paragraphs) taken.add(one);
    for (const row of block.slice(at))
      for (const cell of row.cells)
        if (isOnForm(cell, heading, words)) for (const one of cell.paragraphs) taken.add(one);
  }
  return read;
}

const kindOf = ({ text, paragraphs }: GridCell, words: FormWords) =>
  isEscaped(paragraphs) ? undefined : words.participation(text);

const isHeading = (row: GridRow, words: FormWords): boolean =>
  ownCells(row).filter((cell) => kindOf(cell, words)).length > 1;

/** The rows of figures below the heading, each once; a heading repeated over a page break is none. */
function valueRows(rows: GridRow[], heading: GridRow, words: FormWords): GridRow[] {
  const shown = (row: GridRow) => JSON.stringify(row.cells.map(({ text }) => text));
  const distinct = new Map(rows.map((row) => [shown(row), row]));
  distinct.delete(shown(heading));
  const filled = [...distinct.values()].filter((row) => ownCells(row).length > 0);
  if (filled.length > 0) return filled.filter((row) => !isHeading(row, words));
  return rows.slice(0, 1);
}

/** A count, its heading, a label such as 구분, or a unit. */
function isOnForm({ column, text }: GridCell, heading: GridRow, words: FormWords): boolean {
  const above = heading.cells[column - 1];
  const isCount = above !== undefined && kindOf(above, words) !== undefined;
  return isCount || words.isParticipationLabel(text) || isUnit(text);
}

function readCounts(
  heading: GridRow,
  values: GridRow | undefined,
  words: FormWords,
  read: Participation,
): void {
  const columns = heading.cells;
  const cells = values?.cells ?? [];
  const valueCount = cells.findLastIndex(({ text }) => text !== "") + 1;
  if (cells.length < columns.length || valueCount > columns.length)
    read.findings.push(wrongLength(values ?? heading, cells.length, columns.length));
  for (const [index, column] of columns.entries()) {
    const kind = kindOf(column, words);
    if (!kind || column.isContinued) continue;
    const place = cellLocation(heading, column);
    if (kind.misprintOf) read.findings.push(misprintFinding(place, place.quote, kind.misprintOf));
    const cell = cells[index];
    if (!cell || !values) continue;
    if (read.counts.some((count) => count.kind === kind.meaning)) read.findings.push(repeatedKind(place));
    else readCount(column, cell, values, kind.meaning, words, read);
  }
}

function readCount(
  column: GridCell,
  cell: GridCell,
  values: GridRow,
  kind: ParticipationDraft["kind"],
  words: FormWords,
  read: Participation,
): void {
  const origin = cellLocation(values, cell);
  const { unit } = words.edition.participation;
  const parsed = parseAmount(cell.text.replace(new RegExp(`(?<=\\d)\\s?${unit}$`), ""), 1n);
  // A merged cell states one figure for several kinds.
  const isShared =
    cell.isMerged && values.cells.some((other) => other !== cell && other.paragraphs === cell.paragraphs);
  if ("problem" in parsed || (parsed.won !== null && parsed.won < 0n) || (isShared && parsed.won !== null))
    read.findings.push(notACount(origin, column.text));
  else {
    const count = parsed.state === CellState.VALUE ? Number(parsed.won) : null;
    read.counts.push({ kind, count, state: parsed.state, origin });
  }
}

const notACount = (origin: SourceLocation, heading: string): FindingDraft =>
  draftFinding(
    "NOT_A_NUMBER",
    origin,
    `시민참여 실적의 ‘${heading}’ 칸(${origin.line}번째 줄, ${origin.column}번째 칸) ‘${origin.quote}’: 횟수가 아닙니다. 0 이상의 정수, ‘-’ 또는 빈칸으로 고쳐 주십시오.`,
    `Citizen participation, “${heading}” (line ${origin.line}, cell ${origin.column}): “${origin.quote}” is not a count. Enter a whole number from 0 or “-”, or leave the cell blank.`,
  );

const repeatedKind = (place: SourceLocation): FindingDraft =>
  draftFinding(
    "DUPLICATE_KEY",
    place,
    `시민참여 실적 표에 같은 항목의 열이 두 번 있습니다: ‘${place.quote}’(${place.column}번째 칸). 하나만 남겨 주십시오.`,
    `The table of citizen participation has the column “${place.quote}” twice (cell ${place.column}). Keep only one.`,
  );

const wrongLength = ({ line, cells: [first] }: GridRow, cells: number, columns: number): FindingDraft =>
  draftFinding(
    "VALUE_MISSING",
    { line, quote: first?.text ?? "" },
    `시민참여 실적 표의 제목은 ${columns}칸인데 값은 ${cells}칸입니다. 잘린 줄이 아닌지 확인하고 칸 수를 맞춰 주십시오.`,
    `The table of citizen participation has ${columns} headings and ${cells} values. Check that the line is not truncated and provide one cell per heading.`,
  );
