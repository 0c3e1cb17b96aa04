import { closest } from "fastest-levenshtein";
import { academyFeed } from "./academy/academy-feed.ts";
import { departmentFeed } from "./department/department-feed.ts";
import { enterpriseFeed } from "./enterprise/enterprise-feed.ts";
import type { Feed } from "./feed.ts";
import { budgetFeed } from "./funding/budget-feed.ts";
import { HubError } from "./hub-error.ts";
import { municipalityFeed } from "./municipality/municipality-feed.ts";
import { outletFeed } from "./outlet/outlet-feed.ts";
import { outletSalesFeed } from "./outlet/outlet-sales-feed.ts";
import { pledgeFeed } from "./pledge/pledge-feed.ts";
import { purchaseFeed } from "./purchase/purchase-feed.ts";
import { purchaseTargetFeed } from "./purchase/purchase-target-feed.ts";

/** Every departmental spreadsheet that the hub reads, each after those that it refers to. */
export const feeds: readonly Feed[] = [
  municipalityFeed,
  departmentFeed,
  pledgeFeed,
  budgetFeed,
  enterpriseFeed,
  purchaseFeed,
  purchaseTargetFeed,
  outletFeed,
  outletSalesFeed,
  academyFeed,
];

/** The feed of a name; an error with the nearest name where there is none. */
export function feedNamed(name: string): Feed {
  const feed = feeds.find((one) => one.name === name);
  if (feed) return feed;
  const names = feeds.map((one) => one.name);
  const near = closest(name, names);
  throw new HubError(
    "FEED_UNKNOWN",
    { ko: `${name}(이)라는 자료는 없습니다.`, en: `There is no feed named ${name}.` },
    {
      ko: `가장 가까운 것은 ${near}입니다. 모두: ${names.join(", ")}.`,
      en: `The nearest is ${near}. All: ${names.join(", ")}.`,
    },
  );
}
