import type { PlacedForm } from "../place/placed-form.ts";
import type { SectionDraft, StatementDraft } from "../report-draft.ts";
import { releaseForeign } from "./foreign-paragraphs.ts";
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
  for (const { cells } of [...sections, ...issues]) releaseForeign(cells, taken);
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
