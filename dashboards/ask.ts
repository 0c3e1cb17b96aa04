import { HubError } from "../schema/core/hub-error.ts";
import type { Localized } from "../schema/core/localized.ts";
import type { Problem } from "../schema/core/problem.ts";

/**
 * Asks the hub one GraphQL question and gives its `data`. Rejects with an error that carries the
 * hub's own `errors`; anything else that it rejects with means that the hub did not answer.
 */
export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Record<string, unknown>>;

interface GraphQLProblem {
  message: string;
  extensions?: { code?: string; ko?: string; en?: string; remedy?: Partial<Localized> };
}

const noAnswer: Problem = {
  code: "NO_ANSWER",
  text: { ko: "허브가 답하지 못했습니다.", en: "The hub gave no answer." },
  remedy: {
    ko: "잠시 뒤 다시 시도하고, 계속되면 허브 관리자에게 알려 주십시오.",
    en: "Try again in a moment; if it stays, tell those who run the hub.",
  },
};

/** The problems behind a rejected question: at least one. */
export function problemsOf(error: unknown): Problem[] {
  if (error instanceof HubError) return [error];
  const errors = (error as { errors?: GraphQLProblem[] } | null)?.errors;
  if (!Array.isArray(errors) || errors.length === 0) return [noAnswer];
  return errors.map(({ message, extensions = {} }) => ({
    code: extensions.code ?? noAnswer.code,
    text: { ko: extensions.ko ?? message, en: extensions.en ?? message },
    remedy: {
      ko: extensions.remedy?.ko ?? noAnswer.remedy.ko,
      en: extensions.remedy?.en ?? noAnswer.remedy.en,
    },
  }));
}

/** Codes of answers that say nothing about the question: it may be answered later. */
const failures = [noAnswer.code, "INTERNAL_SERVER_ERROR", "DATABASE_UNAVAILABLE"];

/** True where the hub itself said what is wrong with the question; false where it gave no answer. */
export const isRefusal = (problems: Problem[]): boolean =>
  problems.some(({ code }) => !failures.includes(code));
