import iconv from "iconv-lite";
import type { QueryRunner } from "typeorm";
import { compress } from "../../schema/subjects/release/compression.ts";
import {
  blocksOfLines,
  blocksOfSheets,
  blocksOfText,
  type DocumentBlock,
  isTextEncoding,
} from "../../schema/subjects/release/document-blocks.ts";
import { storeBlocks } from "../../schema/subjects/release/store-blocks.ts";
import { displayedLines } from "../documents/displayed-lines.ts";
import { displayText } from "../documents/table.ts";
import { type FindingDraft, severityOf } from "../draft-finding.ts";
import type { ReadFile } from "../forms/read-file.ts";

interface Entry {
  id: number;
  file: ReadFile;
  /** Its bytes, compressed beside the reading of its rows. */
  content: Promise<Buffer>;
  /** Its lines in blocks, likewise; null for a workbook, whose rows are known when they have been read. */
  blocks: Promise<DocumentBlock[]> | null;
  findings: FindingDraft[];
  facts: number;
}

/** The documents of a pending release: one per file, however many feeds it contains. */
export class Documents {
  private readonly query: QueryRunner;
  private readonly release: number;
  private readonly municipalityId: number;
  private readonly entries = new Map<ReadFile, Entry>();

  constructor(query: QueryRunner, release: number, municipalityId: number) {
    this.query = query;
    this.release = release;
    this.municipalityId = municipalityId;
  }

  /** The id of a file's document, which is created on first use. */
  async idOf(file: ReadFile): Promise<number> {
    const known = this.entries.get(file);
    if (known) return known.id;
    const [{ id }] = await this.query.query(
      `INSERT INTO source_document (release_number, municipality_id, name, sha256, encoding, byte_count, line_count, content)
       VALUES ($1, $2, $3, $4, $5, $6, 0, '') RETURNING id`,
      [this.release, this.municipalityId, file.name, file.sha256, file.encoding, file.bytes.byteLength],
    );
    const content = compress(file.bytes);
    const blocks = blocksOf(file);
    this.entries.set(file, { id, file, content, blocks, findings: [...file.findings], facts: 0 });
    return id;
  }

  /** Records the number of facts and the findings of a part of a file. */
  note(file: ReadFile, facts: number, findings: FindingDraft[]): void {
    const entry = this.entries.get(file)!;
    entry.facts += facts;
    entry.findings.push(...findings);
  }

  /** Adds the compressed bytes and findings to each document; drops documents that stated nothing new. */
  async complete(): Promise<void> {
    for (const entry of this.entries.values()) {
      if (entry.facts > 0) await this.completeOne(entry);
      else
        await this.query.query("DELETE FROM source_document WHERE municipality_id = $1 AND id = $2", [
          this.municipalityId,
          entry.id,
        ]);
    }
  }

  private async completeOne({ id, file, content, blocks, findings }: Entry): Promise<void> {
    const sheets = sheetNames(file).filter((name) => name !== null);
    await this.query.query(
      `UPDATE source_document SET line_count = $3, content = $4, sheets = $5
       WHERE municipality_id = $1 AND id = $2`,
      [
        this.municipalityId,
        id,
        file.lineCount(),
        await content,
        sheets.length > 0 ? JSON.stringify(sheets) : null,
      ],
    );
    await storeBlocks(
      this.query,
      { municipalityId: this.municipalityId, documentId: id },
      await (blocks ?? blocksOfSheets(sheetRows(file))),
    );
    for (const [position, { mapping, table }] of file.mapped.entries())
      await this.query.query(
        `INSERT INTO document_mapping (municipality_id, document_id, position, name, feed, sheet, json)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [this.municipalityId, id, position, mapping.name, mapping.feed.name, table.sheet, mapping.json],
      );
    const rows = findings.map(({ code, severity, sheet, line, column, quote, message }) => ({
      ...{
        document_id: id,
        code,
        severity: severityOf({ code, severity }),
        sheet: sheet ?? null,
        line,
        column,
        quote,
      },
      ...{ message_ko: message.ko, message_en: message.en },
    }));
    await this.query.query(
      `INSERT INTO finding (municipality_id, document_id, code, severity, sheet, line, "column", quote, message_ko, message_en)
       SELECT $1, document_id, code, severity, sheet, line, "column", quote, message_ko, message_en
       FROM json_populate_recordset(NULL::finding, $2)`,
      [this.municipalityId, JSON.stringify(rows)],
    );
  }
}

/** Null for the rows of sheets, which are known once they have been read. */
function blocksOf(file: ReadFile): Promise<DocumentBlock[]> | null {
  if (file.document) return blocksOfLines(displayedLines(file.document));
  return isTextEncoding(file.encoding) ? blocksOfText(withSingleByteLineEnds(file)) : null;
}

/** The bytes of a text, UTF-16 as UTF-8: its bytes cannot be cut at line ends. */
const withSingleByteLineEnds = ({ bytes, encoding }: ReadFile): Uint8Array =>
  encoding.startsWith("UTF-16") ? Buffer.from(iconv.decode(Buffer.from(bytes), encoding)) : bytes;

/** The sheets that were read, in order; null for the tables of a file without sheets. */
const sheetNames = (file: ReadFile): (string | null)[] => [...new Set(file.tables.map(({ sheet }) => sheet))];

/** What each sheet shows, row by row with a tab between cells, for those who follow a citation to it. */
const sheetRows = (file: ReadFile): [number, string][][] =>
  sheetNames(file).map((sheet) =>
    file.tables
      .filter((table) => table.sheet === sheet)
      .flatMap((table) => [...table.batches()].flat())
      .map(({ line, cells }): [number, string] => [line, cells.map(displayText).join("\t")])
      .toSorted(([one], [other]) => one - other),
  );
