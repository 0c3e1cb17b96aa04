import type { Localized } from "../../../schema/core/localized.ts";
import { officeFormats } from "../../../schema/subjects/release/document-blocks.ts";
import { type FindingOfPage, findingList } from "../../markup/finding-list.ts";
import { type Html, html } from "../../markup/html.ts";
import { addressOf, linesPerPage } from "../../markup/hub-address.ts";
import { time } from "../../markup/time-element.ts";
import type { PageRequest, View } from "../page-request.ts";
import { documentBlocks } from "../parts/document-blocks.ts";
import { syntheticMark } from "../parts/layout.ts";
import { type LineOfPage, lineFields } from "../parts/printed-paragraph.ts";
import { problemPage } from "../parts/problem-view.ts";

const question = `query Document($sha256: ID!, $from: Int!, $lines: Int!, $sheet: String, $language: Language!) {
  document(sha256: $sha256) {
    name sha256 synthetic url fileUrl encoding byteCount lineCount
    municipality { name }
    release { number publishedAt }
    sheets
    mappings { name feed sheet json }
    lines(from: $from, first: $lines, sheet: $sheet) { number text }
    findings { code severity message(language: $language) sheet line }
  }
}`;

/** What the lines of an office document have besides their text. */
const blocksQuestion = `query DocumentBlocks($sha256: ID!, $from: Int!, $lines: Int!) {
  document(sha256: $sha256) { lines(from: $from, first: $lines) { ${lineFields} } }
}`;

interface DocumentOfPage {
  name: string;
  sha256: string;
  synthetic: boolean;
  url: string;
  fileUrl: string;
  encoding: string;
  byteCount: number;
  lineCount: number;
  municipality: { name: string };
  release: { number: number; publishedAt: string };
  sheets: string[];
  mappings: { name: string; feed: string; sheet: string | null; json: string }[];
  lines: { number: number; text: string }[];
  findings: (FindingOfPage & { sheet: string | null })[];
}

const labels = {
  unknown: { ko: "그런 문서가 없습니다.", en: "There is no such document." },
  unknownRemedy: {
    ko: "주소의 SHA-256을 확인하거나 보유 자료에서 문서를 고르십시오.",
    en: "Check the SHA-256 in the address, or choose a document among the holdings.",
  },
  noPage: { ko: "그 줄부터는 보여 드릴 수 없습니다.", en: "No lines begin there." },
  noPageRemedy: {
    ko: "from 에는 1부터 문서의 줄 수까지의 정수를 주십시오.",
    en: "Give `from` a whole number from 1 to the number of lines.",
  },
  municipality: { ko: "지방자치단체", en: "Municipality" },
  release: { ko: "공표 회차", en: "Release" },
  size: { ko: "크기", en: "Size" },
  lines: { ko: "줄", en: "lines" },
  bytes: { ko: "바이트", en: "bytes" },
  whole: { ko: "문서 전체에 대한 발견 사항", en: "Findings on the whole document" },
  text: { ko: "문서 원문", en: "Text of the document" },
  asItIs: {
    ko: "글자 그대로입니다. 표의 칸 사이(탭)에는 세로줄을 그었습니다. 발견 사항은 그 줄 아래에 있습니다.",
    en: "Letter for letter; a bar stands between the cells of tables (at tabs). Findings stand under their line.",
  },
  asPrinted: {
    ko: "문단과 표의 행마다 번호가 있습니다. 쪽의 꾸밈은 옮기지 않았으니, 원본은 내려받아 보십시오.",
    en: "Paragraphs and table rows are numbered. For the layout, download the original file.",
  },
  original: { ko: "원본 파일", en: "Original file" },
  download: { ko: "내려받기", en: "Download" },
  sheets: { ko: "시트", en: "Sheets" },
  mappings: { ko: "읽은 매핑", en: "Read through the mapping" },
  mappingJson: { ko: "매핑의 내용(JSON)", en: "The mapping (JSON)" },
  pages: { ko: "쪽 이동", en: "Pages" },
  before: { ko: "앞 줄", en: "Lines before" },
  after: { ko: "다음 줄", en: "Lines after" },
} satisfies Record<string, Localized>;

/** The text of a line letter for letter, each tab marked so that blank cells are seen. */
const cells = (text: string): Html[] =>
  text.split("\t").map((cell, at) => html`${at > 0 && html`<span class="tab">\t</span>`}${cell}`);

