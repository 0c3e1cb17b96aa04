import { count, plain, rowCount } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables } from "../../../panels/variables.ts";

/** Number of documents, and of findings in them. */
export const trustTotals: SummaryPanel = {
  name: "trust-totals",
  title: { ko: "자료 신뢰 요약", en: "Data at a glance" },
  description: {
    ko: "무엇이 들어왔고 무엇이 의심스러운지 한눈에 봅니다.",
    en: "Number of documents, and of findings in them.",
  },
  question: `query TrustTotals($ofMunicipality: ID!, $knownAt: DateTime) {
  ${provenanceFields}
  shown: municipality(code: $ofMunicipality, asOf: $knownAt) { documentCount latestQuarter latestRelease { publishedAt } }
  published: releases(asOf: $knownAt, municipality: $ofMunicipality, first: 0) { totalCount }
  warnings: findings(asOf: $knownAt, where: { municipality: [$ofMunicipality], severity: [WARNING] }, first: 0) { totalCount }
  notes: findings(asOf: $knownAt, where: { municipality: [$ofMunicipality], severity: [NOTE] }, first: 0) { totalCount }
  corrections: changes(asOf: $knownAt, where: { municipality: [$ofMunicipality] }, first: 0) { totalCount }
}`,
  variables: { ...commonVariables },
  rows: "@",
  columns: {
    documents: count("문서", "Documents", "shown.documentCount", rowCount),
    published: plain("day", "마지막 공표", "Last published", "shown.latestRelease.publishedAt"),
    releases: count("공표 회차", "Releases", "published.totalCount", rowCount),
    warnings: count("경고", "Warnings", "warnings.totalCount", rowCount),
    notes: count("알림", "Notes", "notes.totalCount", rowCount),
    corrections: count("정정", "Corrections", "corrections.totalCount", rowCount),
    latest: plain("quarter", "최근 분기", "Latest quarter", "shown.latestQuarter"),
  },
  chart: {
    kind: "stats",
    values: ["published", "latest", "documents", "warnings", "notes", "corrections"],
  },
};
