/** Default number of elements assumed for a list without `first`: more than most have. */
const defaultListSize = 100;

/**
 * Elements of lists without `first`, by Type.field: those of a large city, rounded up. A list missing here
 * counts as `defaultListSize`, so a new field is never free.
 */
const listSizes: Readonly<Record<string, number>> = {
  "DocumentCell.paragraphs": 2,
  "DocumentLine.cells": 6,
  "EnrollmentFact.cells": 3,
  "EnrollmentFact.counts": 9,
  "FundingFact.cells": 5,
  "FundingFact.counts": 20,
  "Measure.dimensions": 8,
  "Municipality.holdings": 20,
  "OutletSalesFact.cells": 1,
  "OutletSalesFact.counts": 8,
  "PledgeFact.cells": 1,
  "PledgeFact.counts": 5,
  "Pledge.courses": 20,
  "Pledge.funding": 200,
  "Pledge.outlets": 20,
  "Pledge.reports": 20,
  "Release.documents": 20,
  "PurchaseFact.cells": 1,
  "PurchaseFact.counts": 6,
  "Report.checks": 20,
  "Report.contacts": 5,
  "Report.dates": 40,
  "Report.enrollments": 20,
  "Report.figures": 40,
  "Report.findings": 20,
  "Report.funding": 200,
  "Report.participation": 5,
  "Report.planFollowUps": 20,
  "Report.problems": 20,
  "Report.remedies": 20,
  "Report.sections": 3,
  "ReportSection.statements": 40,
  "Statement.children": 10,
  "SourceDocument.sheets": 10,
  "Embed.allowedOrigins": 10,
  "Embed.variables": 10,
  "Embed.viewerMayChange": 10,
  "__Schema.types": 150,
  "__Schema.directives": 6,
  "__Directive.args": 2,
  "__Directive.locations": 5,
  "__Type.fields": 8,
  "__Type.inputFields": 4,
  "__Type.enumValues": 5,
  "__Type.interfaces": 1,
  "__Type.possibleTypes": 1,
  "__Field.args": 2,
};

/** Values that a long text counts for, by Type.field; a short one counts for 1. */
const textWeights: Readonly<Record<string, number>> = {
  "Citation.quote": 2,
  "Citation.url": 4,
  "DocumentLine.text": 5,
  "DocumentParagraph.text": 3,
  "Embed.snippet": 40,
  "Embed.url": 20,
  "Finding.message": 5,
  "Finding.quote": 2,
  "FactCell.quote": 2,
  "FactCell.url": 4,
  "Measure.example": 5,
  "Measure.formula": 5,
  "SourceDocument.fileUrl": 3,
  "SourceDocument.sha256": 2,
  "SourceDocument.url": 3,
  "SearchHit.text": 5,
  "SourcePlace.quote": 2,
  "SourcePlace.url": 4,
  "Statement.text": 5,
};

/** The elements that a list field without `first` is assumed to have. */
export const assumedListSize = (type: string, field: string): number =>
  listSizes[`${type}.${field}`] ?? defaultListSize;

/** Values that a field's text counts for: 1 for numbers and short texts. Descriptions in introspection are long. */
export const textWeight = (type: string, field: string): number =>
  textWeights[`${type}.${field}`] ?? longTexts[field] ?? 1;

/** Values that texts of these fields count for, whatever their type. */
const longTexts: Readonly<Record<string, number>> = { description: 5, explanation: 20 };

/** Maximum number of values of a summary's key in one municipality, by its name in groupBy. */
const keySizes: Readonly<Record<string, number>> = {
  COURSE: 100,
  DEPARTMENT: 150,
  ENTERPRISE_KIND: 6,
  KIND: 6,
  MONTH: 120,
  MUNICIPALITY: 1,
  OUTLET: 100,
  PLEDGE: 300,
  QUARTER: 40,
  SOURCE: 5,
  STATE: 8,
  YEAR: 12,
};
/** Keys that take the same values in all municipalities; of any other, each municipality has its own. */
const sharedKeys = ["ENTERPRISE_KIND", "KIND", "MONTH", "QUARTER", "SOURCE", "STATE", "YEAR"];
/** Periods within a year. */
const periodsOfYear: Readonly<Record<string, number>> = { MONTH: 12, QUARTER: 4, YEAR: 1 };

/** The arguments of a summary that limit its number of rows. */
export interface SummaryArguments {
  groupBy?: readonly string[] | null;
  totals?: boolean | null;
  where?: Readonly<Record<string, unknown>> | null;
}

/**
 * Maximum number of rows of a summary: the product of the numbers of values of its keys, given `where`, and with totals
 * one more row per group of the levels above.
 */
export function summaryRows({ groupBy, totals, where }: SummaryArguments): number {
  let rows = 1;
  let totalRows = 0;
  for (const key of new Set(groupBy ?? [])) {
    totalRows += rows;
    rows *= keySize(key, where ?? {});
  }
  return totals ? rows + totalRows : rows;
}

function keySize(key: string, where: Readonly<Record<string, unknown>>): number {
  const municipalities = lengthOf(where.municipality) ?? 1;
  const isLocal = !sharedKeys.includes(key);
  // One row more for what has no department, or no year.
  const assumed = (keySizes[key] ?? defaultListSize) * (isLocal ? municipalities : 1) + 1;
  const named = lengthOf(where[fieldOfKey(key)]) ?? Number.POSITIVE_INFINITY;
  const periods = periodsOfYear[key];
  const years = lengthOf(where.year);
  const ofYears = periods && years !== null ? periods * years : Number.POSITIVE_INFINITY;
  return Math.min(assumed, named * (isLocal ? municipalities : 1), ofYears);
}

/** ENTERPRISE_KIND is filtered by enterpriseKind. */
const fieldOfKey = (key: string): string =>
  key.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const lengthOf = (list: unknown): number | null => (Array.isArray(list) ? list.length : null);