/** A document line by line, each line with an address of its own (#L51) and its findings. */
export async function documentView(page: PageRequest, sha256: string): Promise<View> {
  const { ask, language, choice } = page;
  const say = (text: Localized) => text[language];
  const refused = (status: number, code: string, text: Localized, remedy: Localized): View => {
    return problemPage(status, [{ code, text, remedy }], page);
  };
  const from = Number(choice("from") ?? 1);
  if (!Number.isInteger(from) || from < 1 || from > 2 ** 31 - 1) {
    return refused(400, "LINE_UNKNOWN", labels.noPage, labels.noPageRemedy);
  }
  const requestedSheet = choice("sheet") ?? null;
  const variables = {
    sha256,
    from,
    lines: linesPerPage,
    sheet: requestedSheet,
    language: language.toUpperCase(),
  };
  const answer = await ask(question, variables);
  const document = answer.document as DocumentOfPage | null;
  if (!document) return refused(404, "DOCUMENT_UNKNOWN", labels.unknown, labels.unknownRemedy);
  if (from > Math.max(document.lineCount, 1)) {
    return refused(404, "LINE_UNKNOWN", labels.noPage, labels.noPageRemedy);
  }

  const blocks = officeFormats.includes(document.encoding)
    ? ((await ask(blocksQuestion, { sha256, from, lines: linesPerPage })).document as { lines: LineOfPage[] })
        .lines
    : null;
  const currentSheet = requestedSheet ?? document.sheets[0] ?? null;
  const ofLine = (number: number | null) =>
    document.findings.filter(
      ({ line, sheet }) => line === number && (line === null || sheet === currentSheet),
    );
  const line = ({ number, text }: { number: number; text: string }): Html => html`<li id="L${number}">
<a class="line-number" href="#L${number}">${number}</a>
<div><code>${cells(text)}</code>${findingList(ofLine(number), language)}</div></li>`;
  const turn = (start: number, text: Localized) =>
    html`<a href="${addressOf(document.url, language, { ...(requestedSheet && { sheet: requestedSheet }), from: String(start) })}">${say(text)} ${start}–${Math.min(start + linesPerPage - 1, document.lineCount)}</a>`;
  const whole = ofLine(null);
  const sheetLink = (sheet: string) =>
    sheet === currentSheet
      ? html`<strong aria-current="page">${sheet}</strong> `
      : html`<a href="${addressOf(document.url, language, { sheet })}">${sheet}</a> `;

  const mapping = ({ name, feed, sheet, json }: DocumentOfPage["mappings"][number]): Html =>
    html`<dd>${name} (${[sheet, feed].filter(Boolean).join(" → ")})
<details><summary>${say(labels.mappingJson)}</summary><pre><code>${json}</code></pre></details></dd>`;

  return {
    status: 200,
    title: document.name,
    content: html`<h1>${document.name} ${syntheticMark(document.synthetic, language)}</h1>
<dl class="facts">
<div><dt>${say(labels.municipality)}</dt><dd>${document.municipality.name}</dd></div>
<div><dt>${say(labels.release)}</dt><dd>${document.release.number} (${time(document.release.publishedAt, language)})</dd></div>
<div><dt>${say(labels.size)}</dt><dd>${document.lineCount} ${say(labels.lines)}, ${document.byteCount} ${say(labels.bytes)}, ${document.encoding}</dd></div>
<div><dt>${say(labels.original)}</dt><dd><a href="${document.fileUrl}" download>${say(labels.download)}</a></dd></div>
${document.mappings.length > 0 && html`<div><dt>${say(labels.mappings)}</dt>${document.mappings.map(mapping)}</div>`}
<div><dt>SHA-256</dt><dd><code>${document.sha256}</code></dd></div>
</dl>
${whole.length > 0 && html`<section><h2>${say(labels.whole)}</h2>${findingList(whole, language)}</section>`}
<section aria-labelledby="text"><h2 id="text">${say(labels.text)}</h2><p class="quiet">${say(blocks ? labels.asPrinted : labels.asItIs)}</p>
${document.sheets.length > 1 && html`<nav aria-label="${say(labels.sheets)}">${document.sheets.map(sheetLink)}</nav>`}
${blocks ? documentBlocks(blocks, ofLine, language) : html`<ol class="lines">${document.lines.map(line)}</ol>`}
<nav class="pages" aria-label="${say(labels.pages)}">
${from > 1 && turn(Math.max(1, from - linesPerPage), labels.before)}
${from + linesPerPage <= document.lineCount && turn(from + linesPerPage, labels.after)}
</nav></section>`,
  };
}
