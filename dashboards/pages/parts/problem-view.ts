import type { LanguageCode } from "../../../schema/core/localized.ts";
import type { Problem } from "../../../schema/core/problem.ts";
import { isRefusal, problemsOf } from "../../ask.ts";
import { type Html, html } from "../../markup/html.ts";
import type { PageAddress, View } from "../page-request.ts";

/** That nobody reported, or that there is no municipality yet, is an answer; all else went wrong. */
const isAnswer = ({ code }: Problem): boolean => code === "NOT_REPORTED" || code === "NO_MUNICIPALITY";

const heading = { ko: "보여 드릴 수 없습니다", en: "This cannot be shown" };

/** Stands in the place of what cannot be shown: what is wrong, and what to do. */
export function problemView(problems: Problem[], language: LanguageCode): Html {
  const hasNoData = problems.every(isAnswer);
  return html`<section class="${hasNoData ? "silent" : "problem"}" role="${hasNoData ? "status" : "alert"}">
${problems.map(({ code, text, remedy }) => html`<p><strong>${text[language]}</strong> ${remedy[language]} <code>${code}</code></p>`)}
</section>`;
}

/** A page that has nothing but problems to show. */
export function problemPage(status: number, problems: Problem[], { language }: PageAddress): View {
  const title = heading[language];
  return { status, title, content: html`<h1>${title}</h1>${problemView(problems, language)}` };
}

/** HTTP status of a page whose choices are invalid (404) or could not be had (503); 200 if the hub is still empty. */
export function statusOfChoices(problems: Problem[]): number {
  if (problems.every(isAnswer)) return 200;
  return isRefusal(problems) ? 404 : 503;
}

/** Codes of refusals that end by themselves. */
const limits = ["LIMIT_EXCEEDED", "QUEUE_FULL"];

/** HTTP status of a page whose question the hub refused (400), refused for now (429) or could not answer (503). */
export function statusOf(error: unknown): number {
  const problems = problemsOf(error);
  if (problems.some(({ code }) => limits.includes(code))) return 429;
  return isRefusal(problems) ? 400 : 503;
}
