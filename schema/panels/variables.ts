import type { Localized } from "../core/localized.ts";
import type { Problem } from "../core/problem.ts";
import type { Variable } from "./variable.ts";

/** Reported if the database has no municipality yet. */
export const noMunicipality: Problem = {
  code: "NO_MUNICIPALITY",
  text: { ko: "아직 등록된 지방자치단체가 없습니다.", en: "No municipality is registered yet." },
  remedy: {
    ko: "‘hub init --municipality 코드 --name 이름’으로 등록하거나 ‘hub init --demo’로 예시 자료를 불러오십시오.",
    en: "Register one with “hub init --municipality CODE --name NAME”, or load the demonstration with “hub init --demo”.",
  },
};

/** The municipality of figures; the default is the home municipality, which the hub lists first. */
const municipality: Variable = {
  label: { ko: "지방자치단체", en: "Municipality" },
  passedAs: "ofMunicipality",
  default: null,
  emptyProblem: noMunicipality,
  options: {
    question: "query Municipalities { municipalities { code name } }",
    rows: "municipalities",
    value: "code",
    text: "name",
    newestFirst: false,
  },
};

/** The time as of which figures are shown: that of a release, or any other in the URL; default: now. */
const asOf: Variable = {
  label: { ko: "공표 시점", en: "Published by" },
  passedAs: "knownAt",
  default: null,
  all: { ko: "지금", en: "Now" },
  isMoment: true,
  options: {
    question: `query Moments($ofMunicipality: ID!) {
  releases(municipality: $ofMunicipality, first: 1000) { nodes { publishedAt name nameEnglish: name(language: EN) } }
}`,
    rows: "releases.nodes",
    value: "publishedAt",
    text: "name",
    english: "nameEnglish",
    newestFirst: true,
  },
};

/** Municipality and time: the first variables of every panel. */
export const commonVariables = { municipality, asOf };

/** The department in charge, or all of them. */
export const department: Variable = {
  label: { ko: "소관부서", en: "Department" },
  passedAs: "inDepartments",
  default: null,
  all: { ko: "모든 부서", en: "All departments" },
  options: {
    question:
      "query Departments($ofMunicipality: ID!, $knownAt: DateTime) { municipality(code: $ofMunicipality, asOf: $knownAt) { departments { name } } }",
    rows: "municipality.departments",
    value: "name",
    text: "name",
    newestFirst: false,
  },
};

/** One of some fixed codes, or all. */
export const anyOf = (
  label: Localized,
  passedAs: string,
  choices: Record<string, Localized>,
  all: Localized,
): Variable => ({ label, passedAs, default: null, all, options: { choices } });

/** One item of a list with code and name, or all. */
export const anyListed = (label: Localized, passedAs: string, list: string, all: Localized): Variable => ({
  label,
  passedAs,
  default: null,
  all,
  options: {
    question: `query Listed($ofMunicipality: ID!, $knownAt: DateTime) {
  ${list}(asOf: $knownAt, where: { municipality: [$ofMunicipality] }, first: 1000) { nodes { code name } }
}`,
    rows: `${list}.nodes`,
    value: "code",
    text: "name",
    newestFirst: false,
  },
});

/** One pledge of a municipality. */
export const pledge: Variable = {
  label: { ko: "공약", en: "Pledge" },
  passedAs: "ofPledge",
  default: null,
  options: {
    question: `query Pledges($ofMunicipality: ID!, $knownAt: DateTime) {
  pledges(asOf: $knownAt, where: { municipality: [$ofMunicipality] }, first: 1000) { nodes { code title } }
}`,
    rows: "pledges.nodes",
    value: "code",
    text: "title",
    newestFirst: false,
  },
};
