import type { LanguageCode } from "../../../schema/core/localized.ts";
import type { Problem } from "../../../schema/core/problem.ts";
import type { SummaryPanel } from "../../../schema/panels/panel.ts";
import { linkMarks, marksOf } from "../../drawing/marks.ts";
import { drawPanel } from "../../drawing/panel-picture.ts";
import { wrapped } from "../../drawing/text-width.ts";
import { days } from "../../moments.ts";
import { asOfNote } from "../../panel-table/as-of-note.ts";
import { panelCaption } from "../../panel-table/panel-caption.ts";
import { type PanelTable, panelTableOf } from "../../panel-table/panel-table.ts";
import { rateNote } from "../../panel-table/partial.ts";
import { syntheticNote } from "../../panel-table/synthetic-note.ts";
import { askPanel } from "../../panels/ask-panel.ts";
import { choiceWords } from "../../panels/choice-words.ts";
import type { PageRequest } from "../page-request.ts";
import { factsAddress } from "./facts-address.ts";

const unknown: Problem = {
  code: "MUNICIPALITY_UNKNOWN",
  text: { ko: "그런 지방자치단체가 없습니다.", en: "There is no such municipality." },
  remedy: {
    ko: "지방자치단체를 고르거나, 그때는 자료가 없었다면 시점을 지금으로 두십시오.",
    en: "Choose a municipality, or now, where it had no data at the moment chosen.",
  },
};
const nothing: Problem = {
  code: "NOT_REPORTED",
  text: { ko: "이 조건에 보고된 것이 없습니다.", en: "Nothing is reported for these choices." },
  remedy: {
    ko: "다른 기간, 부서나 지방자치단체를 고르십시오.",
    en: "Choose another period, department or municipality.",
  },
};

/** Asks a summary panel's question and sets out the answer; a problem where there is nothing to show. */
export const askPanelTable = async (page: PageRequest, panel: SummaryPanel): Promise<PanelTable | Problem> =>
  panelTableFrom(page, panel, await askPanel(page, panel));

/** The table of an answer to a panel's question; a problem where there is nothing to show. */
export function panelTableFrom(
  { language, choice }: PageRequest,
  panel: SummaryPanel,
  answer: Record<string, unknown> | null,
): PanelTable | Problem {
  if (!answer) return nothing;
  const choices = Object.keys(panel.variables).flatMap((name) => {
    const value = choice(name);
    return value === null ? [] : [[name, value] as const];
  });
  const table = panelTableOf(panel, answer, language, Object.fromEntries(choices));
  if (!table) return unknown;
  return table.rows.length > 0 || panel.empty ? table : nothing;
}

/** Of which municipality and choices the figures are, as of which release, and in which units, in a line. */
export const sourceLine = (table: PanelTable): string => sourceParts(table).join(" · ");

/** What a line about the source says, piece by piece. */
export function sourceParts({ panel, provenance, columns, choices, language }: PanelTable): string[] {
  const ko = language === "ko";
  const units = [...new Set(columns.flatMap(({ unit }) => (unit ? [unit] : [])))];
  const release = provenance.release
    ? `${ko ? "공표 회차" : "release"} ${provenance.release.number} (${days.format(new Date(provenance.release.publishedAt))})`
    : "";
  const choice = (name: string) => choices[name] ?? null;
  const chosen = choiceWords(panel.variables, choice, language).filter(({ name }) => name !== "asOf");
  return [
    units.length > 0 ? `${ko ? "단위" : "Unit"}: ${units.join(", ")}` : "",
    `${ko ? "출처" : "Source"}: ${provenance.municipality}`,
    ...chosen.map(({ words }) => words),
    release,
    asOfNote(choice, language) ?? "",
  ].filter(Boolean);
}

/** How many have reported, where not all have, and which rates count less than the amounts beside them; null if there is nothing to say. */
export function coverageLine(table: PanelTable): string | null {
  const parts = [missingIn(table), rateNote(table)].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(". ") : null;
}

function missingIn({ coverage, language }: PanelTable): string | null {
  if (!coverage || coverage.reporting >= coverage.expected) return null;
  const { reporting, expected, unit } = coverage;
  return language === "ko"
    ? `전체 ${expected}${unit} 중 ${reporting}${unit}만 보고됨`
    : `Only ${reporting} of ${expected} ${unit} reported`;
}

/** The picture of a table, null for a table; by itself it also says its title, source and coverage. */
export function pictureOfTable(table: PanelTable, width: number, alone: boolean): string | null {
  const { panel, language, provenance } = table;
  const coverage = coverageLine(table);
  const notes = alone
    ? [...(coverage ? [coverage] : []), sourceLine(table)].flatMap((note) => wrapped(note, width))
    : [];
  const svg = drawPanel(table, {
    width,
    language,
    alternative: panelCaption(table),
    title: alone ? titleOf(panel, language) : null,
    // A page says it in a mark of its own.
    notes: provenance.synthetic && alone ? [...notes, syntheticNote[language]] : notes,
  });
  if (svg === null || alone) return svg;
  return linkMarks(
    svg,
    marksOf(table, (row) => factsAddress(table, row)),
  );
}

const titleOf = ({ title }: SummaryPanel, language: LanguageCode) => title[language];
