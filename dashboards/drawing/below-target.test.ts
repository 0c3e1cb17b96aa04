import { expect, test } from "@jest/globals";
import type { Bars } from "../../schema/panels/chart.ts";
import { purchaseByDepartment } from "../../schema/subjects/purchase/panels/purchase-by-department.ts";
import { panelCaption } from "../panel-table/panel-caption.ts";
import { panelTableOf } from "../panel-table/panel-table.ts";
import { marksOf } from "./marks.ts";
import { drawPanel } from "./panel-picture.ts";

const row = (name: string, numerator: number | null, target: number | null) => ({
  department: { name },
  rate: {
    value: numerator === null ? null : numerator / 1e9,
    numerator,
    denominator: 1e9,
    nullReason: numerator === null ? "NOT_REPORTED" : null,
  },
  target,
});
const rows = [
  row("같은과", 100_000_000, 0.1),
  row("못한과", 99_000_000, 0.1),
  row("넘은과", 300_000_000, 0.1),
  row("없는과", 50_000_000, null),
  row("조용과", null, 0.1),
];
const tableIn = (language: "ko" | "en", panel = purchaseByDepartment) =>
  panelTableOf(
    panel,
    {
      municipality: { code: "99990", name: "표본시", synthetic: true },
      releases: { nodes: [{ number: 1, publishedAt: "2026-01-02T00:00:00+09:00" }] },
      purchaseSummary: { coverage: { reporting: 4, expected: 5 }, rows },
    },
    language,
  )!;
const draw = (language: "ko" | "en" = "ko", panel = purchaseByDepartment) =>
  drawPanel(tableIn(language, panel), { width: 960, language, alternative: "", title: null, notes: [] })!;

/** Texts of a picture, in its order. */
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

test("a bar below its target says so; one that equals it, one without and a silent one do not", () => {
  const texts = textsOf(draw());
  expect(texts).toEqual(expect.arrayContaining(["10%", "9.9% 미달", "30%", "5%", "미보고"]));
  expect(texts.filter((text) => text?.includes("미달"))).toEqual(["9.9% 미달", "목표율 미달"]);
  expect(textsOf(draw("en"))).toEqual(expect.arrayContaining(["Below target", "9.9% below"]));
});

test("it has a colour and a pattern of its own", () => {
  const fills = [...draw().matchAll(/<path [^>]*fill="([^"]+)"[^>]*ecmeta_series_index="0"[^>]*="chart"/g)];
  const [, below, ...others] = fills.map(([, fill]) => fill);
  expect(below).toBe("#de3412");
  expect(others).not.toContain(below);
  expect(draw().match(/fill="url\(#/g)).toHaveLength(2);
});

test("those who do not see it are told", () => {
  const mark = marksOf(tableIn("ko"), () => null);
  expect([0, 1].map((place) => mark(0, place)?.label)).toEqual([
    "같은과 우선구매율 10% (100 / 1,000백만원)",
    "못한과 우선구매율 9.9% (99 / 1,000백만원), 목표율 미달",
  ]);
  expect(panelCaption(tableIn("ko"))).toContain("목표율 미달: 못한과.");
});

test("two figures beside a target stand each from 0, and not one upon the other", () => {
  const total = { ...purchaseByDepartment.columns.rate!, selector: "rate" };
  const chart = { ...(purchaseByDepartment.chart as Bars), values: ["rate", "total"] };
  const panel = { ...purchaseByDepartment, columns: { ...purchaseByDepartment.columns, total }, chart };
  const bars = /<path d="M([\d.]+) [^>]*ecmeta_series_index="([01])"[^>]*ecmeta_ssr_type="chart"/g;
  const drawn = [...draw("ko", panel).matchAll(bars)];
  const startsOf = (series: string) => drawn.filter(([, , of]) => of === series).map(([, x]) => x);
  expect(startsOf("0")).toHaveLength(5);
  expect(startsOf("1")).toEqual(startsOf("0"));
});
