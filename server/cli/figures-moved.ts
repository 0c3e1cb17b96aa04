import type { DataSource, QueryRunner } from "typeorm";
import { boards } from "../../dashboards/boards/boards.ts";
import { figuresOfBoards } from "../../dashboards/preview/board-figures.ts";
import { type MovedFigure, movedFigures } from "../../dashboards/preview/moved-figures.ts";
import { transactionDatabase } from "../../schema/sql/transaction-database.ts";
import { askDatabase } from "./ask-database.ts";

/** The figures of all boards that a transaction's release would move: what is published, against what the transaction sees. */
export async function figuresMovedBy(
  database: DataSource,
  query: QueryRunner,
  municipality: string,
): Promise<MovedFigure[]> {
  const figures = (asked: DataSource) =>
    figuresOfBoards(askDatabase(asked, municipality), boards.values(), municipality);
  const after = await figures(await transactionDatabase(query));
  return movedFigures(await figures(database), after);
}
