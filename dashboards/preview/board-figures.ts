import { listOf } from "../../schema/panels/list-pages.ts";
import type { SummaryPanel } from "../../schema/panels/panel.ts";
import type { Variable } from "../../schema/panels/variable.ts";
import { type Ask, isRefusal, problemsOf } from "../ask.ts";
import type { Board } from "../boards/board.ts";
import type { Cell } from "../panel-table/cell.ts";
import {
  type PanelTable,
  panelTableOf,
  type TableColumn,
  type TableRow,
} from "../panel-table/panel-table.ts";
import { askAllRows } from "../panels/ask-all-rows.ts";
import { askOptions, type VariableValues } from "../panels/ask-panel.ts";
import { choiceWords } from "../panels/choice-words.ts";

/** A figure that a board shows. */
export interface BoardFigure {
  board: Board;
  panel: SummaryPanel;
  /** What a reader chose to see it, in words: 2025년 4/4분기. Empty if there is nothing to choose. */
  choice: string;
  /** What its row is about, in words; empty in a panel of one row. */
  row: string;
  column: TableColumn;
  cell: Cell;
}

const language = "ko";

/**
 * Every figure that the boards show of a municipality, by a key that is the same at all times: with each value of the
 * variables that a reader has to choose, and nothing chosen for the others. Lists of facts are no figures.
 */
export async function figuresOfBoards(
  ask: Ask,
  boards: Iterable<Board>,
  municipality: string,
): Promise<ReadonlyMap<string, BoardFigure>> {
  const figures = new Map<string, BoardFigure>();
  const answers = new Map<string, ReturnType<Ask>>();
  const askOnce: Ask = (question, variables) => {
    const key = JSON.stringify([question, variables]);
    const answer = answers.get(key) ?? ask(question, variables);
    answers.set(key, answer);
    return answer;
  };
  for (const board of boards)
    for (const { panel } of board.panels) {
      if (listOf(panel) !== null) continue;
      for (const choices of await allChoices(askOnce, panel.variables, municipality))
        for (const figure of await figuresOf(askOnce, board, panel, choices))
          figures.set(keyOf(figure, figures), figure);
    }
  return figures;
}

type Choices = Readonly<Record<string, string>>;

const valuesIn =
  (choices: Choices): VariableValues =>
  (name) =>
    choices[name] ?? null;

/** All combinations of values of those variables that need one. */
async function allChoices(
  ask: Ask,
  variables: Record<string, Variable>,
  municipality: string,
): Promise<Choices[]> {
  let all: Choices[] = [{ municipality }];
  for (const [name, variable] of Object.entries(variables)) {
    if (variable.all || name === "municipality") continue;
    const next: Choices[] = [];
    for (const choices of all) {
      const context = { ask, language, choice: valuesIn(choices) } as const;
      const options = await unlessRefused(askOptions(context, variables, variable));
      for (const { value } of options ?? []) next.push({ ...choices, [name]: value });
    }
    all = next;
  }
  return all;
}

async function figuresOf(
  ask: Ask,
  board: Board,
  panel: SummaryPanel,
  choices: Choices,
): Promise<BoardFigure[]> {
  const choice = valuesIn(choices);
  const answer = await unlessRefused(askAllRows({ ask, choice }, panel));
  const table = answer && panelTableOf(panel, answer, language);
  if (!table) return [];
  const labels = labelsOf(table);
  const chosen = choiceWords(panel.variables, choice, language).filter(({ name }) => choices[name]);
  return table.rows.flatMap((tableRow) => {
    const row = wordsOf(tableRow, labels);
    return table.columns
      .filter(({ isFigure }) => isFigure)
      .map((column) => ({
        ...{ board, panel, row, column },
        ...{ choice: chosen.map(({ words }) => words).join(" · "), cell: tableRow.cells[column.name]! },
      }));
  });
}

/**
 * The columns that say what a row is about, whatever is published: the first names that tell all rows apart, and periods
 * only where they are drawn or there are no names. Days, and the last quarter of some data, change with each release.
 */
function labelsOf({ panel, columns, rows }: PanelTable): TableColumn[] {
  const { chart } = panel;
  if (chart.kind === "stats") return [];
  const drawn = chart.kind === "table" ? [] : [chart.category, chart.kind === "bars" && chart.by];
  const names = columns.filter(
    ({ name, kind }) => kind === "text" || kind === "choice" || drawn.includes(name),
  );
  const labels =
    names.length > 0 ? names : columns.filter(({ kind }) => kind === "quarter" || kind === "month");
  const enough = labels.findIndex(
    (_, index) => new Set(rows.map((row) => wordsOf(row, labels.slice(0, index + 1)))).size === rows.length,
  );
  return enough < 0 ? labels : labels.slice(0, enough + 1);
}

const wordsOf = ({ cells }: TableRow, labels: readonly TableColumn[]): string =>
  labels.map(({ name }) => cells[name]!.text).join(" · ");

/** Rows with the same words are told apart by their order. */
function keyOf({ board, panel, choice, row, column }: BoardFigure, others: ReadonlyMap<string, unknown>) {
  for (let number = 1; ; number++) {
    const key = JSON.stringify([board.name, panel.name, choice, row, column.name, number]);
    if (!others.has(key)) return key;
  }
}

/** What a question gives; null if the hub says that there is no answer, as for a quarter before its first figure. */
async function unlessRefused<Answer>(asking: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asking;
  } catch (error) {
    if (isRefusal(problemsOf(error))) return null;
    throw error;
  }
}
