import type {
  DocumentBlock,
  DocumentModel,
  DocumentTable,
  Paragraph,
} from "../../../documents/document-model.ts";
import { draftFinding, type FindingDraft } from "../../../draft-finding.ts";
import type { PlacedForm } from "./placed-form.ts";
import { locationOf } from "./printed.ts";

/** More are counted, not listed. */
const maxListed = 100;

/** Whether a paragraph says anything: dashes and signs alone do not. */
const saysSomething = ({ text }: Paragraph): boolean => /[\p{L}\p{N}]/u.test(text);

/** All paragraphs of a document, in order. */
export const paragraphsOf = ({ blocks }: Pick<DocumentModel, "blocks">): Paragraph[] =>
  blocks.flatMap(paragraphsIn);

const paragraphsIn = (block: DocumentBlock): Paragraph[] =>
  block.kind === "PARAGRAPH"
    ? [block]
    : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs));

/** UNPLACED_TEXT for each paragraph, table, or row or cell of a table read otherwise, that no part of the form took. */
export function unplacedText({ blocks }: DocumentModel, { taken, leftovers }: PlacedForm): FindingDraft[] {
  const isUnplaced = (paragraph: Paragraph) => !taken.has(paragraph) && saysSomething(paragraph);
  const findings = blocks.flatMap((block): FindingDraft[] => {
    if (block.kind === "PARAGRAPH") return isUnplaced(block) ? [unplaced(block)] : [];
    const all = paragraphsIn(block).filter(saysSomething);
    if (all.length > 1 && all.every(isUnplaced)) return [unplacedTable(all[0]!, block)];
    return block.rows.flatMap(({ cells }) => {
      const row = cells.flatMap(({ paragraphs }) => paragraphs).filter(saysSomething);
      if (row.length > 0 && row.every(isUnplaced)) return [unplaced(row[0]!)];
      return cells.flatMap(({ paragraphs }) => paragraphs.filter(isUnplaced).slice(0, 1).map(unplaced));
    });
  });
  findings.push(
    ...leftovers.map((place) =>
      draftFinding(
        "UNPLACED_TEXT",
        place,
        `서식의 어느 칸에도 들지 않는 글이라 읽지 않았습니다: ‘${place.quote}’. 필요한 내용이면 서식의 칸에 옮겨 적어 주십시오.`,
        `Text that fits no cell of the form was not read: “${place.quote}”. Move it to its cell if it belongs to the report.`,
      ),
    ),
  );
  return findings.length > maxListed
    ? [...findings.slice(0, maxListed), moreUnplaced(findings.length - maxListed)]
    : findings;
}

/** The share of a document's letters that found a place on the form, from 0 to 1. */
export function shareTaken(model: DocumentModel, { taken }: PlacedForm): number {
  const lengthOf = (paragraphs: Paragraph[]) => paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  const all = paragraphsOf(model);
  return lengthOf(all.filter((one) => taken.has(one))) / Math.max(lengthOf(all), 1);
}

function unplaced(paragraph: Paragraph): FindingDraft {
  const text = paragraph.text.slice(0, 100);
  return draftFinding(
    "UNPLACED_TEXT",
    locationOf(paragraph),
    `서식의 어느 부분에도 들지 않아 읽지 않았습니다: ‘${text}’. 보고서의 내용이면 맞는 제목 아래로 옮겨 주십시오.`,
    `Not read, since it belongs to no part of the form: “${text}”. Move it below the right heading if it belongs to the report.`,
  );
}

function unplacedTable(first: Paragraph, { rows }: DocumentTable): FindingDraft {
  const text = first.text.slice(0, 100);
  return draftFinding(
    "UNPLACED_TEXT",
    locationOf(first),
    `‘${text}’(으)로 시작하는 ${rows.length}줄짜리 표는 서식의 어느 부분에도 들지 않아 읽지 않았습니다. 보고서의 내용이면 서식의 표에 옮겨 적어 주십시오.`,
    `The table of ${rows.length} rows that begins with “${text}” was not read, since it belongs to no part of the form. Move its content to a table of the form if it belongs to the report.`,
  );
}

const moreUnplaced = (count: number): FindingDraft =>
  draftFinding(
    "UNPLACED_TEXT",
    null,
    `그 밖에 ${count}개의 문단이나 표도 읽지 않았습니다. 서식에 맞는 보고서인지 확인해 주십시오.`,
    `${count} further paragraphs or tables were not read. Check that the report is on the form.`,
  );
