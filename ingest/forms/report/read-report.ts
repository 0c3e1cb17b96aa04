import { formatQuarter, type QuarterNumber } from "../../../schema/core/scalars/quarter.ts";
import { Severity } from "../../../schema/subjects/release/finding-code.ts";
import type { DocumentModel, Paragraph } from "../../documents/document-model.ts";
import { draftFinding, type FindingDraft, severityOf } from "../../draft-finding.ts";
import { cutOff } from "./checks/cut-off.ts";
import { unlikeLotNames } from "./checks/lot-names.ts";
import { missingParts } from "./checks/missing-parts.ts";
import { misprintFinding, vocabularyMisprints } from "./checks/name-variants.ts";
import { unbalancedQuotes } from "./checks/unbalanced-quotes.ts";
import { wrongWeekdays } from "./checks/weekdays.ts";
import type { FormEdition } from "./form/form-edition.ts";
import { readFunding } from "./funding/funding-part.ts";
import { printsQuarter, quarterIn } from "./header/printed-quarter.ts";
import { findQuarter } from "./header/report-quarter.ts";
import { readParticipation } from "./participation.ts";
import { ownCells } from "./place/grid.ts";
import type { PlacedForm } from "./place/placed-form.ts";
import { paragraphsOf, unplacedText } from "./place/unplaced.ts";
import { recogniseReport } from "./recognise-report.ts";
import type { ReportDraft } from "./report-draft.ts";
import { readLearners } from "./statements/learners.ts";
import { readStatements, type StatementLists } from "./statements/statement-lists.ts";

/** A report and its findings; `report` is null if one of them is an error. */
export interface ReadReport {
  report: ReportDraft | null;
  findings: FindingDraft[];
}

/**
 * Reads and checks a quarterly report with any bullets, unit and term; null if the document is none. No text is lost:
 * what no part of the form takes becomes a finding. `given.quarter` is the quarter that it was submitted for.
 */
export function readReport(
  model: DocumentModel,
  given: { quarter?: QuarterNumber },
  editions?: readonly FormEdition[],
): ReadReport | null {
  const recognised = recogniseReport(model, editions);
  if (!recognised) return null;
  const { form, header } = recognised;
  const headings = form.sections.map(({ heading }) => heading);
  const { quarter, findings: quarterFindings } = findQuarter(headings, paragraphsBefore(form), given.quarter);
  takeQuarter(form, quarter);
  const title = header.pledge?.title ?? "";
  const participation = readParticipation(form);
  const funding = readFunding(form, title, quarter);
  const lists = readStatements(form);
  form.leftovers.push(...header.leftovers);
  const paragraphs = paragraphsOf(model);
  const findings = [
    ...model.findings,
    ...header.findings,
    ...(header.pledge ? [] : [codeMissing(paragraphs[0])]),
    ...quarterFindings,
    ...editionFindings(form.words.edition, quarter),
    ...form.misprints.map(({ origin, misprintOf }) => misprintFinding(origin, origin.quote, misprintOf)),
    ...participation.findings,
    ...funding.findings,
    ...cutOff(paragraphs.at(-1)!, form, funding),
    ...missingParts(model, form, header, participation, funding),
    ...unplacedText(model, form),
    ...vocabularyMisprints(paragraphs),
    ...textFindings(lists),
  ].sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
  const isRefused = findings.some((finding) => severityOf(finding) === Severity.ERROR);
  if (isRefused || !header.pledge || quarter === null) return { report: null, findings };
  const report: ReportDraft = {
    pledgeCode: header.pledge.code,
    title,
    titleOrigin: header.pledge.origin,
    department: header.department?.name ?? null,
    departmentOrigin: header.department?.origin ?? null,
    quarter,
    contacts: header.contacts,
    sections: lists.sections,
    participation: participation.counts,
    funding: funding.lines,
    fundingHeading: funding.heading,
    problems: lists.problems,
    remedies: lists.remedies,
    enrollments: lists.sections.flatMap(readLearners),
    checks: funding.checks,
  };
  return { report, findings };
}

/** What may print the quarter besides the sections: the heading of the results, and the header as on a cover. */
function paragraphsBefore({ header, headings }: PlacedForm): Paragraph[] {
  const results = headings.get("RESULTS");
  const inHeader = header.flatMap((block) =>
    Array.isArray(block)
      ? block.flatMap((row) => ownCells(row).flatMap(({ paragraphs }) => paragraphs))
      : [block],
  );
  return [...(results ? [results] : []), ...inHeader];
}

/** A cover that prints the quarter of the report is read. */
function takeQuarter(form: PlacedForm, quarter: QuarterNumber | null): void {
  for (const paragraph of paragraphsBefore(form)) {
    const printed = printsQuarter(paragraph.text) ? quarterIn(paragraph.text)! : null;
    if (printed && quarter !== null && formatQuarter(quarter) === `${printed.year}-Q${printed.number}`)
      form.taken.add(paragraph);
  }
}

const textFindings = ({ outlines }: StatementLists): FindingDraft[] => [
  ...outlines.flatMap(({ pieces }) => [...unbalancedQuotes(pieces), ...wrongWeekdays(pieces)]),
  ...unlikeLotNames(outlines.flatMap(({ pieces }) => pieces)),
];

function codeMissing(first: Paragraph | undefined): FindingDraft {
  return draftFinding(
    "VALUE_MISSING",
    { line: first?.line ?? 1, quote: first?.text.slice(0, 200) ?? "" },
    "공약번호와 공약명이 적힌 첫 줄이 없습니다. 파일의 앞부분이 잘리지 않았는지 확인하고, ‘1-4-2 공약명’처럼 적어 주십시오.",
    "The line with the pledge's code and title, such as “1-4-2 title”, is missing. Check that the beginning of the file is not truncated.",
  );
}

/** A warning for a report on an edition of the form that is not valid in its quarter. */
function editionFindings(
  { name, validFrom, validTo }: FormEdition,
  quarter: QuarterNumber | null,
): FindingDraft[] {
  const isValid = quarter === null || ((validFrom ?? quarter) <= quarter && quarter <= (validTo ?? quarter));
  if (isValid) return [];
  const [from, to] = [validFrom, validTo].map((end) => (end === null ? "" : formatQuarter(end)));
  return [
    {
      ...draftFinding(
        "PERIOD_MISMATCH",
        null,
        `${formatQuarter(quarter)} 보고서인데 ${from}~${to}에 쓰는 서식(${name.ko})으로 작성되었습니다. 분기와 서식이 맞는지 확인하십시오.`,
        `This report on ${formatQuarter(quarter)} is on a form for ${from}~${to} (${name.en}). Check its quarter and its form.`,
      ),
      severity: Severity.WARNING,
    },
  ];
}
