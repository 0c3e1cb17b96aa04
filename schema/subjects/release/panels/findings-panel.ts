import { readFrom, readFromFields } from "../../../panels/cites.ts";
import { code, inEitherLanguage, link, plain, words } from "../../../panels/columns.ts";
import { listArguments, listFields, listVariables } from "../../../panels/list-pages.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables } from "../../../panels/variables.ts";
import { severityWords } from "../finding-code.ts";

/** Findings in the documents. */
export const findingsPanel: SummaryPanel = {
  name: "findings",
  title: { ko: "찾은 점", en: "Findings" },
  description: {
    ko: "문서에서 의심스럽거나 알아 둘 점입니다.",
    en: "Findings in the documents.",
  },
  question: `query Findings($ofMunicipality: ID!, $knownAt: DateTime, ${listVariables(50)}) {
  ${provenanceFields}
  findings(asOf: $knownAt, where: { municipality: [$ofMunicipality] }, ${listArguments}) {
    nodes { severity message messageEnglish: message(language: EN) ${readFromFields} }
    ${listFields}
  }
}`,
  variables: { ...commonVariables },
  rows: "findings.nodes",
  columns: {
    document: link("문서", "Document", "document.name", "document.url", "line"),
    severity: words("무게", "Severity", "severity", severityWords),
    line: code("줄", "Line", "line"),
    message: inEitherLanguage(plain("text", "내용", "What", "message")),
  },
  cites: readFrom,
  chart: { kind: "table" },
  empty: { ko: "문서에서 찾은 점이 없습니다.", en: "Nothing was found in the documents." },
};
