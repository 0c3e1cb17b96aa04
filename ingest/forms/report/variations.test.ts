import { describe, expect, test } from "@jest/globals";
import {
  changed,
  cleanParts,
  formWith,
  found,
  lineOf,
  read,
  tryRead,
} from "../../../test/ingest/report/report-text.ts";
import { writeReport } from "./write/write-report.ts";

const header = (contacts: string) => formWith({ header: `2-3-1\t청년 창업 지원센터 건립\n${contacts}` });
const contactsOf = (text: string) =>
  read(text).report!.contacts.map(({ role, familyName, extension }) => [role, familyName, extension]);
const persons = [
  ["DIVISION_HEAD", "김", "2210"],
  ["TEAM_HEAD", "박", "2215"],
];

describe("contacts", () => {
  test.each([
    ["in a list", "소관부서\t청년정책과\n직위\t성명\t연락처\n과장\t김\t2210\n팀장\t박\t2215"],
    [
      "in a list beside the department",
      "소관부서\t직위\t성명\t연락처\n청년정책과\t과장\t김\t2210\n\t팀장\t박\t2215",
    ],
    ["in a list as text", "소관부서 : 청년정책과\n직위 성명 연락처\n과장 김 2210\n팀장 박 2215"],
    ["below their labels", "소관부서\t과장\t팀장\t연락처\n청년정책과\t김\t박\t2210 2215"],
    [
      "with repeated cells",
      "소관부서\t청년정책과\t과장\t김\t연락처\t2210\n소관부서\t청년정책과\t팀장\t박\t연락처\t2215",
    ],
    ["parted by pipes", "| 소관부서 | 청년정책과 | 과장 | 김 | 팀장 | 박 | 연락처 | 2210 | 2215 |"],
  ])("are read %s", (_, contacts) => {
    expect(found(header(contacts))).toEqual([]);
    expect(read(header(contacts)).report!.department).toBe("청년정책과");
    expect(contactsOf(header(contacts))).toEqual(persons);
  });

  test("a label never becomes a department, nor does a box for approval become a contact", () => {
    const labels = header("소관부서\t직위 성명\n과장\t김\t연락처\t2210\n팀장\t박\t연락처\t2215");
    expect(read(labels).report!.department).toBeNull();
    expect(found(labels)).toEqual(["PART_MISSING null"]);
    const approval = `결재\t과장\t국장\n\t최\t정\n\n${formWith()}`;
    expect(contactsOf(approval)).not.toContainEqual(["DIVISION_HEAD", "최", ""]);
    expect(found(approval)).not.toEqual([]);
  });

  test("an officer of another rank is reported, not taken for one of the form's", () => {
    const text = header("소관부서\t청년정책과\t국장\t이\t과장\t김\t연락처\t2210\t팀장\t박\t연락처\t2215");
    expect(read(text).report!.department).toBe("청년정책과");
    expect(contactsOf(text)).toEqual(persons);
    expect(read(text).findings).toMatchObject([{ code: "UNPLACED_TEXT", quote: "이" }]);
  });
});

describe("amounts", () => {
  test.each(["연도별 사업비", "연도별 투자계획", "연도별 집행 현황", "재원별 투자실적"])(
    "below %s are the form's",
    (title) => {
      const text = formWith(changed("funding", "연도별 집행액", title));
      expect(found(text)).toEqual([]);
      expect(read(text).report!.funding).toEqual(read(formWith()).report!.funding);
      expect(read(text).report!.fundingHeading!.title).toBe(title);
      expect(writeReport(read(text).report!)).toContain(`\n□ ${title}\n`);
    },
  );

  test("with two units are refused at the second, naming both", () => {
    const text = formWith(changed("funding", "□ 연도별 집행액", "□ 연도별 집행액 (단위 : 백만원)"));
    expect(read(text).report).toBeNull();
    const finding = read(text).findings.find(({ code }) => code === "UNIT_MISSING")!;
    expect(finding.line).toBe(lineOf(text, "(단위 : 천원)"));
    for (const words of ["백만원", "천원"]) expect(finding.message.ko).toContain(words);
  });

  test.each([
    ["pipes", " | "],
    ["pipes without spaces", "|"],
  ])("parted by %s are read", (_, separator) => {
    const funding = cleanParts.funding.replaceAll("\t", separator);
    expect(read(formWith({ funding })).report!.funding.map(({ amount }) => amount)).toEqual(
      read(formWith()).report!.funding.map(({ amount }) => amount),
    );
  });

  test.each([
    ["blanks", "   "],
    ["commas", ","],
  ])("parted by %s, where nobody can place blank cells, are reported", (_, separator) => {
    const funding = cleanParts.funding.replaceAll("\t", separator);
    const { report, findings } = read(formWith({ funding }));
    expect(report!.funding).toEqual([]);
    expect(report!.remedies).toMatchObject([{ text: "예산 추가 확보" }]);
    expect(report!.problems).toMatchObject([{ text: "자재비 상승" }]);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(["UNPLACED_TEXT", "PART_MISSING"]));
  });

  test("with wrapped headings and remarks are read, the remark being reported", () => {
    const funding = cleanParts.funding
      .replace("'22.7.~12.\t", "'22.7.\n~12.\t")
      .replace("임기후", "임기후\t비고")
      .replace(/\t200,000\t\t\t$/m, "$&\t도비 협의 중")
      .replace(/^(\t(?:도비|시비|기타).*|\t국비.*[^중])$/gm, "$1\t");
    const { report, findings } = read(formWith({ funding }));
    expect(report!.funding).toHaveLength(28);
    expect(report!.funding[1]!.period).toMatchObject({ start: "2022-07-01", end: "2022-12-31" });
    expect(findings).toMatchObject([{ code: "UNPLACED_TEXT", quote: "도비 협의 중" }]);
  });
});

describe("other parts", () => {
  test("7회 in participation is 7", () => {
    const text = formWith(changed("participation", "2\t0", "7회\t0 회"));
    expect(read(text).report!.participation.slice(0, 2)).toMatchObject([{ count: 7 }, { count: 0 }]);
  });

  test("participation with two rows of figures is not read, since nobody knows which are meant", () => {
    const text = formWith(changed("participation", "2\t0\t-\t\t1", "2\t0\t-\t\t1\n9\t9\t9\t9\t9"));
    expect(read(text).report!.participation).toEqual([]);
    expect(found(text).map((one) => one.split(" ")[0])).toEqual(["PART_MISSING", "UNPLACED_TEXT"]);
  });

  test("a plan for another quarter than the next is a warning", () => {
    const text = formWith(changed("plan", "2024년 2/4분기", "2024년 4/4분기"));
    expect(read(text).findings).toMatchObject([
      { code: "PERIOD_MISMATCH", severity: "WARNING", line: lineOf(text, "4/4분기") },
    ]);
    expect(read(text).report).not.toBeNull();
  });

  test("a document with hardly anything of the form is refused, with what was found and what was not", () => {
    const text = `${cleanParts.header}\n\n${cleanParts.results}\n\n${"회의에서 논의한 내용을 정리합니다.\n\n".repeat(40)}${cleanParts.issues}`;
    const { report, findings } = tryRead(text, "2024-Q1")!;
    expect(report).toBeNull();
    const error = findings.find(({ code, severity }) => code === "PART_MISSING" && severity === "ERROR")!;
    for (const words of ["소관부서", "연도별 집행액"]) expect(error.message.ko).toContain(words);
  });
});
