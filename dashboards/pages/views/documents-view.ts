import type { Localized } from "../../../schema/core/localized.ts";
import type { Column } from "../../../schema/panels/column.ts";
import { code, count, link, plain, rowCount } from "../../../schema/panels/columns.ts";
import { html } from "../../markup/html.ts";
import { addressOf } from "../../markup/hub-address.ts";
import type { PageRequest, View } from "../page-request.ts";
import { rowsTable } from "../parts/rows-table.ts";

const question = `query Documents($inMunicipalities: [ID!], $text: String, $after: String) {
  municipalities { code name }
  documents(where: { municipality: $inMunicipalities, search: $text }, first: 100, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes {
      name url lineCount encoding municipality { name url } release { number url publishedAt }
      findings { severity }
    }
  }
}`;

interface Answer {
  municipalities: { code: string; name: string }[];
  documents: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: (Record<string, unknown> & { findings: unknown[] })[];
  };
}

/** Parameters of the list of documents. */
export const documentsParameters = ["municipality", "search", "after"] as const;

const labels = {
  title: { ko: "문서", en: "Documents" },
  lead: {
    ko: "허브가 읽은 모든 문서와 자료 파일입니다. 새것부터 보입니다.",
    en: "All documents and data files that the hub has read, newest first.",
  },
  municipality: { ko: "지방자치단체", en: "Municipality" },
  all: { ko: "모든 지방자치단체", en: "All municipalities" },
  search: { ko: "파일 이름", en: "Name of the file" },
  show: { ko: "찾기", en: "Search" },
  none: { ko: "그런 문서가 없습니다.", en: "There are no such documents." },
  more: { ko: "다음 문서", en: "More documents" },
} satisfies Record<string, Localized>;

const columns: Record<string, Column> = {
  name: link("문서", "Document", "name", "url"),
  municipality: {
    ...plain("text", "지방자치단체", "Municipality", "municipality.name"),
    page: "municipality.url",
  },
  release: { ...code("회차", "Release", "release.number"), page: "release.url" },
  published: plain("day", "공표", "Published", "release.publishedAt"),
  format: code("형식", "Format", "encoding"),
  lines: count("줄 수", "Lines", "lineCount", rowCount),
  findings: count("찾은 점", "Findings", "findings.length", rowCount),
};

/** The list of documents, of a municipality and with a name if they are chosen. */
export async function documentsView({ ask, choice, language }: PageRequest): Promise<View> {
  const [municipality, search] = [choice("municipality"), choice("search")];
  const say = (text: Localized) => text[language];
  const { municipalities, documents } = (await ask(question, {
    inMunicipalities: municipality ? [municipality] : null,
    text: search,
    after: choice("after"),
  })) as unknown as Answer;
  const { totalCount, pageInfo, nodes } = documents;
  const more = addressOf("/documents", language, { municipality, search, after: pageInfo.endCursor });
  return {
    status: 200,
    title: say(labels.title),
    content: html`<h1>${say(labels.title)} <span class="quiet">${totalCount}</span></h1>
<p class="lead">${say(labels.lead)}</p>
<form class="choices" action="/documents">
<label><span>${say(labels.municipality)}</span><select name="municipality"><option value="">${say(labels.all)}</option>
${municipalities.map(({ code, name }) => html`<option value="${code}"${code === municipality && html` selected`}>${name}</option>`)}</select></label>
<label><span>${say(labels.search)}</span><input type="search" name="search" value="${search ?? ""}"></label>
${language === "en" && html`<input type="hidden" name="lang" value="en">`}
<button>${say(labels.show)}</button></form>
${nodes.length === 0 ? html`<p>${say(labels.none)}</p>` : rowsTable(columns, nodes, say(labels.title), language)}
${pageInfo.hasNextPage && html`<p><a href="${more}">${say(labels.more)}</a></p>`}`,
  };
}
