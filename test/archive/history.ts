import { readFileSync } from "node:fs";
import fc from "fast-check";
import { zipSync } from "fflate";
import type { DataSource } from "typeorm";
import type { GivenFile } from "../../ingest/forms/read-file.ts";
import { retract } from "../../ingest/publishing/feeds/retract.ts";
import { importFiles } from "../../ingest/publishing/import-files.ts";
import { forgetMapping } from "../../ingest/publishing/table-mappings.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import { parseQuarter } from "../../schema/core/scalars/quarter.ts";

/** Something that a steward does; several may be refused, and change nothing then. */
export type Step =
  | { do: "correct" | "purchase" | "retract"; row: number; amount: number }
  | { do: "report"; pledge: number }
  | { do: "rename" | "zip"; name: string }
  | { do: "table"; at: number; mapped: boolean }
  | { do: "forget"; at: number };

const row = fc.nat({ max: 300 });
const amount = fc.integer({ min: 1, max: 900_000 });
const name = fc.constantFrom("가", "나", "다");
const tableCount = 12;

/** Random histories on the contract's cities 99990 and 99993 and the city of the real report. */
export const histories: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constantFrom("correct" as const, "purchase" as const, "retract" as const),
      row,
      amount,
    }),
    fc.record({ do: fc.constant("report" as const), pledge: fc.nat({ max: 3 }) }),
    fc.record({ do: fc.constantFrom("rename" as const, "zip" as const), name }),
    fc.record({
      ...{ do: fc.constant("table" as const), at: fc.nat({ max: tableCount - 1 }), mapped: fc.boolean() },
    }),
    fc.record({ do: fc.constant("forget" as const), at: fc.nat({ max: tableCount - 1 }) }),
  ),
  { minLength: 12, maxLength: 16 },
);

const folder = "test/contract";
const tables: [name: string, mapping: string | null, options: string[]][] = JSON.parse(
  readFileSync(`${folder}/tables/order.json`, "utf8"),
);
const table = (name: string): GivenFile => ({ name, bytes: readFileSync(`${folder}/tables/${name}`) });
const budget = readFileSync(`${folder}/feeds/04-예산.csv`, "utf8").trim().split("\n");
const report = readFileSync(`${folder}/documents/goyang-1-4-2-2019-Q2.txt`, "utf8");
const csv = (fileName: string, ...lines: string[]): GivenFile => ({
  name: fileName,
  bytes: Buffer.from(`${lines.join("\n")}\n`),
});
const sample = { municipality: "99990" };

/** The city of the tables, with its departments. */
export const beginning = { files: [table(tables[0]![0]), table(tables[1]![0])], municipality: "99993" };

/** Takes a step; what a hub refuses in words is part of a history. */
export async function take(database: DataSource, step: Step): Promise<void> {
  try {
    await attempt(database, step);
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
  }
}

async function attempt(database: DataSource, step: Step): Promise<unknown> {
  switch (step.do) {
    case "correct": {
      const cells = budget[1 + step.row]!.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
      const file = csv("정정.csv", budget[0]!, [...cells.slice(0, -1), step.amount].join(","));
      return importFiles(database, { ...sample, files: [file], reason: `정정 ${step.amount}` });
    }
    case "purchase": {
      const heading = "구매번호,구매일자,부서명,사업자등록번호,구분,금액(원),보조금여부";
      const file = csv(
        "구매.csv",
        heading,
        `N-${step.row},2025-03-01,회계과,124-81-00998,물품,${step.amount},아니오`,
      );
      return importFiles(database, { ...sample, files: [file], reason: step.row % 2 ? "정정" : undefined });
    }
    case "retract": {
      const key = `B2024-${String(step.row).padStart(6, "0")}`;
      return retract(database, { ...sample, feed: "purchase", key, reason: "이중 입력" });
    }
    case "report": {
      const files = [csv(`보고서-${step.pledge}.txt`, report.replace("1-4-2", `9-9-${step.pledge}`))];
      return importFiles(database, { files, municipality: "41280", quarter: parseQuarter("2019-Q2") });
    }
    case "rename": {
      const file = csv("지자체.csv", "지자체코드,지자체명,합성여부", `99990,표본${step.name}시,예`);
      return importFiles(database, { ...sample, files: [file], reason: "이름 변경" });
    }
    case "zip": {
      const known = { "부서/02.csv": readFileSync(`${folder}/feeds/02-부서.csv`) };
      const bytes = zipSync({ ...known, "부서/새.csv": Buffer.from(`부서명\n${step.name}팀\n`) });
      return importFiles(database, { ...sample, files: [{ name: "자료.zip", bytes }] });
    }
    case "table": {
      const [fileName, mapping, options] = tables[step.at]!;
      return importFiles(database, {
        ...{ files: [table(fileName)], municipality: "99993", reason: options[1] },
        mappings: mapping !== null && step.mapped ? [table(mapping)] : [],
      });
    }
    case "forget":
      return forgetMapping(database, "99993", tables[step.at]![1] ?? "");
  }
}
