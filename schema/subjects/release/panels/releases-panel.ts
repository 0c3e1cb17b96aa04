import { code, plain } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables } from "../../../panels/variables.ts";

/** The latest twenty. */
export const releasesPanel: SummaryPanel = {
  name: "releases",
  title: { ko: "공표 회차", en: "Releases" },
  description: {
    ko: "새것부터 스무 회차입니다.",
    en: "The latest twenty.",
  },
  question: `query Releases($ofMunicipality: ID!, $knownAt: DateTime) {
  ${provenanceFields}
  published: releases(asOf: $knownAt, municipality: $ofMunicipality, first: 20) { nodes { number publishedAt reason } }
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
