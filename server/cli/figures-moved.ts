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
  const figures = (source: DataSource) =>
    figuresOfBoards(askDatabase(source, municipality), boards.values(), municipality);
  const after = await figures(await transactionDatabase(query));
  return movedFigures(await figures(database), after);
}

/** The municipality with this code, as a database or a transaction knows it; null if it does not. */
export async function municipalityNamed(
  database: Pick<DataSource | QueryRunner, "query">,
  code: string,
): Promise<{ code: string; name: string; synthetic: boolean } | null> {
  const [row] = await database.query(
    "SELECT code, name, synthetic FROM municipality WHERE code = $1 ORDER BY known_to DESC LIMIT 1",
    [code],
  );
  return row ?? null;
}
