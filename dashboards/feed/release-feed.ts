import type { Localized } from "../../schema/core/localized.ts";
import { kindsOfData } from "../../schema/panels/columns.ts";
import { type Html, html } from "../markup/html.ts";
import { addressOf } from "../markup/hub-address.ts";
import type { PageRequest } from "../pages/page-request.ts";
import { hubUrlMissing } from "../publication/hub-url-missing.ts";
import { contactText } from "../publication/publication.ts";
import { type FeedEntry, type FeedTopic, feedEntries } from "./feed-entries.ts";

/** Parameters of `/releases.atom`. */
export const feedParameters = ["municipality", "subject", "pledge"] as const;

const labels = {
  releases: { ko: "공표와 정정", en: "Releases and corrections" },
  pledge: { ko: "공약", en: "pledge" },
  documents: { ko: "들어온 문서", en: "Documents" },
  changes: { ko: "바뀐 값", en: "Changed values" },
  reason: { ko: "사유", en: "Reason" },
  none: { ko: "(없음)", en: "(none)" },
} satisfies Record<string, Localized>;

const cityQuestion = `query FeedOf($of: ID) { municipality(code: $of) { code name synthetic } }`;

/**
 * `/releases.atom?municipality=&subject=&pledge=`: the releases of a city, by default the home municipality, as an Atom
 * feed (RFC 4287). With a subject, only those that corrected it; with a pledge, those with a report on it or a
 * correction of it. Rejects as `ask` does.
 */
export async function releaseFeed(page: PageRequest): Promise<{ type: string; text: string }> {
  const { language, origin, choice, publication } = page;
  if (origin === null) throw hubUrlMissing();
  const of = choice("municipality");
  const { municipality } = await page.ask(cityQuestion, { ...(of && { of }) });
  const { code, name, synthetic } = municipality as { code: string; name: string; synthetic: boolean };
  const topic: FeedTopic = { municipality: code, subject: choice("subject"), pledge: choice("pledge") };
  const entries = await feedEntries(page, topic);
  const choices = Object.fromEntries(feedParameters.map((one) => [one, topic[one]]));
  const self = origin + addressOf("/releases.atom", language, choices);
  const about = [topic.subject, topic.pledge && `${labels.pledge[language]} ${topic.pledge}`].filter(Boolean);
  const kind = synthetic ? ` (${kindsOfData.true[language]})` : "";
  const title = `${name}${kind}: ${labels.releases[language]}${about.length > 0 ? `, ${about.join(", ")}` : ""}`;
  const { publisher, contact, licence } = publication;
  const email = contact?.startsWith("mailto:") ? contactText(contact) : null;
  const content = html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${self}</id>
<title>${title}</title>
<updated>${entries[0]?.publishedAt ?? new Date(0).toISOString()}</updated>
<link rel="self" type="application/atom+xml" href="${self}"/>
<link rel="alternate" type="text/html" href="${origin + addressOf(`/municipalities/${code}`, language)}"/>
<author><name>${publisher ?? name}</name>${email && html`<email>${email}</email>`}${contact && !email && html`<uri>${contact}</uri>`}</author>
${licence && html`<rights>${licence.name[language]} ${licence.url}</rights>`}
${entries.map((entry) => entryOf(entry, `${name}${kind}`, origin, page))}
</feed>
`;
  return { type: "application/atom+xml; charset=utf-8", text: withoutControls(content.text) };
}

function entryOf(entry: FeedEntry, city: string, origin: string, { language }: PageRequest): Html {
  const { number, url, publishedAt, reason, documents, changes, changeCount } = entry;
  const address = origin + addressOf(url, language);
  const name = language === "ko" ? `${city} ${number}회차` : `${city}, release ${number}`;
  const counted = changeCount > 0 ? ` · ${labels.changes[language]} ${changeCount}` : "";
  const shown = (value: string | null) => value ?? labels.none[language];
  const body = html`${reason && html`<p>${labels.reason[language]}: ${reason}</p>`}
${documents.length > 0 && html`<p>${labels.documents[language]}: ${documents.join(", ")}</p>`}
${
  changeCount > 0 &&
  html`<p>${labels.changes[language]}: ${changeCount > changes.length ? `${changes.length} / ${changeCount}` : changeCount}</p>
<ul>${changes.map(({ keyShown, measureName, beforeShown, afterShown }) => html`<li>${keyShown} ${measureName}: ${shown(beforeShown)} → ${shown(afterShown)}</li>`)}</ul>`
}`;
  return html`<entry>
<id>${origin + url}</id>
<title>${name}${counted}</title>
<published>${publishedAt}</published>
<updated>${publishedAt}</updated>
<link rel="alternate" type="text/html" href="${address}"/>
<content type="html">${body.text}</content>
</entry>
`;
}

/** XML cannot hold control characters, which texts of documents may have. */
const withoutControls = (xml: string): string => xml.replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, "\ufffd");
