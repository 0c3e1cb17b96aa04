import type { LanguageCode } from "../../schema/core/localized.ts";
import type { Panel } from "../../schema/panels/panel.ts";
import type { Provenance } from "../../schema/panels/provenance.ts";
import type { Variable } from "../../schema/panels/variable.ts";
import type { VariableValues } from "../panels/ask-panel.ts";
import { choiceWords } from "../panels/choice-words.ts";
import type { CitedView } from "./citation.ts";

/** A panel with its choices, to be cited. */
export const citedPanel = (
  { name, title, variables }: Panel,
  choice: VariableValues,
  provenance: Provenance,
): CitedView => citedChoices({ path: `/panels/${name}`, title, variables }, choice, provenance);

/** What has variables, with its choices, to be cited. */
export const citedChoices = (
  { path, title, variables }: Pick<CitedView, "path" | "title"> & { variables: Record<string, Variable> },
  choice: VariableValues,
  provenance: Provenance,
): CitedView => ({
  title,
  choices: { ko: wordsOf(variables, choice, "ko"), en: wordsOf(variables, choice, "en") },
  provenance,
  path,
  parameters: {
    ...Object.fromEntries(
      Object.entries(variables).map(([name, variable]) => [name, choice(name) ?? variable.default]),
    ),
    municipality: provenance.code,
  },
});

const wordsOf = (
  variables: Record<string, Variable>,
  choice: VariableValues,
  language: LanguageCode,
): string[] =>
  choiceWords(variables, choice, language)
    .filter(({ name }) => name !== "asOf")
    .map(({ words }) => words);
