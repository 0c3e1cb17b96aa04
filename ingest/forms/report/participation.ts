import { CellState } from "../../../schema/subjects/release/cell-state.ts";
import { ParticipationKind } from "../../../schema/subjects/report/report-kinds.ts";
import { draftFinding, type FindingDraft } from "../../draft-finding.ts";
import { parseAmount } from "../parse-amount.ts";
import { misprintFinding } from "./checks/name-variants.ts";
import { textOf } from "./header/header.ts";
import { addAll, type Fragment } from "./layout/fragments.ts";
import { type Cell, cellsOf, isBlank, type Line } from "./layout/lines-and-cells.ts";
import { compact, plainText } from "./layout/markup.ts";
import { lookUp } from "./layout/similar-words.ts";
import { isUnitLine } from "./layout/units.ts";
import type { ParticipationDraft } from "./report-draft.ts";

const { MEETING, BRIEFING, EXPERT_ADVICE, PRESS, OTHER } = ParticipationKind;
const headings = new Map([
  ...["공약관련회의", "공약회의", "관련회의", "회의"].map((words) => [words, MEETING] as const),
  ...["설명회민생탐방", "설명회", "주민설명회"].map((words) => [words, BRIEFING] as const),
  ...["전문가자문", "자문"].map((words) => [words, EXPERT_ADVICE] as const),
  ...["언론방송보도", "언론보도", "방송보도"].map((words) => [words, PRESS] as const),
  ["기타", OTHER],
]);
const headingOf = (raw: string) => lookUp(compact(raw).replace(/[,，、·ㆍ‧/.및]/g, ""), headings);

/** The table of citizen participation; `unread` is the remaining text of its part. */
export interface Participation {
  counts: ParticipationDraft[];
  findings: FindingDraft[];
  unread: Fragment[];
}

/** Reads the counts by their headings, in any order. */
export function readParticipation(lines: Line[]): Participation {
  const headingIndex = lines.findIndex(isHeadingLine);
  const heading = lines[headingIndex];
  const valueIndex = lines.findIndex(({ text }, index) => index > headingIndex && text !== "");
  const values = heading && lines[valueIndex];
  const read: Participation = { counts: [], findings: [], unread: [] };
  for (const line of lines)
    if (line !== heading && line !== values && !isUnitLine(line)) addAll(read.unread, textOf(line));
  if (!heading) return read;
  const columns = cellsOf(heading);
  const cells = values ? cellsOf(values) : [];
  const valueCount = cells.findLastIndex(({ raw }) => !isBlank(raw)) + 1;
  if (cells.length < columns.length || valueCount > columns.length)
    read.findings.push(wrongLength(values ?? heading, cells.length, columns.length));
  for (const [index, column] of columns.entries()) readCount(column, cells[index], values, heading, read);
  return read;
}

const isHeadingLine = (line: Line): boolean =>
  line.text.includes("\t") && cellsOf(line).filter(({ raw }) => headingOf(raw)).length > 1;

function readCount(
  column: Cell,
  cell: Cell | undefined,
  values: Line | undefined,
  heading: Line,
  read: Participation,
): void {
  const kind = headingOf(column.raw);
  const place = { column: column.column, quote: column.raw.trim() };
  if (kind?.misprintOf)
    read.findings.push(misprintFinding({ line: heading.number, ...place }, place.quote, kind.misprintOf));
  if (!cell || !values) return;
  const origin = { line: values.number, column: cell.column, quote: cell.raw.trim() };
  if (!kind || read.counts.some((count) => count.kind === kind.meaning)) {
    for (const { raw, line } of [
      { ...place, raw: column.raw, line: heading },
      { raw: cell.raw, line: values },
    ])
      if (!isBlank(raw)) read.unread.push({ line: line.number, column: column.column, raw, apart: true });
    return;
  }
  const parsed = parseAmount(plainText(cell.raw), 1n);
  if ("problem" in parsed || (parsed.won !== null && parsed.won < 0n)) {
    read.findings.push(notACount(origin, plainText(column.raw)));
    return;
  }
  const count = parsed.state === CellState.VALUE ? Number(parsed.won) : null;
  read.counts.push({ kind: kind.meaning, count, state: parsed.state, origin });
}

const notACount = (origin: { line: number; column: number; quote: string }, heading: string): FindingDraft =>
  draftFinding(
    "NOT_A_NUMBER",
    origin,
    `시민참여 실적의 ‘${heading}’ 칸(${origin.line}번째 줄, ${origin.column}번째 칸) ‘${origin.quote}’: 횟수가 아닙니다. 0 이상의 정수, ‘-’ 또는 빈칸으로 고쳐 주십시오.`,
    `Citizen participation, “${heading}” (line ${origin.line}, cell ${origin.column}): “${origin.quote}” is not a count. Enter a whole number from 0 or “-”, or leave the cell blank.`,
  );

const wrongLength = (line: Line, cells: number, columns: number): FindingDraft =>
  draftFinding(
    "VALUE_MISSING",
    { line: line.number, quote: line.text.trim() },
    `시민참여 실적 표의 제목은 ${columns}칸인데 값은 ${cells}칸입니다. 잘린 줄이 아닌지 확인하고 칸 수를 맞춰 주십시오.`,
    `The table of citizen participation has ${columns} headings and ${cells} values. Check that the line is not truncated and provide one cell per heading.`,
  );
