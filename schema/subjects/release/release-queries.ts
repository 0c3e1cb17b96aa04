import { Field, Float, ID, InputType, Int } from "type-graphql";
import { describe } from "../../core/localized.ts";
import { DateTimeScalar } from "../../core/scalars/scalars.ts";
import { declareFilterValues } from "../../sql/filter-values.ts";
import type { QueryScope } from "../../sql/query-scope.ts";
import type { ListRows } from "../../sql/row-sql.ts";
import { asOf, municipalityCode, where } from "../../sql/standard-arguments.ts";
import { inArgument, oneQuery, pageQuery, type TableQuery } from "../../sql/table-query.ts";
import { change } from "./change.ts";
import { ChangeSubject, subjectsOfPledges } from "./change-subject.ts";
import { finding } from "./finding.ts";
import { FindingCode, Severity } from "./finding-code.ts";
import { release } from "./release.ts";
import { sourceDocument } from "./source-document.ts";

const ofMunicipalities = () =>
  Field(() => [ID], {
    nullable: true,
    description: describe(
      "지자체 코드. 빼면 본 지자체.",
      "Codes of municipalities; default: the home municipality.",
    ),
  });

@InputType({
  description: describe(
    "어떤 변경만 볼 것인가. 빠진 조건은 모두.",
    "Which changes to include. An omitted filter keeps all.",
  ),
})
class ChangeWhere {
  @ofMunicipalities()
  municipality?: string[] | null;

  @Field(() => [ChangeSubject], {
    nullable: true,
    description: describe("무엇에 대한 변경인가.", "Subjects of the changes."),
  })
  subject?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: describe(
      "이 공약의 것만: 공약, 보고서, 금액의 변경.",
      "Only those of these pledges: of the pledges themselves, their reports and their funding.",
    ),
  })
  pledge?: string[] | null;

  @Field(() => Float, {
    nullable: true,
    description: describe(
      "수가 적어도 이만큼 바뀐 것만(금액은 원). 수가 아닌 변경은 빠집니다.",
      "Only numbers that changed by at least this (won for amounts); changes of anything else are left out.",
    ),
  })
  leastDifference?: number | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: describe("이 시각부터(포함).", "Published at this time or later."),
  })
  from?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: describe("이 시각까지(포함).", "Published at this time or earlier."),
  })
  to?: Date | null;
}

@InputType({
  description: describe(
    "어떤 점만 볼 것인가. 빠진 조건은 모두.",
    "Which findings to include. An omitted filter keeps all.",
  ),
})
class FindingWhere {
  @ofMunicipalities()
  municipality?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: describe("문서의 이름 또는 SHA-256.", "Name or SHA-256 of the document."),
  })
  document?: string | null;

  @Field(() => [Severity], { nullable: true, description: describe("무게.", "Severities.") })
  severity?: Severity[] | null;

  @Field(() => [FindingCode], { nullable: true, description: describe("종류.", "Kinds of finding.") })
  code?: FindingCode[] | null;
}

@InputType({
  description: describe(
    "어떤 문서만 볼 것인가. 빠진 조건은 모두.",
    "Which documents to include. An omitted filter keeps all.",
  ),
})
class DocumentWhere {
  @ofMunicipalities()
  municipality?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: describe("파일 이름에 들어 있는 글.", "Text contained in the name of the file."),
  })
  search?: string | null;
}

/** ` AND …` for a change to be one of these pledges, by the key of its row; nothing without the filter. */
const ofPledges = (codes: readonly string[] | null | undefined, alias: string, scope: QueryScope): string =>
  codes
    ? ` AND ${alias}.subject = ANY(${scope.parameters.add([...subjectsOfPledges])}::text[])
        AND split_part(${alias}.key, ' ', 1) = ANY(${scope.parameters.add(codes)}::text[])`
    : "";

