import { code, plain } from "../../../panels/columns.ts";
import { listArguments, listFields, listVariables } from "../../../panels/list-pages.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables } from "../../../panels/variables.ts";

/** The releases, newest first. */
export const releasesPanel: SummaryPanel = {
  name: "releases",
  title: { ko: "공표 회차", en: "Releases" },
  description: {
    ko: "새것부터 보입니다.",
    en: "Newest first.",
  },
  question: `query Releases($ofMunicipality: ID!, $knownAt: DateTime, ${listVariables(20)}) {
  ${provenanceFields}
  published: releases(asOf: $knownAt, municipality: $ofMunicipality, ${listArguments}) { nodes { number publishedAt reason } ${listFields} }
}`,
  variables: { ...commonVariables },
  rows: "published.nodes",
  columns: {
    number: code("회차", "Release", "number"),
    published: plain("time", "공표", "Published", "publishedAt"),
    reason: plain("text", "사유", "Reason", "reason"),
  },
  chart: { kind: "table" },
};
