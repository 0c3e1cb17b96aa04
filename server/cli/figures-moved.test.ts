import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { DataSource } from "typeorm";
import { boards } from "../../dashboards/boards/boards.ts";
import { type BoardFigure, figuresOfBoards } from "../../dashboards/preview/board-figures.ts";
import { type MovedFigure, movedFigures, movement } from "../../dashboards/preview/moved-figures.ts";
import { type ImportRequest, importFiles } from "../../ingest/publishing/import-files.ts";
import { createDataSource } from "../../ormconfig.ts";
import { createTestDatabase, type TestDatabase } from "../../test/setup/database.ts";
import { contractCorrection } from "../../test/setup/templates.ts";
import { askDatabase } from "./ask-database.ts";
import { figuresMovedBy } from "./figures-moved.ts";

const municipality = "99990";
let copy: TestDatabase;
let database: DataSource;
let before: ReadonlyMap<string, BoardFigure>;
beforeAll(async () => {
  copy = await createTestDatabase("hub_contract");
  database = await createDataSource(copy.url).initialize();
  // What is published on another day changes the days that boards show, and these are no figures.
  await database.query("UPDATE release SET published_at = published_at - interval '3 days'");
  before = await published();
}, 60_000);
afterAll(async () => {
  await database.destroy();
  await copy.drop();
});

const published = () => figuresOfBoards(askDatabase(database, municipality), boards.values(), municipality);

async function movedBy(request: Pick<ImportRequest, "files" | "reason">): Promise<MovedFigure[]> {
  let moved: MovedFigure[] = [];
  const outcome = await importFiles(database, {
    ...{ ...request, municipality, check: true },
    onPreview: async (query) => {
      moved = await figuresMovedBy(database, query, municipality);
    },
  });
  expect(outcome).toMatchObject({ refused: false, release: null });
  return moved;
}

const ofPanel = (moved: MovedFigure[], name: string) =>
  moved.flatMap((figure) =>
    figure.panel.name === name
      ? [[figure.choice, figure.row, figure.column.name, movement(figure)].filter((part) => part !== "")]
      : [],
  );

describe("the figures of boards that a correction would move", () => {
  let moved: MovedFigure[];
  beforeAll(async () => {
    moved = await movedBy(contractCorrection());
  }, 60_000);

  test("are those of its quarter and of no other", () => {
    // 736,505 + 1,123,866 + 858,127 become 662,854 + 1,011,479 + 772,314 thousand won.
    expect(ofPanel(moved, "budget-totals")).toContainEqual(["2025년 4/4분기", "executed", "-2.71851억원"]);
    const choices = moved.filter(({ panel }) => panel.variables.quarter).map(({ choice }) => choice);
    expect(new Set(choices)).toEqual(new Set(["2025년 4/4분기"]));
    expect(moved.map(({ board }) => board.name)).not.toContain("purchase-rate");
  });

  test("were all shown before, a correction among them as one more", () => {
    expect(moved.filter(({ before, after }) => before === null || after === null)).toEqual([]);
    expect(ofPanel(moved, "trust-totals")).toContainEqual(["corrections", "+3건"]);
  });

  test("are those of its rows, beyond the fifteen that a board shows", () => {
    const pledges = ofPanel(moved, "pledges-behind").filter(([, , column]) => column === "executed");
    expect(pledges.map(([, row, , change]) => [row, change]).toSorted()).toEqual([
      ["권역별 청년 일자리 지원 1", "-0.85813억원"],
      ["어르신 생활 체육시설 확충 15", "-1.12387억원"],
      ["어르신 청년 일자리 지원 3", "-0.73651억원"],
    ]);
  });

  test("are the same once it is published, and until then nothing moves", async () => {
    expect(movedFigures(before, await published())).toEqual([]);
    const { release } = await importFiles(database, { ...contractCorrection(), municipality });
    expect(release).not.toBeNull();
    const short = (figures: MovedFigure[]) =>
      figures.map(({ panel, choice, row, column, before, after }) => [
        ...[panel.name, choice, row, column.name, before?.value ?? null, after?.value ?? null],
      ]);
    expect(short(moved)).toEqual(short(movedFigures(before, await published())));
  }, 60_000);
});

test("a quarter that is new moves its figures from nothing", async () => {
  const heading =
    "공약번호,기준분기,회계연도,재원,총사업비(백만원),확보액(백만원),예산현액(천원),집행액누계(천원)";
  const bytes = Buffer.from(`${heading}\n1-1-1,2026-Q1,2026,국비,100,100,400000,100000\n`);
  const moved = await movedBy({ files: [{ name: "예산.csv", bytes }] });
  const executed = moved.find(
    ({ panel, column }) => panel.name === "budget-totals" && column.name === "executed",
  )!;
  expect(executed).toMatchObject({ choice: "2026년 1/4분기", before: null, after: { value: 1 } });
  expect(movement(executed)).toBeNull();
  // The row of the budgets is the same one, though they now reach up to another quarter.
  expect(ofPanel(moved, "freshness")).toContainEqual(["예산", "rows", "+1건"]);
}, 60_000);
