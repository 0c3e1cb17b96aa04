import { forms } from "../../schema/feeds.ts";
import { getPath, getRows } from "../../schema/panels/get-path.ts";
import type { PageRequest } from "../pages/page-request.ts";

/** A value that a release changed, in the reader's language. */
export interface FeedChange {
  key: string;
  keyShown: string;
  measureName: string;
  beforeShown: string | null;
  afterShown: string | null;
}

/** A release in the feed. */
export interface FeedEntry {
  number: number;
  /** Path of its page. */
  url: string;
  publishedAt: string;
  reason: string | null;
  /** Names of the documents published with it that the feed is about. */
  documents: string[];
  changes: FeedChange[];
  /** Number of all its changes that the feed is about. */
  changeCount: number;
}

/** What the feed is about. */
export interface FeedTopic {
  municipality: string;
  subject: string | null;
  pledge: string | null;
}

/** Most releases of a feed, and most corrections that are looked through for one by subject or pledge. */
const most = { releases: 50, shown: 20, changes: 1000 };

const changeFields = `key keyShown(language: $language) measureName(language: $language)
  beforeShown(language: $language) afterShown(language: $language)`;

const releasesQuestion = `query ReleaseFeed($of: ID!, $language: Language!) {
  releases(municipality: $of, first: ${most.releases}) { nodes {
    number url publishedAt reason documents { name }
    changes(first: ${most.shown}) { totalCount nodes { ${changeFields} } }
  } }
}`;

const changesQuestion = `query CorrectionFeed($of: ID!, $subjects: [Subject!], $language: Language!) {
  changes(where: { municipality: [$of], subject: $subjects }, first: ${most.changes}) { nodes {
    ${changeFields} release { number url publishedAt reason }
  } }
}`;

const reportsQuestion = `query ReportFeed($of: ID!, $pledge: ID!) {
  pledge(municipality: $of, code: $pledge) { reports { document {
    name release { number url publishedAt reason }
  } } }
}`;

/** Subjects whose rows are of one pledge, by the declarations: their key names it. */
const subjectsOfPledges = (): string[] => [
  ...new Set(
    forms
      .filter(({ identifies, columns, ...form }) => {
        const isPledge = identifies === "pledge" || ("name" in form && form.name === "pledge");
        return isPledge || columns.some(({ key, references }) => key && references === "pledge");
      })
      .flatMap(({ subject }) => subject ?? []),
  ),
];

/** The releases of a topic, newest first: all of a city, or those that changed a subject or are about a pledge. */
export async function feedEntries({ ask, language }: PageRequest, topic: FeedTopic): Promise<FeedEntry[]> {
  const { municipality, subject, pledge } = topic;
  const variables = { of: municipality, language: language.toUpperCase() };
  if (subject === null && pledge === null) {
    const rows = getRows(await ask(releasesQuestion, variables), "releases.nodes");
    return rows.map((row) => ({
      ...releaseOf(row),
      documents: getRows(row, "documents").map(({ name }) => String(name)),
      changes: getRows(row, "changes.nodes") as unknown as FeedChange[],
      changeCount: Number(getPath(row, "changes.totalCount")),
    }));
  }
  const entries = new Map<string, FeedEntry>();
  const entryOf = (row: unknown): FeedEntry => {
    const release = releaseOf(row as Record<string, unknown>);
    const known = entries.get(release.url) ?? { ...release, documents: [], changes: [], changeCount: 0 };
    entries.set(release.url, known);
    return known;
  };
  if (pledge !== null && subject === null) {
    const answer = await ask(reportsQuestion, { of: municipality, pledge });
    for (const row of getRows(answer, "pledge.reports"))
      entryOf(getPath(row, "document.release")).documents.push(String(getPath(row, "document.name")));
  }
  const subjects =
    pledge === null ? [subject] : subjectsOfPledges().filter((one) => !subject || one === subject);
  const changed = await ask(changesQuestion, { ...variables, subjects });
  for (const row of getRows(changed, "changes.nodes")) {
    const change = row as unknown as FeedChange;
    if (pledge !== null && !` ${change.key} `.includes(` ${pledge} `)) continue;
    const entry = entryOf(row.release);
    entry.changeCount += 1;
    if (entry.changes.length < most.shown) entry.changes.push(change);
  }
  return [...entries.values()].sort((one, other) => other.number - one.number).slice(0, most.releases);
}

const releaseOf = (row: Record<string, unknown>) => ({
  number: Number(row.number),
  url: String(row.url),
  publishedAt: new Date(row.publishedAt as string | Date).toISOString(),
  reason: row.reason === null ? null : String(row.reason),
});
