import type { Problem } from "../ask.ts";
import { type Cell, cellOf } from "../drawing/cell.ts";
import { columnsOf, type SheetColumn } from "../drawing/sheet.ts";
import { questionVariables } from "../panels/ask-panel.ts";
import { choose } from "../panels/choose.ts";
import { isOfDocument, type Panel } from "../panels/panel.ts";
import { selectRows } from "../panels/select.ts";
import { pictureAlone, showPanel } from "./shown-panel.ts";
import { askSheet, coverageLine, pictureOfSheet, sourceLine } from "./shown-sheet.ts";
import { syntheticNote } from "./synthetic-note.ts";
import type { Visit } from "./view.ts";
import { withParts } from "./with-parts.ts";

/** A panel to be taken away: its table, what must be said of it, and its picture. */
export interface TakenPanel {
  title: string;
  columns: SheetColumn[];
  rows: Record<string, Cell>[];
  /** Source, release, what is missing, and the mark of a synthetic city. */
  notes: string[];
  /** The answer of the hub as it came. */
  answer: Record<string, unknown>;
  /** By itself, with title and notes; null for a table, which has no picture. */
  svg: string | null;
}

/** Asks what a panel shows for the choices of an address; problems where it shows nothing. Rejects as `ask` does. */
export async function takePanel(visit: Visit, panel: Panel): Promise<TakenPanel | Problem[]> {
  const { choice, problems } = await choose(visit, panel.variables);
  if (problems.length > 0) return problems;
  const chosen = { ...visit, choice };
  const { language } = visit;
  const title = panel.title[language];
  const asked = visit.ask(panel.question, questionVariables(panel.variables, choice));
  if (isOfDocument(panel)) {
    const [shown, answer] = await Promise.all([showPanel(chosen, panel), asked]);
    if (!("table" in shown)) return [shown];
    const columns = columnsOf(panel, language);
    const rows = selectRows(answer, panel.rows).map((row) =>
      Object.fromEntries(columns.map(({ name }) => [name, cellOf(panel.columns[name]!, row, language)])),
    );
    const notes = shown.origins.map(({ name, release }) => `${name} (${release.number})`);
    const mark = shown.synthetic ? [syntheticNote[language]] : [];
    return {
      title,
      columns,
      rows,
      notes: [...notes, ...(shown.asKnown ? [shown.asKnown] : []), ...mark],
      answer,
      svg: pictureAlone(panel, shown, language),
    };
  }
  const [sheet, answer] = await Promise.all([askSheet(chosen, panel), asked]);
  if (!("rows" in sheet)) return [sheet];
  const coverage = coverageLine(sheet);
  const mark = sheet.origin.synthetic ? [syntheticNote[language]] : [];
  return {
    title,
    ...withParts({ columns: sheet.columns, rows: sheet.rows.map(({ cells }) => cells) }, language),
    notes: [sourceLine(sheet), ...(coverage ? [coverage] : []), ...mark],
    answer,
    svg: pictureOfSheet(sheet, 960, true),
  };
}
