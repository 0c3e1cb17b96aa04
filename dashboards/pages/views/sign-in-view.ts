import type { Problem } from "../../../schema/core/problem.ts";
import { type Html, html } from "../../markup/html.ts";
import { addressOf } from "../../markup/hub-address.ts";
import type { PageAddress, View } from "../page-request.ts";
import { problemView } from "../parts/problem-view.ts";

const labels = {
  title: { ko: "로그인", en: "Sign in" },
  lead: {
    ko: "이 허브를 읽으려면 토큰이 있어야 합니다. 12시간 뒤에는 다시 로그인합니다.",
    en: "Reading this hub takes a token. You will be asked again after 12 hours.",
  },
  token: { ko: "토큰", en: "Token" },
  signOut: { ko: "로그아웃", en: "Sign out" },
  signedIn: { ko: "토큰 이름", en: "Name of the token" },
};

/** The form for a token. It is posted, so that the token stands in no address and in no log. */
export function signInForm({ language }: PageAddress, next: string): Html {
  return html`<form class="choices" method="post" action="${addressOf("/sign-in", language)}">
<input type="hidden" name="next" value="${next}">
<label><span>${labels.token[language]}</span><input type="password" name="token" required autocomplete="current-password"></label>
<button>${labels.title[language]}</button></form>`;
}

/** The page on which a browser signs in, and out again. `tokenName` is who is signed in; null for nobody. */
export function signInView(
  reader: PageAddress,
  next: string,
  tokenName: string | null,
  problems: Problem[] = [],
): View {
  const { language } = reader;
  const title = labels.title[language];
  const leave = html`<p>${labels.signedIn[language]}: <strong>${tokenName ?? ""}</strong></p>
<form class="choices" method="post" action="${addressOf("/sign-out", language)}"><button>${labels.signOut[language]}</button></form>`;
  return {
    status: problems.length > 0 ? 401 : 200,
    title,
    content: html`<h1>${title}</h1><p class="lead">${labels.lead[language]}</p>
${problems.length > 0 && problemView(problems, language)}${tokenName !== null && leave}${signInForm(reader, next)}`,
  };
}
