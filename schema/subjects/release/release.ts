import { Int } from "type-graphql";
import { Language, textLanguage } from "../../core/language.ts";
import { DateTimeScalar } from "../../core/scalars/scalars.ts";
import { entity, extend, integer, nullable, text, value } from "../../sql/entity.ts";
import { paged } from "../../sql/paged.ts";
import type { JoinSql } from "../../sql/row-sql.ts";
import { joinMunicipality, municipality } from "../municipality/municipality.ts";
import { pageUrl } from "../municipality/page-url.ts";
import { findingsOf } from "./finding.ts";
import { sourceDocument } from "./source-document.ts";
import { documentMappings } from "./table-mapping.ts";

/** A set of facts published together. */
export const release = entity(
  "Release",
  {
    ko: "함께 공표된 사실의 묶음. 바뀌지 않으며, 뒤의 회차가 일부 수치를 정정할 수 있습니다.",
    en: "A set of facts published together. It never changes; a later release can correct its figures.",
  },
  {
    number: value(
      () => Int,
      "number",
      "회차 번호, 지자체마다 1부터.",
      "Number of the release, counted from 1 for each municipality.",
    ),
    ...pageUrl("releases", (row) => `${row}.number`),
    publishedAt: value(
      () => DateTimeScalar,
      "published_at",
      "공표 시각, 밀리초까지. asOf에 그대로 쓸 수 있습니다.",
      "Time of publication, to the millisecond; can be used as asOf.",
    ),
    name: text(
      (row, _, { language }) =>
        `to_char(${row}.published_at AT TIME ZONE 'Asia/Seoul', 'YYYY-MM-DD HH24:MI') || ${
          language === Language.EN
            ? `' (release ' || ${row}.number || ')'`
            : `' (' || ${row}.number || '회차)'`
        }`,
      "공표 시각(한국 시간, 분까지)과 번호. 고르는 목록에 쓰는 이름, 예: 2019-07-25 09:00 (3회차).",
      "Display name: time of publication in Korea, to the minute, and number, e.g. 2019-07-25 09:00 (release 3).",
      { arguments: { language: textLanguage } },
    ),
    reason: text(
      "reason",
      "정정 사유. 정정이 아니면 null일 수 있습니다.",
      "Reason for its corrections; null if none was given.",
      nullable,
    ),
    municipality: {
      is: "link",
      to: municipality,
      nullable: false,
      join: joinMunicipality,
      description: { ko: "지자체.", en: "The municipality that it belongs to." },
    },
    documents: {
      is: "list",
      size: { elements: 20 },
      of: sourceDocument,
      rows: (alias, scope, _, row) => ({
        from: `source_document AS ${alias}`,
        where: `${scope.ofMunicipality(alias, `${row}.municipality_id`)} AND ${alias}.release_number = ${row}.number`,
        order: `${alias}.id`,
      }),
      description: { ko: "이 회차에 들어온 문서.", en: "The documents published with it." },
    },
  },
);
paged(release, "회차", "releases");

/** LEFT JOIN of the release whose number a row has in `release_number`. */
const joinRelease: JoinSql = (row, alias, scope) =>
  `LEFT JOIN (SELECT *, number AS id FROM release) AS ${alias}
    ON ${scope.ofMunicipality(alias, `${row}.municipality_id`)} AND ${alias}.number = ${row}.release_number`;

/** The link of a row that has `release_number`. */
export const releaseLink = (ko: string, en: string) =>
  ({ is: "link", to: release, nullable: false, join: joinRelease, description: { ko, en } }) as const;

extend(sourceDocument, {
  release: releaseLink("이 문서를 공표한 회차.", "The release that published it."),
  mappings: documentMappings,
  findings: findingsOf("id", "이 문서에서 의심스러운 점, 줄 순서.", "Findings in this document, by line."),
});

extend(municipality, {
  latestRelease: {
    is: "link",
    to: release,
    nullable: true,
    join: (row, alias, scope) => `LEFT JOIN (SELECT *, number AS id FROM release) AS ${alias}
      ON ${scope.ofMunicipality(alias, `${row}.id`)} AND ${alias}.number = ${scope.release(`${row}.id`)}`,
    description: {
      ko: "마지막 공표 회차. 공표한 적이 없으면 null.",
      en: "The last release of the municipality; null if nothing was published.",
    },
  },
  documentCount: integer(
    (row, scope) => `(SELECT count(*)::integer FROM source_document
      WHERE ${scope.ofMunicipality("source_document", `${row}.id`)} AND release_number <= ${scope.release(`${row}.id`)})`,
    "가져온 문서 수.",
    "Number of published documents.",
  ),
});
