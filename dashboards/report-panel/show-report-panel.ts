import type { LanguageCode } from "../../schema/core/localized.ts";
import type { Problem } from "../../schema/core/problem.ts";
import { quarterName } from "../../schema/core/scalars/quarter.ts";
import { getPath } from "../../schema/panels/get-path.ts";
import type { DocumentPanel } from "../../schema/panels/panel.ts";
import { linkMarks } from "../drawing/marks.ts";
import { addressOf } from "../markup/hub-address.ts";
import { asOfNote } from "../panel-table/as-of-note.ts";
import { formatAmount } from "../panel-table/format-amount.ts";
import { syntheticNote } from "../panel-table/synthetic-note.ts";
import type { QueryContext } from "../panels/ask-panel.ts";
import { type CitedDocument, citedDocuments } from "./cited-documents.ts";
import { type CrossTable, crossTable } from "./cross-table.ts";
import { crossTableCaption } from "./cross-table-caption.ts";
import { periodName } from "./period-name.ts";
import { drawCrossTable } from "./stacked-bars.ts";

/** What a panel shows for one reader's choices. */
export interface ReportContents {
  table: CrossTable;
  documents: CitedDocument[];
  /** True where any figure is of a synthetic city. */
  synthetic: boolean;
  /** The pledge that the figures are of. */
  subject: Subject;
  /** What the picture says. */
  caption: string;
  /** Says that it is as known at a moment chosen; null where it is as known now. */
  asOfNote: string | null;
}

interface Subject {
  code: string;
  title: string;
  municipality: { code: string; name: string; synthetic: boolean };
  department: { name: string } | null;
}

const unknown: Problem = {
  code: "PLEDGE_UNKNOWN",
  text: { ko: "그런 공약이 없습니다.", en: "There is no such pledge." },
  remedy: {
    ko: "공약번호와 지방자치단체를 확인하거나 위에서 고르십시오.",
    en: "Check the code of the pledge and the municipality, or choose them above.",
  },
};
const nothing: Problem = {
  code: "NOT_REPORTED",
  text: {
    ko: "이 공약은 그 분기에 보고된 금액이 없습니다.",
    en: "The pledge has no amounts reported at that quarter.",
  },
  remedy: { ko: "보고서가 있는 다른 분기를 고르십시오.", en: "Choose another quarter, one with a report." },
};

/** Shows an answer to a panel's question; a problem where there is nothing to show. Rejects as `ask` does. */
export async function showReportPanel(
  { ask, language, choice }: QueryContext,
  panel: DocumentPanel,
  answer: Record<string, unknown> | null,
): Promise<ReportContents | Problem> {
  if (!answer) return unknown;
  const subject = getPath(answer, panel.subject) as Subject | null;
  if (!subject) return unknown;
  const table = crossTable(panel, answer);
  if (!table) return nothing;
  const documents = await citedDocuments(ask, table.documents, language);
  const synthetic = subject.municipality.synthetic || documents.some((origin) => origin.synthetic);
  return {
    table,
    documents,
    synthetic,
    subject,
    caption: crossTableCaption(table)[language],
    asOfNote: asOfNote(choice, language),
  };
}

/** The picture for a place on a page that says all else around it. */
export function pictureOnPage(contents: ReportContents, width: number, language: LanguageCode): string {
  const notes = contents.synthetic ? [syntheticNote[language]] : [];
  const svg = drawCrossTable(contents.table, {
    width,
    height: 400,
    language,
    alternative: contents.caption,
    title: null,
    notes,
  });
  const { periods, series, unit } = contents.table;
  return linkMarks(svg, (at, place) => {
    const period = periods[place];
    const figure = period?.figures[at];
    if (!figure?.amount) return null;
    const label = `${periodName(period!.period)[language]} ${series[at]?.[language]} ${formatAmount(figure.amount, unit)}${unit[language]}`;
    return { label, address: addressOf(figure.address, language) };
  });
}

/** The picture by itself: with its title, what it is of, unit, release, origin and synthetic mark. */
export function pictureAlone(panel: DocumentPanel, contents: ReportContents, language: LanguageCode): string {
  const { table, documents, subject, synthetic } = contents;
  const quarter = quarterName(table.quarter)[language];
  const origin = documents.map(
    ({ name, release }) => `${name} (${language === "ko" ? "공표 회차" : "release"} ${release.number})`,
  );
  const notes = [
    `${subject.municipality.name} ${subject.code} ${subject.title} · ${quarter}${contents.asOfNote ? ` · ${contents.asOfNote}` : ""}`,
    `${language === "ko" ? "단위" : "Unit"}: ${table.unit[language]} · ${language === "ko" ? "출처" : "Source"}: ${origin.join(", ")}`,
    ...(synthetic ? [syntheticNote[language]] : []),
  ];
  return drawCrossTable(table, {
    width: 960,
    height: 500,
    language,
    alternative: contents.caption,
    title: panel.title[language],
    notes,
  });
}
