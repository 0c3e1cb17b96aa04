import { Arg, Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, In, PrimaryGeneratedColumn } from "typeorm";
import { outOfRange } from "../../core/connection.ts";
import type { HubContext } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { Municipality, municipalityById } from "../municipality/municipality.ts";
import { linesOfBlock, linesPerBlock } from "./document-blocks.ts";
import { Finding } from "./finding.ts";
import { Release, releaseByNumber } from "./release.ts";

/** How many lines the page of a document shows at once. */
export const linesPerPage = 500;

@ObjectType({
  description: describe(
    "문서의 한 줄, 통합문서에서는 한 행.",
    "One line of a document; a row in a workbook.",
  ),
})
export class DocumentLine {
  @Field(() => Int, { description: describe("줄 번호, 1부터.", "Line number, from 1.") })
  number: number;

  @Field(() => String, { description: describe("그 줄의 글자 그대로.", "The line, letter for letter.") })
  text: string;
}

@ObjectType({
  description: describe("허브가 읽은 문서나 자료 파일.", "A document or data file that the hub has read."),
})
@Entity("source_document")
export class SourceDocument {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Column("integer", { name: "release_number" })
  releaseNumber: number;

  @Column("integer", { name: "municipality_id" })
  municipalityId: number;

  @Field(() => String, {
    description: describe("가져올 때의 파일 이름.", "Name of the file when it was imported."),
  })
  @Column("text")
  name: string;

  @Field(() => String, {
    description: describe(
      "파일 내용의 SHA-256(16진수). 같은 값이면 같은 파일입니다.",
      "SHA-256 of the bytes, in hexadecimal; the same value is the same file.",
    ),
  })
  @Column("text")
  sha256: string;

  @Field(() => String, {
    description: describe(
      "읽은 글자 부호: UTF-8 또는 CP949.",
      "The encoding it was read in: UTF-8 or CP949.",
    ),
  })
  @Column("text")
  encoding: string;

  @Field(() => Int, { description: describe("크기(바이트).", "Size in bytes.") })
  @Column("integer", { name: "byte_count" })
  byteCount: number;

  @Field(() => Int, { description: describe("줄 수.", "Number of lines.") })
  @Column("integer", { name: "line_count" })
  lineCount: number;

  /** The file byte for byte, compressed; its lines are in `source_document_block`. */
  @Column("bytea", { select: false })
  content: Uint8Array;

  @Field(() => [String], {
    description: describe(
      "통합문서에서 읽은 시트의 이름. 시트가 없는 문서면 빈 목록.",
      "Names of the sheets read from a workbook; empty for a document without sheets.",
    ),
  })
  @Column("jsonb", { nullable: true, transformer: { from: (names) => names ?? [], to: (names) => names } })
  sheets: string[];

  @Field(() => Municipality, {
    description: describe("문서를 낸 지자체.", "The municipality the document is of."),
  })
  async municipality(@Ctx() context: HubContext): Promise<Municipality> {
    return (await municipalityById(context, this.municipalityId, await context.knownAt()))!;
  }

  @Field(() => Boolean, {
    description: describe(
      "실제가 아니라 지어낸 지자체의 문서면 참.",
      "True where the document is of a synthetic city, not a real one.",
    ),
  })
  async synthetic(@Ctx() context: HubContext): Promise<boolean> {
    return (await this.municipality(context)).synthetic;
  }

  @Field(() => Release, { description: describe("이 문서를 공표한 회차.", "The release that published it.") })
  async release(@Ctx() context: HubContext): Promise<Release> {
    return (await releaseByNumber(context, this.releaseNumber))!;
  }

  @Field(() => ID, {
    description: describe(
      "허브에서 이 문서를 보여 주는 주소(경로).",
      "Path of the hub's page of this document.",
    ),
  })
  url(): string {
    return `/documents/${this.sha256}`;
  }

  /** Path of the page that shows a line, on the right page of a long document. */
  urlOfLine(line: number, sheet: string | null): string {
    const from = Math.floor((line - 1) / linesPerPage) * linesPerPage + 1;
    const query = new URLSearchParams({ ...(sheet && { sheet }), ...(from > 1 && { from: String(from) }) });
    return `${this.url()}${query.size > 0 ? `?${query}` : ""}#L${line}`;
  }

  @Field(() => [Finding], {
    description: describe(
      "이 문서에서 의심스러운 점, 줄 순서.",
      "What is questionable in this document, by line.",
    ),
  })
  findings(@Ctx() context: HubContext): Promise<Finding[]> {
    return findingsOfDocument(context, this.id);
  }

  @Field(() => [DocumentLine], {
    description: describe("문서의 줄들, 글자 그대로.", "Lines of the document, letter for letter."),
  })
  async lines(
    @Ctx() context: HubContext,
    @Arg("from", () => Int, {
      defaultValue: 1,
      description: describe("첫 줄 번호, 1부터.", "Number of the first line, from 1."),
    })
    from: number,
    @Arg("first", () => Int, {
      defaultValue: linesPerPage,
      description: describe("줄 수, 1000까지.", "How many lines, at most 1000."),
    })
    first: number,
    @Arg("sheet", () => String, {
      nullable: true,
      description: describe("통합문서의 시트. 빼면 첫 시트.", "Sheet of a workbook; left out: the first."),
    })
    sheet: string | null,
  ): Promise<DocumentLine[]> {
    if (first < 0 || first > 1000) throw outOfRange(first);
    if (first === 0) return [];
    const sheetNumber = sheet === null || this.sheets.length === 0 ? 0 : this.sheets.indexOf(sheet);
    // One block more than the lines fill: the first line need not be the first of its block.
    const blocks = await context.database.query<{ firstLine: number; content: Buffer }[]>(
      `SELECT first_line AS "firstLine", content FROM source_document_block
       WHERE municipality_id = $1 AND document_id = $2 AND sheet = $3 AND last_line >= $4
       ORDER BY last_line LIMIT $5`,
      [...[this.municipalityId, this.id, sheetNumber, from], Math.ceil(first / linesPerBlock) + 1],
    );
    const lines = await Promise.all(blocks.map((block) => linesOfBlock(block, this.encoding)));
    const wanted = lines.flat().filter(({ number }) => number >= from);
    return wanted.slice(0, first);
  }
}

/** A document by its id, batched; null where there is none. */
export function sourceDocument(context: HubContext, id: number): Promise<SourceDocument | null> {
  return context.one(
    "document",
    id,
    (ids) => context.database.getRepository(SourceDocument).findBy({ id: In([...ids]) }),
    (document) => document.id,
  );
}

/** The findings of a document, by line, batched. */
export function findingsOfDocument(context: HubContext, documentId: number): Promise<Finding[]> {
  return context.many(
    "findings of document",
    documentId,
    (ids) =>
      context.database.getRepository(Finding).find({
        where: { documentId: In([...ids]) },
        order: { line: { direction: "ASC", nulls: "FIRST" }, id: "ASC" },
      }),
    (finding) => finding.documentId,
  );
}
