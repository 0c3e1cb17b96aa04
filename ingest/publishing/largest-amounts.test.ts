import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startTestHub, type TestHub } from "../../test/setup/hub.ts";
import { importFiles } from "./import-files.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

const file = (name: string, ...lines: string[]) => ({ name, bytes: Buffer.from(`${lines.join("\n")}\n`) });
const purchase = (number: string, amount: string) =>
  `${number},2025-03-01,회계과,124-81-00998,물품,"${amount}",아니오`;

test("the largest amount is answered exactly, to the won", async () => {
  const outcome = await importFiles(hub.database, {
    files: [
      file("지자체.csv", "지자체코드,지자체명,합성여부", "88030,큰시,예"),
      file("부서.csv", "부서명", "회계과"),
      file(
        "구매.csv",
        "구매번호,구매일자,부서명,사업자등록번호,구분,금액(원),보조금여부",
        purchase("B1", "9,007,199,254,740,990"),
        purchase("B2", "1원"),
      ),
    ],
    municipality: "88030",
  });
  expect(outcome.findings).toEqual([]);
  const where = 'where: { municipality: ["88030"] }';
  const { data, errors } = await hub.ask(`{
    purchases(${where}) { nodes { number amount } }
    purchaseSummary(basis: SOCIAL_ENTERPRISE, ${where}) { rows { total rate { denominator } } }
  }`);
  expect(errors).toBeUndefined();
  expect(data.purchases.nodes.map(({ amount }: { amount: number }) => amount)).toEqual([
    9_007_199_254_740_990, 1,
  ]);
  const largest = 9_007_199_254_740_991;
  expect(data.purchaseSummary.rows).toEqual([{ total: largest, rate: { denominator: largest } }]);
});
