import type { Problem } from "../../schema/core/problem.ts";
import { panels } from "../boards/panels.ts";
import { type Html, html } from "../markup/html.ts";
import { addressOf } from "../markup/hub-address.ts";
import { time } from "../markup/time-element.ts";
import type { PageAddress, View } from "../pages/page-request.ts";
import { problemView } from "../pages/parts/problem-view.ts";

/** An embed as the list tells of it; moments as the hub writes them, null where there was none. */
export interface ListedEmbed {
  id: string;
  panel: string;
  variables: { name: string; value: string }[];
  allowedOrigins: string[];
  createdBy: string;
  createdAt: string;
  expiresAt: string | null;
  revokedAt: string | null;
  lastUsedAt: string | null;
}

const labels = {
  title: { ko: "만든 임베드", en: "Embeds" },
  lead: {
    ko: "다른 화면에 넣은 패널과 마지막으로 쓰인 때입니다. 보거나 거두려면 분석가의 토큰이 있어야 합니다.",
    en: "Panels in other pages, and when they were last used. Seeing or revoking them takes the token of an analyst.",
  },
  token: { ko: "분석가의 토큰", en: "Token of an analyst" },
  list: { ko: "목록 보기", en: "Show the list" },
  none: { ko: "만든 임베드가 없습니다.", en: "There are no embeds." },
  id: { ko: "번호", en: "Id" },
  panel: { ko: "패널", en: "Panel" },
  origins: { ko: "허용 출처", en: "Origins" },
  picturesOnly: { ko: "그림으로만", en: "pictures only" },
  made: { ko: "만든 이·시각", en: "Made by, at" },
  ends: { ko: "끝", en: "Ends" },
  endless: { ko: "없음", en: "never" },
  used: { ko: "마지막 사용", en: "Last used" },
  unused: { ko: "아직 없음", en: "not yet" },
  revoke: { ko: "거두기", en: "Revoke" },
  revoked: { ko: "거둠", en: "Revoked" },
  again: {
    ko: "거두려면 토큰을 다시 넣고 누르십시오.",
    en: "To revoke one, enter the token again and press.",
  },
};

/** The list of embeds with a button to revoke each; `embeds` null: who asks has not said who they are yet. */
export function embedListView(
  { language }: PageAddress,
  embeds: ListedEmbed[] | null,
  problems: Problem[] = [],
): View {
  const title = labels.title[language];
  return {
    status: problems.length > 0 ? 400 : 200,
    title,
    content: html`<h1>${title}</h1><p class="lead">${labels.lead[language]}</p>
${problems.length > 0 && problemView(problems, language)}
<form class="stacked" method="post" action="${addressOf("/embeds", language)}">
<label><span>${labels.token[language]}</span><input type="password" name="token" required autocomplete="current-password"></label>
<button>${labels.list[language]}</button>${embeds && embedTable(embeds, language)}</form>`,
  };
}

function embedTable(embeds: ListedEmbed[], language: PageAddress["language"]): Html {
  if (embeds.length === 0) return html`<p>${labels.none[language]}</p>`;
  const at = (moment: string | null, otherwise: string) => (moment ? time(moment, language) : otherwise);
  const row = (embed: ListedEmbed) => html`<tr><th scope="row">${embed.id}</th>
<td>${panels.get(embed.panel)?.title[language] ?? embed.panel}<small>${embed.variables.map(({ value }) => value).join(" · ")}</small></td>
<td>${embed.allowedOrigins.join(", ") || labels.picturesOnly[language]}</td>
<td>${embed.createdBy}<small>${time(embed.createdAt, language)}</small></td>
<td>${at(embed.expiresAt, labels.endless[language])}</td><td>${at(embed.lastUsedAt, labels.unused[language])}</td>
<td>${embed.revokedAt ? html`${labels.revoked[language]}<small>${time(embed.revokedAt, language)}</small>` : html`<button name="revoke" value="${embed.id}">${labels.revoke[language]}<span class="unseen"> ${embed.id}</span></button>`}</td></tr>`;
  const heads = ["id", "panel", "origins", "made", "ends", "used", "revoke"] as const;
  return html`<p class="quiet" id="embeds">${labels.again[language]}</p>
<div class="scroll" tabindex="0" role="group" aria-labelledby="embeds"><table><thead><tr>${heads.map((head) => html`<th scope="col">${labels[head][language]}</th>`)}</tr></thead>
<tbody>${embeds.map(row)}</tbody></table></div>`;
}
