import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { inlineRows, workbookBytes } from "../../../test/ingest/write-workbook.ts";
import { startTestHub, type TestHub } from "../../../test/setup/hub.ts";
import { importFiles } from "../import-files.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

const sheet = (name: string, rows: string[][]) => ({ name, rows: inlineRows(rows) });

test("the figures of a workbook are cited by sheet and row, and its page shows that row", async () => {
  const bytes = workbookBytes({
    sheets: [
      sheet("지자체", [
        ["지자체코드", "지자체명", "합성여부"],
        ["88002", "시험시", "예"],
      ]),
      sheet("부서", [["부서명"], ["회계과"]]),
      sheet("공약", [
        ["공약번호", "공약명", "소관부서", "기준분기", "이행상태"],
        ["1-1", "도서관 건립", "회계과", "2025-Q1", "정상추진"],
      ]),
      sheet("예산", [
        ["2025년 예산 현황"],
        [
          "공약번호",
          "기준분기",
          "회계연도",
          "재원",
          "총사업비(백만원)",
          "확보액(백만원)",
          "예산현액(천원)",
          "집행액누계(천원)",
        ],
        ["1-1", "2025-Q1", "2025", "시비", "10", "5", "1,000", "250"],
      ]),
    ],
  });
  const outcome = await importFiles(hub.database, {
    files: [{ name: "자료.xlsx", bytes }],
    municipality: "88002",
  });
  expect(outcome.findings).toEqual([]);
  const { data, errors } = await hub.ask(`{ pledge(code: "1-1", municipality: "88002") { funding {
    phase amount citation { sheet line column quote url document { sheets lines(sheet: "예산", first: 3) { number text } } }
  } } }`);
  expect(errors).toBeUndefined();
  const executed = data.pledge.funding.find(({ phase }: { phase: string }) => phase === "EXECUTED");
  expect(executed).toMatchObject({
    amount: 250000,
    citation: { sheet: "예산", line: 3, column: 8, quote: "250" },
  });
  expect(executed.citation.document.lines[2]).toEqual({
    number: 3,
    text: "1-1\t2025-Q1\t2025\t시비\t10\t5\t1,000\t250",
  });
  const page = await (await fetch(new URL(executed.citation.url, hub.url))).text();
  expect(page).toMatch(/<li id="L3">[\s\S]*1,000/);
  expect(decodeURIComponent(executed.citation.url)).toContain("sheet=예산#L3");
});
