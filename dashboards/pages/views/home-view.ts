import type { Localized } from "../../../schema/core/localized.ts";
import { quarterName } from "../../../schema/core/scalars/quarter.ts";
import { getPath } from "../../../schema/panels/get-path.ts";
import { noMunicipality } from "../../../schema/panels/variables.ts";
import { fundingByYear } from "../../../schema/subjects/funding/panels/funding-by-year.ts";
import type { Severity } from "../../../schema/subjects/release/finding-code.ts";
import type { Board } from "../../boards/board.ts";
import { boards } from "../../boards/boards.ts";
import { type FindingOfPage, severities, severityBadge } from "../../markup/finding-list.ts";
import { type Html, html } from "../../markup/html.ts";
import { addressOf } from "../../markup/hub-address.ts";
import { time } from "../../markup/time-element.ts";
import type { PageRequest, View } from "../page-request.ts";
import { syntheticMark } from "../parts/layout.ts";
import { problemView } from "../parts/problem-view.ts";
import { standingFigures } from "../standing/standing-figures.ts";
import { standingOf, tiles } from "../standing/standing-view.ts";

const question = `query WhatTheHubHolds {
  municipalities { code name url synthetic latestQuarter documentCount pledgeCount }
  releases(first: 20) {
    totalCount
    nodes {
      number url publishedAt reason
      municipality { name synthetic }
      documents { name url synthetic findings { severity } }
    }
  }
}`;

const findingsQuestion = `query FindingsOf($municipality: ID!) {
  ERROR: findings(where: { municipality: [$municipality], severity: [ERROR] }, first: 0) { totalCount }
  WARNING: findings(where: { municipality: [$municipality], severity: [WARNING] }, first: 0) { totalCount }
  NOTE: findings(where: { municipality: [$municipality], severity: [NOTE] }, first: 0) { totalCount }
}`;

interface Holdings {
  municipalities: {
    code: string;
    name: string;
    url: string;
    synthetic: boolean;
    latestQuarter: string | null;
    documentCount: number;
    pledgeCount: number;
  }[];
  releases: { totalCount: number; nodes: ReleaseOfPage[] };
}

interface ReleaseOfPage {
  number: number;
  url: string;
  publishedAt: string;
  reason: string | null;
  municipality: { name: string; synthetic: boolean };
  documents: { name: string; url: string; synthetic: boolean; findings: Pick<FindingOfPage, "severity">[] }[];
}

const labels = {
  title: { ko: "공약 데이터 허브", en: "Pledge data hub" },
  lead: {
    ko: "지방자치단체가 분기마다 공표하는 공약 추진실적을 읽어, 모든 수치를 원본 문서의 줄과 함께 보여 줍니다.",
    en: "Quarterly reports on the pledges of municipalities, with the line of the document behind every figure.",
  },
  others: { ko: "다른 지방자치단체", en: "Other municipalities" },
  offer: { ko: "지어낸 예시 도시", en: "A synthetic city as an example" },
  municipalities: { ko: "지방자치단체", en: "Municipalities" },
  municipality: { ko: "지방자치단체", en: "Municipality" },
  latest: { ko: "최근 분기", en: "Latest quarter" },
  pledges: { ko: "공약", en: "Pledges" },
  documents: { ko: "문서", en: "Documents" },
  none: { ko: "아직 없음", en: "None yet" },
  releases: { ko: "공표 회차", en: "Releases" },
  release: { ko: "회차", en: "Release" },
  published: { ko: "공표", en: "Published" },
  reason: { ko: "사유", en: "Reason" },
  findings: { ko: "발견 사항", en: "Findings" },
  empty: {
    ko: "아직 공표된 자료가 없습니다. 명령 hub import 로 분기 보고서를 들여오십시오.",
    en: "Nothing is published yet. Bring in a quarterly report with the command hub import.",
  },
  boards: { ko: "대시보드", en: "Dashboards" },
  panels: { ko: "분기 보고서", en: "Quarterly reports" },
  ask: { ko: "직접 질의하기", en: "Ask for yourself" },
  graphiql: { ko: "GraphQL 질의 화면", en: "GraphQL, with a first query" },
  graphiqlHint: {
    ko: "첫 질의가 적혀 있어 바로 실행해 볼 수 있습니다.",
    en: "Opens with a query that works.",
  },
  all: { ko: "모든 패널", en: "All panels" },
  allHint: { ko: "하나씩 내려받거나 다른 화면에 퍼갑니다.", en: "Each to take away or to embed." },
  schema: { ko: "스키마 전문", en: "The schema" },
  schemaHint: { ko: "모든 자료형과 항목의 설명.", en: "Every type and field, described." },
} satisfies Record<string, Localized>;