/** Queries for releases, their changes, and the findings in their documents. */
export const releaseQueries: readonly TableQuery[] = [
  oneQuery(
    "release",
    release,
    (alias, scope, { number }) => ({
      from: `release AS ${alias}`,
      where: `${scope.ofMunicipalities(alias)} AND ${alias}.number = ${scope.parameters.add(number)}
        AND ${alias}.number <= ${scope.release(`${alias}.municipality_id`)}`,
      order: `${alias}.number`,
    }),
    {
      description: {
        ko: "공표 회차 하나. 그 시각에 없던 회차면 null.",
        en: "One release; null if it was not published at the time.",
      },
      arguments: {
        number: {
          type: () => Int,
          nullable: false,
          description: { ko: "회차 번호, 1부터.", en: "Number of the release, from 1." },
        },
        municipality: municipalityCode,
        asOf,
      },
    },
  ),
  pageQuery(
    "releases",
    release,
    20,
    (alias, scope) => ({
      from: `release AS ${alias}`,
      where: `${scope.ofMunicipalities(alias)} AND ${alias}.number <= ${scope.release(`${alias}.municipality_id`)}`,
      order: `${alias}.published_at DESC, ${alias}.municipality_id`,
    }),
    {
      description: {
        ko: "공표 회차, 새것부터. municipality를 빼면 모든 지자체.",
        en: "Releases, newest first; default: those of all municipalities.",
      },
      arguments: {
        municipality: {
          ...municipalityCode,
          description: {
            ko: "지자체 코드. 빼면 모든 지자체.",
            en: "Code of the municipality; default: all municipalities.",
          },
        },
      },
      municipalities: (values) => inArgument(values) ?? null,
    },
  ),
  pageQuery(
    "changes",
    change,
    100,
    (alias, scope, { where: filter }) => {
      const { parameters } = scope;
      const published = `(SELECT published_at FROM release
        WHERE ${scope.ofMunicipality("release", `${alias}.municipality_id`)} AND number = ${alias}.release_number)`;
      return {
        from: `change AS ${alias}`,
        where: `${scope.ofMunicipalities(alias)}
          AND ${alias}.release_number <= ${scope.release(`${alias}.municipality_id`)}
          ${parameters.anyOf(`${alias}.subject`, "text", filter?.subject)}
          ${ofPledges(filter?.pledge, alias, scope)}
          ${filter?.leastDifference == null ? "" : `AND abs(${alias}.after - ${alias}.before) >= ${parameters.add(filter.leastDifference)}::float8`}
          ${filter?.from ? `AND ${published} >= ${parameters.add(filter.from)}::timestamptz` : ""}
          ${filter?.to ? `AND ${published} <= ${parameters.add(filter.to)}::timestamptz` : ""}`,
        order: `${alias}.id DESC`,
      };
    },
    {
      description: {
        ko: "뒤의 회차가 바꾼 값, 새것부터. 빈칸을 채운 것은 변경이 아닙니다.",
        en: "Values that a later release changed, newest first. Filling a blank is not a change.",
      },
      arguments: { where: where(() => ChangeWhere, "Which changes.") },
    },
  ),
  pageQuery(
    "findings",
    finding,
    100,
    (alias, scope, { where: filter }) => {
      const { parameters } = scope;
      const name = filter?.document && `${parameters.add(filter.document)}::text`;
      return {
        from: `(SELECT finding.* FROM finding JOIN source_document AS document
            ON ${scope.ofMunicipality("finding", "document.municipality_id")} AND document.id = finding.document_id
          WHERE ${scope.ofMunicipalities("document")}
            AND document.release_number <= ${scope.release("document.municipality_id")}
            ${name ? `AND ${name} IN (document.name, document.sha256)` : ""}
            ${parameters.anyOf("finding.severity", "severity", filter?.severity)}
            ${parameters.anyOf("finding.code", "text", filter?.code)}) AS ${alias}`,
        where: "true",
        order: `${alias}.document_id DESC, ${alias}.line NULLS FIRST, ${alias}.id`,
      };
    },
    {
      description: {
        ko: "공표된 문서에서 찾은 점, 새 문서부터 줄 순서로.",
        en: "Findings in published documents, newest document first, by line.",
      },
      arguments: { where: where(() => FindingWhere, "Which findings.") },
    },
  ),
  pageQuery("documents", sourceDocument, 50, (...of) => documentRows(...of), {
    description: {
      ko: "공표된 문서와 자료 파일, 새것부터.",
      en: "Published documents and data files, newest first.",
    },
    arguments: { where: where(() => DocumentWhere, "Which documents.") },
  }),
  {
    ...oneQuery(
      "document",
      sourceDocument,
      (alias, scope, { sha256 }) => ({
        from: `source_document AS ${alias}`,
        where: `${scope.ofMunicipalities(alias)} AND ${alias}.sha256 = ${scope.parameters.add(sha256)}`,
        order: `${alias}.id`,
      }),
      {
        description: {
          ko: "SHA-256으로 찾은 문서. 없으면 null.",
          en: "A document by its SHA-256; null if there is none.",
        },
        arguments: {
          sha256: {
            type: () => ID,
            nullable: false,
            description: { ko: "파일 내용의 SHA-256(16진수).", en: "SHA-256 of the bytes, in hexadecimal." },
          },
        },
        municipalities: () => null,
      },
    ),
  },
];

/** The documents of a list, newest first. */
const documentRows: ListRows = (alias, scope, { where: filter }) => {
  const search = filter?.search && scope.parameters.add(filter.search);
  return {
    from: `source_document AS ${alias}`,
    where: `${scope.ofMunicipalities(alias)} AND ${alias}.release_number <= ${scope.release(`${alias}.municipality_id`)}
      ${search ? `AND strpos(lower(normalize(${alias}.name)), lower(normalize(${search}))) > 0` : ""}`,
    order: `${alias}.id DESC`,
  };
};

declareFilterValues("document", {
  name: { ko: "문서", en: "document" },
  columns: [
    { table: "source_document", column: "name" },
    { table: "source_document", column: "sha256" },
  ],
});
