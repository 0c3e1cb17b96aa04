import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { arbitraryReport } from "../../../../../test/ingest/report/arbitrary-report.ts";
import { formWith, read } from "../../../../../test/ingest/report/report-text.ts";
import { factsIn } from "../../../../../test/ingest/report/state.ts";
import { writeReport } from "../../write/write-report.ts";
import { statedFacts } from "./stated-facts.ts";

const text = readFileSync("test/contract/documents/goyang-1-4-2-2019-Q2.txt", "utf8");
const { report } = read(text, "2019-Q2");
const facts = statedFacts(report!.sections, report!.quarter);
const sectionOf = (kind: string) => report!.sections.find((section) => section.kind === kind)!;
const withText = <Fact extends { section: string; statement: number }>(list: Fact[]) =>
  list.map((fact) => ({ ...fact, statement: sectionOf(fact.section).statements[fact.statement]!.text }));
const figures = withText(facts.figures).map((figure) => ({ ...figure, value: Number(figure.value) }));
const dates = withText(facts.dates);
const stated = JSON.parse(readFileSync("test/contract/office/stated.json", "utf8"));
const isAs = (expected: object) => (fact: object) =>
  Object.entries({ ...fact, ...expected }).every(([key, value]) => fact[key as keyof object] === value);

describe("the real report", () => {
  test.each<object>(stated.figures)("states the figure %j once", (figure) => {
    expect(figures.filter(isAs(figure))).toHaveLength(1);
  });

  test.each<object>(stated.dates)("states the date %j once", (date) => {
    expect(dates.filter(isAs(date))).toHaveLength(1);
  });

  test("states these dates besides, and no other figures", () => {
    const isListed = (fact: object, list: object[]) => list.some((one) => isAs(one)(fact));
    expect(figures.filter((figure) => !isListed(figure, stated.figures))).toEqual([]);
    const others = dates.filter((date) => !isListed(date, stated.dates));
    expect(others.map(({ start, precision, origin }) => `${start} ${precision} ${origin.line}`)).toEqual([
      ...["2019-01-01 YEAR 9", "2019-01-01 YEAR 11", "2019-01-01 YEAR 12"],
      ...["2018-12-01 MONTH 21", "2019-03-01 MONTH 23", "2019-04-01 MONTH 23"],
      ...["2019-07-11 DAY 31", "2019-07-16 DAY 32"],
    ]);
  });

  test("cites for each the line that it is printed in", () => {
    const lines = text.split("\n");
    for (const { origin } of [...facts.figures, ...facts.dates]) {
      expect(lines[origin.line - 1]).toContain(origin.quote);
      expect(origin.quote).toMatch(/\d/);
    }
  });
});

test("a figure on a line that continues a statement is cited there, and one divided between lines is left out", () => {
  const plan = "2024년 2/4분기 추진계획\n\n- 모집 : 남 30명,\n여 40명, 총\n2024. 5. ~\n11. 30개\n업체";
  const { report: own } = read(formWith({ plan }));
  const section = own!.sections.find(({ kind }) => kind === "PLAN")!;
  const inPlan = statedFacts([section], own!.quarter);
  expect(inPlan.figures.map(({ value, origin }) => [value, origin.quote])).toEqual([
    ["30", "모집 : 남 30명,"],
    ["40", "여 40명, 총"],
  ]);
  expect(inPlan.dates).toEqual([]);
});

test("a report that is written and read again states the same", () => {
  const contents = (all: ReturnType<typeof statedFacts>) =>
    JSON.parse(JSON.stringify(all, (key, value) => (key === "origin" ? undefined : value)));
  fc.assert(
    fc.property(arbitraryReport, (original) => {
      const { report: again } = read(writeReport(original));
      // Headings are printed clean: with the year of the report.
      const sections = again!.sections.map((section, index) => ({
        ...section,
        title: original.sections[index]!.title,
      }));
      expect(contents(statedFacts(sections, again!.quarter))).toEqual(
        contents(statedFacts(original.sections, original.quarter)),
      );
    }),
    { numRuns: 50 },
  );
});

test("a text that is too long for a bullet, or stands under one, states nothing", () => {
  expect(factsIn([`교육 ${"가".repeat(4_000)} 3회`, "교육 3회"])).toEqual({ figures: [], dates: [] });
  expect(factsIn([`교육 ${"가".repeat(3_000)} 3회`, "교육 3회"]).figures).toHaveLength(2);
});