/** The first page: the dashboards, then what there is, from when, how trustworthy, and the way to all of it. */
export async function homeView(page: PageRequest): Promise<View> {
  const { ask, language } = page;
  const { municipalities, releases } = (await ask(question)) as unknown as Holdings;
  const counted = await Promise.all(
    municipalities.map(({ code }) => ask(findingsQuestion, { municipality: code })),
  );
  const say = (text: Localized) => text[language];
  const [home, ...others] = municipalities;
  const standing = home ? await standingOf(page, home.code) : null;
  const demonstration = others.find(({ synthetic }) => synthetic) ?? null;
  const offered =
    standing && !standing.hasFigures && demonstration
      ? html`<section class="silent" aria-labelledby="demonstration"><h2 id="demonstration">${say(labels.offer)}: <a href="${addressOf(demonstration.url, language)}">${demonstration.name}</a> ${syntheticMark(true, language)}</h2>
${tiles(await standingFigures(page, demonstration.code), page)}</section>`
      : null;
  const quarter = (written: string | null) => (written ? say(quarterName(written)) : say(labels.none));

  const badges = (countOf: (severity: Severity) => number): Html[] =>
    severities.flatMap((severity) => {
      const count = countOf(severity);
      return count > 0 ? [severityBadge(severity, language, count)] : [];
    });

  const city = (holding: Holdings["municipalities"][number], at: number) => html`<tr>
<th scope="row"><a href="${addressOf(holding.url, language)}">${holding.name}</a> ${syntheticMark(holding.synthetic, language)}</th>
<td>${quarter(holding.latestQuarter)}</td>
<td class="number">${holding.pledgeCount}</td>
<td class="number">${holding.documentCount}</td>
<td><div class="badges">${badges((severity) => Number(getPath(counted[at], `${severity}.totalCount`)))}</div></td></tr>`;

  const release = ({
    number,
    url,
    publishedAt,
    reason,
    municipality,
    documents,
  }: ReleaseOfPage) => html`<li class="card">
<h3><a href="${addressOf(url, language)}">${say(labels.release)} ${number} · ${municipality.name}</a> ${syntheticMark(municipality.synthetic, language)}</h3>
<p class="quiet">${say(labels.published)} ${time(publishedAt, language)}${reason && ` · ${say(labels.reason)}: ${reason}`}</p>
<ul class="plain">${documents.map(
    ({ name, url, findings }) => html`<li>
<a href="${addressOf(url, language)}">${name}</a>
${badges((severity) => findings.filter((finding) => finding.severity === severity).length)}</li>`,
  )}</ul></li>`;

  const panel = (name: string, title: Localized, description: Localized) => html`<li class="card">
<h3><a href="${addressOf(`/panels/${name}`, language)}">${say(title)}</a></h3><p>${say(description)}</p></li>`;

  const board = ({ name, title, description }: Board) => html`<li class="card">
<h3><a href="${addressOf(`/dashboards/${name}`, language)}">${say(title)}</a></h3><p>${say(description)}</p>
<p class="quiet">${municipalities.map(
    (city) =>
      html`<a href="${addressOf(`/dashboards/${name}`, language, { municipality: city.code })}">${city.name}<span class="unseen"> ${say(title)}</span></a> ${syntheticMark(city.synthetic, language)} `,
  )}</p></li>`;

  return {
    status: 200,
    title: say(labels.title),
    content: html`<h1>${standing ? html`${standing.name} ${syntheticMark(standing.synthetic, language)}` : say(labels.title)}</h1>
<p class="lead">${say(labels.lead)}</p>
${others.length > 0 && html`<p>${say(labels.others)}: ${others.map((city, at) => html`${at > 0 && " · "}<a href="${addressOf(city.url, language)}">${city.name}</a> ${syntheticMark(city.synthetic, language)}`)}</p>`}
${standing?.content ?? null}
${offered}
<section aria-labelledby="boards"><h2 id="boards">${say(labels.boards)}</h2>
<ul class="cards">${[...boards.values()].map(board)}</ul></section>
<section aria-labelledby="panels"><h2 id="panels">${say(labels.panels)}</h2>
<ul class="cards">${panel(fundingByYear.name, fundingByYear.title, fundingByYear.description)}</ul></section>
<section aria-labelledby="municipalities"><h2 id="municipalities">${say(labels.municipalities)}</h2>
${municipalities.length === 0 && problemView([noMunicipality], language)}
<div class="scroll" tabindex="0" role="group" aria-labelledby="municipalities"><table>
<thead><tr><th scope="col">${say(labels.municipality)}</th><th scope="col">${say(labels.latest)}</th>
<th scope="col" class="number">${say(labels.pledges)}</th><th scope="col" class="number">${say(labels.documents)}</th>
<th scope="col">${say(labels.findings)}</th></tr></thead>
<tbody>${municipalities.map(city)}</tbody></table></div></section>
<section aria-labelledby="releases"><h2 id="releases">${say(labels.releases)} <span class="quiet">${releases.totalCount}</span></h2>
${releases.nodes.length > 0 ? html`<ul class="cards">${releases.nodes.map(release)}</ul>` : html`<p>${say(labels.empty)}</p>`}</section>
<section aria-labelledby="ask"><h2 id="ask">${say(labels.ask)}</h2>
<ul class="cards">
<li class="card"><h3><a href="/graphql">${say(labels.graphiql)}</a></h3><p>${say(labels.graphiqlHint)}</p></li>
<li class="card"><h3><a href="${addressOf("/panels", language)}">${say(labels.all)}</a></h3><p>${say(labels.allHint)}</p></li>
<li class="card"><h3><a href="/schema.graphql">${say(labels.schema)}</a></h3><p>${say(labels.schemaHint)}</p></li>
</ul></section>`,
  };
}
