import type { GivenFile } from "../../ingest/forms/read-file.ts";
import type { Localized } from "../../schema/core/localized.ts";
import type { Feed } from "../../schema/feeds/feed.ts";
import type { SampleRow } from "../../schema/feeds/sample-rows.ts";
import { feeds } from "../../schema/feeds.ts";
import { budgetRows, correctedBudgetRows, lateBudgetRows } from "./budgets.ts";
import { courseRows } from "./courses.ts";
import { csvBlocks } from "./csv-blocks.ts";
import { departmentRows } from "./departments.ts";
import { enterpriseRows } from "./enterprises.ts";
import { outletRows } from "./outlet-openings.ts";
import { correctedOutletSalesRows, lateOutletSalesRows, outletSalesRows } from "./outlet-sales.ts";
import { type CityPlan, planCity, type SampleOptions } from "./plan.ts";
import { pledgeRows } from "./pledges.ts";
import { correctedPurchaseRows, purchaseRows } from "./purchases.ts";
import { sampleSource } from "./sample-source.ts";
import { targetRows } from "./targets.ts";

/** A file of a sample city. Its rows are made anew each time they are gone through. */
export interface SampleFile {
  name: string;
  feed: Feed;
  rows(): Iterable<SampleRow>;
}

/** Files that are imported together, as one release. */
export interface SampleImport {
  title: Localized;
  /** The reason for corrections; null if no published figure changes. */
  reason: string | null;
  files: SampleFile[];
}

/** Rows by the name of their feed. */
type RowsByFeed = Record<string, (city: CityPlan) => Iterable<SampleRow>>;

/** What the feeds that the sample city has special cases in say at first. */
const ownRows: RowsByFeed = {
  municipality: ({ code, name }: CityPlan) => [{ code, name, synthetic: true }],
  department: departmentRows,
  pledge: pledgeRows,
  budget: budgetRows,
  enterprise: enterpriseRows,
  purchase: purchaseRows,
  "purchase-target": targetRows,
  outlet: outletRows,
  "outlet-sales": outletSalesRows,
  academy: courseRows,
};

/** The rows that feeds declare themselves. */
const declaredRows: RowsByFeed = Object.fromEntries(
  feeds.flatMap(({ name, sample }) =>
    sample ? [[name, (city: CityPlan) => sample(sampleSource(city))]] : [],
  ),
);

/** What every feed says at first. */
const firstRows: RowsByFeed = { ...ownRows, ...declaredRows };

/** What fills blanks later. */
const lateRows: RowsByFeed = { budget: lateBudgetRows, "outlet-sales": lateOutletSalesRows };

/** What was wrong at first. */
const correctedRows: RowsByFeed = {
  budget: correctedBudgetRows,
  purchase: correctedPurchaseRows,
  "outlet-sales": correctedOutletSalesRows,
};

/** A synthetic city that its options decide wholly: the same options, the same files. */
export interface SampleCity {
  plan: CityPlan;
  /** In the order in which they are to be imported. */
  imports: SampleImport[];
}

/** Makes a synthetic city of any size. Nothing is worked out before its rows are gone through. */
export function sampleCity(options: SampleOptions): SampleCity {
  const plan = planCity(options);
  let number = 0;
  const filesOf = (rows: RowsByFeed, suffix: string): SampleFile[] =>
    feeds
      .filter(({ name }) => name in rows)
      .map((feed) => {
        number += 1;
        const title = feed.title.ko.replaceAll(" ", "");
        const name = `${String(number).padStart(2, "0")}-${title}${suffix}.csv`;
        return { name, feed, rows: () => rows[feed.name]!(plan) };
      });
  return {
    plan,
    imports: [
      { title: { ko: "처음 자료", en: "first reports" }, reason: null, files: filesOf(firstRows, "") },
      { title: { ko: "늦은 보고", en: "late reports" }, reason: null, files: filesOf(lateRows, "-늦은보고") },
      {
        title: { ko: "정정", en: "corrections" },
        reason: "잘못 적은 금액 정정",
        files: filesOf(correctedRows, "-정정"),
      },
    ],
  };
}

/** The bytes of a small file, to be imported at once. */
export const sampleBytes = ({ name, feed, rows }: SampleFile): GivenFile => ({
  name,
  bytes: Buffer.from([...csvBlocks(feed, rows())].join("")),
});
