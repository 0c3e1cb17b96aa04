import { HubError } from "./core/hub-error.ts";
import { nearest } from "./core/nearest.ts";
import type { Feed, Form } from "./feeds/feed.ts";
import { inReferenceOrder } from "./feeds/reference-order.ts";
import { subjects } from "./subjects/index.ts";

/** All departmental spreadsheets that the hub reads, each after those that it refers to. */
export const feeds: readonly Feed[] = inReferenceOrder(subjects.flatMap((subject) => subject.feeds ?? []));

/** All forms of facts in the order in which they are published: feeds, and the parts of reports. */
export const forms: readonly Form[] = [...feeds, ...subjects.flatMap((subject) => subject.forms ?? [])];

/** SQL of all subjects that runs at the end of a release, before its commit. */
export const afterRelease = (release: { municipalityId: number; number: number }): string[] =>
  subjects.flatMap((subject) => subject.afterRelease?.(release) ?? []);

/** The feed with this name, last word of its name, or Korean title. Throws an error with the nearest name if there is none. */
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
