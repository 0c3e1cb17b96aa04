import { type Html, html, trusted } from "../../dashboards/markup/html.ts";
import { minutes } from "../../dashboards/moments.ts";
import { syntheticNote } from "../../dashboards/panel-table/synthetic-note.ts";
import { figureText, type MovedFigure, movement } from "../../dashboards/preview/moved-figures.ts";
import type { FormDifference } from "../../ingest/publishing/feeds/form-difference.ts";
import type { ImportOutcome } from "../../ingest/publishing/import-files.ts";
import { findingSeverity, severityWords } from "../../schema/subjects/release/finding-code.ts";
import { placeOfMissing, refusedForReason, refusedPartly, titleOf, valuesOf } from "./import-preview.ts";

/** What a page about a checked import shows. */
export interface Preview {
  outcome: ImportOutcome;
  /** Null if the boards could not be asked, because rows were refused. */
  moved: readonly MovedFigure[] | null;
  /** Null if the municipality is not known. */
  municipality: { name: string; code: string; synthetic: boolean } | null;
  /** Names of the files. */
  files: readonly string[];
  checkedAt: Date;
}

/** Moved figures that the page lists; all are counted. */
const mostFigures = 2_000;

/** A page of its own about what a checked import would change, in Korean, to be read on paper too. */
export function previewPage({ outcome, moved, municipality, files, checkedAt }: Preview): string {
  const { differences, findings, refused } = outcome;
  const result = refused
    ? "오류가 있어 아무것도 공표되지 않습니다. 아래에서 찾은 점을 고친 뒤 다시 검사하십시오."
    : outcome.facts === 0
      ? "이미 아는 내용과 같아 바뀌는 것이 없습니다."
      : `가져오면 사실 ${counted(outcome.facts)}건을 한 회차로 공표합니다. 아직 공표하지 않았습니다.`;
  const title = `가져오기 전 검사: ${municipality?.name ?? "모르는 지자체"}`;
  return html`<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<h1>${title}</h1>
${municipality?.synthetic ? html`<p class="synthetic">${syntheticNote.ko}</p>` : null}
<p>${result}</p>
<p>검사한 때 ${minutes.format(checkedAt)} · 파일 ${files.join(", ")}</p>
${refused && differences && html`<p>${(moved === null ? refusedPartly : refusedForReason).ko}</p>`}
${differences && [countsTable(differences), ...differences.map(formSection), moved && figuresSection(moved)]}
${findings.length > 0 ? findingsSection(findings) : html`<h2>찾은 점</h2><p>없습니다.</p>`}
</body>
</html>
`.text;
}

const table = (headings: readonly string[], rows: readonly Html[]): Html => html`<table>
<thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>${rows}</tbody>
</table>`;

const cells = (...contents: (string | null)[]): Html =>
  html`<tr>${contents.map((content) => html`<td>${content}</td>`)}</tr>`;

const countsTable = (differences: readonly FormDifference[]): Html => html`<h2>행</h2>
${table(
  ["자료", "새 행", "바뀐 행", "그대로인 행", "이번에 없는 행", "다른 기간의 행"],
  differences.map(({ form, rows, missing }) =>
    cells(
      titleOf(form).ko,
      ...[rows.added, rows.changed, rows.unchanged, missing.count, missing.otherPeriods].map(counted),
    ),
  ),
)}
<p>이번에 없는 행은 파일이 다루는 기간에 이미 공표되어 있으나 파일에 없는 행입니다. 가져와도 그대로 남습니다.</p>`;

function formSection({ form, cells: changed, cellCount, missing }: FormDifference): Html | null {
  if (cellCount === 0 && missing.count === 0) return null;
  const title = titleOf(form).ko;
  return html`${
    cellCount > 0 &&
    html`<h2>${title}: 바뀌는 값 ${counted(cellCount)}</h2>
${table(
  ["행", "항목", "앞의 값", "뒤의 값", "차이", "적힌 곳"],
  changed.map((cell) => {
    const { before, after, change } = valuesOf(cell);
    const place = [cell.document, cell.sheet, `${cell.line}줄`, cell.column && `${cell.column}칸`];
    return cells(cell.key, cell.of.heading, before, after, change, place.filter(Boolean).join(" "));
  }),
)}
${rest(cellCount, changed.length)}`
  }${
    missing.count > 0 &&
    html`<h2>${title}: 이번에 없는 행 ${counted(missing.count)}</h2>
${table(
  ["행", "마지막으로 적힌 곳"],
  missing.rows.map((row) => cells(row.key, placeOfMissing(row).trim())),
)}
${rest(missing.count, missing.rows.length)}`
  }`;
}

function figuresSection(moved: readonly MovedFigure[]): Html {
  const listed = moved.slice(0, mostFigures);
  return html`<h2>달라지는 대시보드 수치 ${counted(moved.length)}</h2>
${
  listed.length === 0
    ? html`<p>없습니다.</p>`
    : table(
        ["대시보드", "패널", "선택", "행", "수치", "앞", "뒤", "차이"],
        listed.map((figure) => {
          const { board, panel, choice, row, column, before, after } = figure;
          const texts = [before, after].map((cell) => figureText(cell, column.unit));
          return cells(
            ...[board.title.ko, panel.title.ko, choice, row, column.label, ...texts],
            movement(figure),
          );
        }),
      )
}
${rest(moved.length, listed.length)}`;
}

const findingsSection = (findings: ImportOutcome["findings"]): Html => html`<h2>찾은 점</h2>
${table(
  ["무게", "종류", "적힌 곳", "원문", "내용"],
  findings.map(({ code, severity, document, sheet, line, column, quote, message }) => {
    const place = [document, sheet, line && `${line}줄`, line && column && `${column}칸`];
    return cells(
      ...[severityWords[severity ?? findingSeverity[code]].ko, code, place.filter(Boolean).join(" ")],
      ...[quote, message.ko],
    );
  }),
)}`;

const rest = (count: number, listed: number): Html | false =>
  count > listed && html`<p>${counted(count - listed)}건은 여기에 싣지 않았습니다.</p>`;

const counted = (count: number): string => count.toLocaleString("en");

const style = `
body { font: 14px/1.6 sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
.synthetic { border: 2px solid #8a5a00; padding: .5rem 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #767676; padding: .25rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #f0f0f0; }
thead { display: table-header-group; } tr { break-inside: avoid; }
@media print { body { margin: 0; max-width: none; font-size: 9pt; } h2 { break-after: avoid; } }
`;
