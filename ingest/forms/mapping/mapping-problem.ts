import { draftFinding, type FindingDraft } from "../../draft-finding.ts";

/** MAPPING_INVALID at a place in the mapping's JSON: columns.금액.from. */
export const mappingProblem = (path: readonly string[], ko: string, en: string): FindingDraft => {
  const place = path.join(".").slice(0, 200);
  return {
    ...draftFinding("MAPPING_INVALID", null, place ? `${place}: ${ko}` : ko, place ? `${place}: ${en}` : en),
    quote: place || null,
  };
};

/** The problems of a mapping while it is read: each place has one at most. */
export class MappingProblems {
  readonly findings: FindingDraft[] = [];

  /** Adds a problem and returns undefined, in place of what could not be read. */
  add(path: readonly string[], ko: string, en: string): undefined {
    if (this.findings.length < mostProblems) this.findings.push(mappingProblem(path, ko, en));
    return undefined;
  }
}

/** Further ones are usually the same mistake. */
const mostProblems = 100;
