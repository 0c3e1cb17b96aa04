import type { Feed } from "./feed.ts";

/**
 * Feeds in their order, each after those that it refers to. Throws an Error if a column refers to a feed that
 * is not declared, or if feeds refer to each other in a cycle: then none of them could be published first.
 */
export function inReferenceOrder(feeds: readonly Feed[]): Feed[] {
  const byName = new Map(feeds.map((feed) => [feed.name, feed]));
  const ordered = new Set<Feed>();
  const visit = (feed: Feed, path: readonly Feed[]): void => {
    if (ordered.has(feed)) return;
    if (path.includes(feed)) {
      const circle = [...path.slice(path.indexOf(feed)), feed].map(({ name }) => name).join(" → ");
      throw new Error(`Feeds refer to each other in a circle: ${circle}.`);
    }
    for (const { field, references } of feed.columns) {
      // Rows of one feed may refer to each other.
      if (references === undefined || references === feed.name) continue;
      const other = byName.get(references);
      if (!other) throw new Error(`${feed.name}.${field} refers to ${references}, which is no feed.`);
      visit(other, [...path, feed]);
    }
    ordered.add(feed);
  };
  for (const feed of feeds) visit(feed, []);
  return [...ordered];
}
