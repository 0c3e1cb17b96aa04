import { HubError } from "./core/hub-error.ts";
import { nearest } from "./core/nearest.ts";
import type { Feed } from "./feeds/feed.ts";
import { subjects } from "./subjects/index.ts";

/** Every departmental spreadsheet that the hub reads, each after those that it refers to. */
export const feeds: readonly Feed[] = subjects.flatMap((subject) => subject.feeds ?? []);

/** The feed that a steward means by its name, the last word of that, or its Korean title; an error with the nearest name where there is none. */
export function feedNamed(name: string): Feed {
  const feed =
    feeds.find((one) => one.name === name || one.title.ko.replaceAll(" ", "") === name.replaceAll(" ", "")) ??
    feeds.find((one) => one.name.endsWith(`-${name}`));
  if (feed) return feed;
  const names = feeds.map((one) => one.name);
  const near = nearest(name, names);
  throw new HubError(
    "FEED_UNKNOWN",
    { ko: `${name}(이)라는 자료는 없습니다.`, en: `There is no feed named ${name}.` },
    {
      ko: `가장 가까운 것은 ${near}입니다. 모두: ${names.join(", ")}.`,
      en: `The nearest is ${near}. All: ${names.join(", ")}.`,
    },
  );
}
