import type { Localized } from "../../../schema/core/localized.ts";
import { formatQuarter, parseQuarter, quarterName } from "../../../schema/core/scalars/quarter.ts";
import type { StandingFigure, SummaryPanel } from "../../../schema/panels/panel.ts";
import { quartersBack } from "../../../schema/sql/summary/comparison.ts";
import type { Board } from "../../boards/board.ts";
import { boards } from "../../boards/boards.ts";
import { addressOf } from "../../markup/hub-address.ts";
import type { Cell } from "../../panel-table/cell.ts";
import type { Coverage, PanelTable } from "../../panel-table/panel-table.ts";
import type { VariableValues } from "../../panels/ask-panel.ts";
import { resolveVariables } from "../../panels/resolve-variables.ts";
import type { PageRequest } from "../page-request.ts";
import { askPanelTable } from "../parts/show-panel-table.ts";

/** A figure that shows how a municipality stands, as people read it. */
export interface Standing {
  board: Board;
  label: string;
  /** The period that it is of: 2025년 2/4분기, 2025. */
  period: string;
  cell: Cell;
  reference: { label: string; cell: Cell } | null;
  /** The same figure of the period that it is compared with; null if that one has none. */
  before: { period: string; cell: Cell; isComplete: boolean } | null;
  /** How much of what it is about is reported; null if nothing is expected to be. */
  coverage: NonNullable<PanelTable["coverage"]> | null;
  /** Its board with the same choices. */
  address: string;
}

/** The figures of all boards for a municipality, those without a value left out. */
export async function standingFigures(page: PageRequest, municipality: string): Promise<Standing[]> {
  const boardsWithFigures = [...boards.values()].filter(({ figures }) => figures);
  const all = await Promise.all(boardsWithFigures.map((board) => figuresOf(page, municipality, board)));
  return all.flat();
}

async function figuresOf(page: PageRequest, municipality: string, board: Board): Promise<Standing[]> {
  const { panel } = board.panels[0]!;
  const requested = withChoices(page, { municipality, asOf: page.choice("asOf") });
  const { resolved, choice, problems } = await resolveVariables(requested, panel.variables);
  if (problems.length > 0) return [];
  const table = await tableOf(page, panel, choice);
  const variable = "quarter" in panel.variables ? "quarter" : "year";
  const period = choice(variable);
  const row = table?.rows[0];
  if (!table || !row || period === null) return [];
  const figures = board.figures!.filter(({ column }) => row.cells[column]?.value != null);
  return Promise.all(
    figures.map(async (figure) => {
      const earlier = earlierPeriod(period, figure);
      const isReported = resolved[variable]?.options?.some(({ value }) => value === earlier);
      const before = isReported
        ? await tableOf(page, panel, (name) => (name === variable ? earlier : choice(name)))
        : null;
      const label = (name: string) => table.columns.find((column) => column.name === name)?.label ?? "";
      const cellBefore = before?.rows[0]?.cells[figure.column];
      const { reference } = figure;
      return {
        board,
        label: label(figure.column),
        period: periodName(period)[page.language],
        cell: row.cells[figure.column]!,
        reference: reference ? { label: label(reference), cell: row.cells[reference]! } : null,
        before:
          cellBefore?.value == null
            ? null
            : {
                period: periodName(earlier)[page.language],
                cell: cellBefore,
                isComplete: isComplete(before!.coverage),
              },
        coverage: table.coverage,
        address: addressOf(`/dashboards/${board.name}`, page.language, {
          municipality,
          [variable]: period,
          asOf: page.choice("asOf"),
        }),
      };
    }),
  );
}

/** Label of a quarter or a year. */
const periodName = (period: string): Localized =>
  /^\d{4}$/.test(period) ? { ko: `${period}년`, en: period } : quarterName(period);

const withChoices = (page: PageRequest, choices: Record<string, string | null>): PageRequest => ({
  ...page,
  choice: (name) => choices[name] ?? null,
});

async function tableOf(
  page: PageRequest,
  panel: SummaryPanel,
  choice: VariableValues,
): Promise<PanelTable | null> {
  const table = await askPanelTable({ ...page, choice }, panel);
  return "rows" in table ? table : null;
}

/** The quarter or year that a figure is compared with. */
function earlierPeriod(period: string, { compareTo }: StandingFigure): string {
  const quarter = parseQuarter(period);
  return quarter === undefined
    ? String(Number(period) - 1)
    : formatQuarter(quarter - quartersBack(compareTo));
}

/** Whether all is reported that a figure is about. */
export const isComplete = (coverage: Coverage | null): boolean =>
  coverage === null || coverage.reporting >= coverage.expected;
