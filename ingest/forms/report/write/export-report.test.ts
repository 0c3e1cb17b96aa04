import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { QuarterScalar } from "../../../../schema/core/scalars/scalars.ts";
import { startTestHub, type TestHub } from "../../../../test/setup/hub.ts";
import { importFiles } from "../../../publishing/import-files.ts";
import { readFile } from "../../read-file.ts";
import { exportReport } from "./export-report.ts";

const name = "goyang-1-4-2-2019-Q2.txt";
const quarter = QuarterScalar.parseValue("2019-Q2");
let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
  const text = readFileSync(`seeds/documents/${name}`, "utf8");
  const corrected = text.replace("서울역 플리마켓 판매장 운영 합의", "서울역 상설 판매장 운영 합의");
  expect(corrected).not.toBe(text);
  const files = [{ name, bytes: Buffer.from(corrected) }];
  await importFiles(hub.database, { files, municipality: "41280", quarter, reason: "표기 정정" });
});
afterAll(() => hub?.stop());

test("a corrected report is printed as it stands, and as it was known before", async () => {
  const printed = (release: number) => exportReport(hub.database, "41280", "1-4-2", quarter, release);
  expect(await printed(2)).toContain("서울역 상설 판매장");
  expect(await printed(1)).toContain("서울역 플리마켓");
  expect(await printed(1)).not.toContain("서울역 상설 판매장");
});

test("a report is exported as HWPX too", async () => {
  const bytes = await exportReport(hub.database, "41280", "1-4-2", quarter, 2, "hwpx");
  const { report } = await readFile({ name: "1-4-2.hwpx", bytes: Buffer.from(bytes) }, {});
  expect(JSON.stringify(report!.sections.map(({ statements }) => statements))).toContain(
    "서울역 상설 판매장",
  );
});

test("a report that was not known yet is refused", async () => {
  await expect(exportReport(hub.database, "41280", "1-4-2", quarter, 0)).rejects.toMatchObject({
    code: "REPORT_UNKNOWN",
  });
});
