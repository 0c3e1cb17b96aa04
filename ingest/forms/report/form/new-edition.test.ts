import { expect, test } from "@jest/globals";
import { quarterOf } from "../../../../schema/core/scalars/quarter.ts";
import { cleanParts, formWith } from "../../../../test/ingest/report/report-text.ts";
import { contentOf } from "../../../../test/ingest/report/stated-content.ts";
import { convert } from "../../../documents/office/convert.ts";
import { textDocument } from "../../../documents/text/text-document.ts";
import { readReport } from "../read-report.ts";
import { writeHwpxReport } from "../write/write-hwpx-report.ts";
import { writeReport } from "../write/write-report.ts";
import type { FormEdition } from "./form-edition.ts";
import { quarterlyReportForm } from "./quarterly-report-form.ts";

const word = (title: string, ...variants: string[]) => ({ title, variants });

/** An invented edition from 2027 on, with other words in each part. */
const edition: FormEdition = {
  ...quarterlyReportForm,
  name: { ko: "2027년 서식", en: "form of 2027" },
  validFrom: quarterOf(2027, 1),
  header: {
    ...quarterlyReportForm.header,
    contacts: {
      ...quarterlyReportForm.header.contacts,
      DEPARTMENT: word("책임부서"),
      DIVISION_HEAD: word("국장"),
      OTHER_ROLE: word("과장"),
    },
  },
  parts: {
    RESULTS: word("이행 상황"),
    PARTICIPATION: word("주민 소통"),
    FUNDING: word("재정 투입"),
    ISSUES: word("걸림돌과 대응"),
  },
  issues: { PROBLEM: word("걸림돌"), REMEDY: word("대응") },
  participation: {
    ...quarterlyReportForm.participation,
    columns: { ...quarterlyReportForm.participation.columns, MEETING: word("주민 회의") },
  },
  funding: {
    columns: { ...quarterlyReportForm.funding.columns, SOURCE: word("돈줄") },
    rows: { ...quarterlyReportForm.funding.rows, CITY: word("자체") },
  },
};

const replaced = [
  ...[
    ["소관부서", "책임부서"],
    ["과장", "국장"],
    ["추진실적 및 향후 추진계획", "이행 상황"],
    ["시민참여 실적", "주민 소통"],
  ],
  ...[
    ["연도별 집행액", "재정 투입"],
    ["문제점 및 개선대책", "걸림돌과 대응"],
    ["문제점", "걸림돌"],
    ["개선대책", "대응"],
  ],
  ...[
    ["공약 관련 회의", "주민 회의"],
    ["구분", "돈줄"],
    ["시비", "자체"],
  ],
] as const;
const text = replaced.reduce(
  (printed, [before, after]) => printed.replaceAll(before, after),
  formWith({ ...cleanParts, results: "□ 추진실적 및 향후 추진계획" }).replaceAll("2024년", "2027년"),
);
const editions = [quarterlyReportForm, edition];
const read = (printed: string) => readReport(textDocument(printed), {}, editions)!;

test("a new edition of the form is read and written by its declaration alone", async () => {
  const { report, findings } = read(text);
  expect(findings).toEqual([]);
  expect(report).toMatchObject({
    department: "청년정책과",
    contacts: [{ role: "DIVISION_HEAD", familyName: "김" }, { role: "TEAM_HEAD" }],
    problems: [{ text: "자재비 상승" }],
    remedies: [{ text: "예산 추가 확보" }],
  });
  expect(report!.participation.find(({ kind }) => kind === "MEETING")?.count).toBe(2);
  expect(report!.funding.filter(({ source }) => source === "CITY")).not.toEqual([]);
  const written = writeReport(report!, edition);
  for (const words of ["□ 걸림돌과 대응", "○ 걸림돌", "책임부서\t청년정책과\t국장\t김", "\n\t자체\t"])
    expect(written).toContain(words);
  expect(read(written).findings).toEqual([]);
  const document = await convert("HWPX", writeHwpxReport(report!, edition));
  const again = readReport(document, {}, editions)!;
  expect(again.findings).toEqual([]);
  expect(contentOf(again.report!)).toEqual(contentOf(report!));
});

test("reports on the old form are still read beside it, and an edition before its time is a warning", () => {
  expect(read(formWith()).findings).toEqual([]);
  const early = read(text.replaceAll("2027년", "2024년"));
  expect(early.findings).toMatchObject([{ code: "PERIOD_MISMATCH", severity: "WARNING" }]);
  expect(early.report).not.toBeNull();
});

test("what is missing is named in the words of the edition", () => {
  const [finding] = read(text.replace(/□ 재정 투입[\s\S]*(?=□)/, "")).findings;
  expect(finding).toMatchObject({ code: "PART_MISSING" });
  expect(finding!.message.ko).toContain("재정 투입");
});
