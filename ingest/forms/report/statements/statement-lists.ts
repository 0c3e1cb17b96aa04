import { leadingBullet } from "../../../documents/bullets.ts";
import type { Paragraph } from "../../../documents/document-model.ts";
import type { ListedCell, PlacedForm } from "../place/placed-form.ts";
import type { SectionDraft, StatementDraft } from "../report-draft.ts";
import { type Outline, readOutline } from "./outline.ts";

/** All statements of a report, and the outlines that they were parsed from. */
export interface StatementLists {
  sections: SectionDraft[];
  problems: StatementDraft[];
  remedies: StatementDraft[];
  outlines: Outline[];
}

/** Parses the bullets of the sections, of 문제점 and of 개선대책. */
export function readStatements({ sections, issues, taken }: PlacedForm): StatementLists {
  for (const { cells } of [...sections, ...issues]) releaseTail(cells, taken);
  const outlines = sections.map(({ cells }) => readOutline(cells));
  const [problems, remedies] = (["PROBLEM", "REMEDY"] as const).map((part) =>
    readOutline(issues.find(({ kind }) => kind === part)?.cells ?? []),
  );
  return {
    sections: sections.map(({ kind, heading: { title, origin } }, index) => ({
      ...{ kind, title, origin },
      statements: outlines[index]!.statements,
    })),
    problems: problems!.statements,
    remedies: remedies!.statements,
    outlines: [...outlines, problems!, remedies!],
  };
}

const isBulleted = ({ text, isListItem }: Paragraph): boolean => isListItem || leadingBullet(text) !== null;

/** Text without a bullet that follows a list of bullets after a blank line is none of its statements: nothing takes it. */
function releaseTail(cells: ListedCell[], taken: Set<Paragraph>): void {
  const last = cells.findLastIndex(({ isCell, paragraphs }) => isCell || paragraphs.some(isBulleted));
  const begins = cells.findIndex(({ paragraphs: [first] }, index) => index > last && first?.afterBlank);
  if (last < 0 || begins < 0) return;
  for (const { paragraphs } of cells.splice(begins)) for (const one of paragraphs) taken.delete(one);
}
