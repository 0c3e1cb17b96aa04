import type { LanguageCode } from "../../schema/core/localized.ts";
import { kindsOfData } from "../../schema/panels/columns.ts";
import type { Panel } from "../../schema/panels/panel.ts";
import { days } from "../moments.ts";
import type { PanelTable } from "../panel-table/panel-table.ts";
import type { VariableValues } from "../panels/ask-panel.ts";
import { choiceWords } from "../panels/choice-words.ts";
import type { ContextItem, FileContext } from "./file-table.ts";

/** A municipality as an answer names it. */
interface City {
  code: string;
  name: string;
  synthetic: boolean;
}

const labels = {
  code: { ko: "지자체 코드", en: "Municipality code" },
  name: { ko: "지자체", en: "Municipality" },
  kind: { ko: "자료 구분", en: "Kind of data" },
  condition: { ko: "조건: ", en: "Filter: " },
  release: { ko: "공표 회차", en: "Release" },
  published: { ko: "공표일", en: "Published on" },
  reporting: { ko: "전체 보고됨", en: "Reporting in all" },
  expected: { ko: "전체 보고 대상", en: "Expected in all" },
};

/** The municipality and the choices that a file is about. */
export function subjectItems(
  city: City,
  panel: Panel,
  choice: VariableValues,
  language: LanguageCode,
): ContextItem[] {
  const text = (label: string, value: string): ContextItem => ({ label, value, kind: "text" });
  return [
    text(labels.code[language], city.code),
    text(labels.name[language], city.name),
    text(labels.kind[language], kindsOfData[`${city.synthetic}`][language]),
    ...choiceWords(panel.variables, choice, language).map(({ label, words }) =>
      text(labels.condition[language] + label, words),
    ),
  ];
}

/** The context of a file with the rows of a summary panel. */
export function contextOf(table: PanelTable): FileContext {
  const { panel, provenance, choices, coverage, language } = table;
  const { code, municipality: name, synthetic, release } = provenance;
  const choice: VariableValues = (variable) => choices[variable] ?? null;
  const count = (label: string, value: number | null): ContextItem => ({ label, value, kind: "number" });
  const inUnit = (label: string) => `${label}(${coverage?.unit})`;
  return {
    items: [
      ...subjectItems({ code, name, synthetic }, panel, choice, language),
      count(labels.release[language], release?.number ?? null),
      {
        label: labels.published[language],
        value: release ? days.format(new Date(release.publishedAt)) : null,
        kind: "day",
      },
      ...(coverage
        ? [
            count(inUnit(labels.reporting[language]), coverage.reporting),
            count(inUnit(labels.expected[language]), coverage.expected),
          ]
        : []),
    ],
    coverageUnit: panel.coverage?.in === "row" ? panel.coverage.unit[language] : null,
    cites: panel.cites ?? null,
    hasFacts: panel.facts !== undefined,
  };
}
