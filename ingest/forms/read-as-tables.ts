import type { QuarterNumber } from "../../schema/core/scalars/quarter.ts";
import { feeds } from "../../schema/feeds.ts";
import { displayText, isBlank, ReadingStopped, type Table } from "../documents/table.ts";
import { draftFinding, type FindingDraft, type Place } from "../draft-finding.ts";
import { sheetLeftOut } from "./feed/hidden-parts.ts";
import { openFeed } from "./feed/open-feed.ts";
import type { OpenedFeed } from "./feed/opened-feed.ts";
import type { Mapping } from "./mapping/mapping.ts";
import { openByHeadings, openNearest } from "./mapping/open-by-headings.ts";
import { type MappedFeed, openMapped } from "./mapping/open-mapped.ts";
import { openRemembered, type RememberedMapping } from "./mapping/remembered.ts";

/** What an import says of its files. */
export interface ReadingOptions {
  quarter?: QuarterNumber;
  /** Each reads the files that have its headings. */
  mappings?: readonly Mapping[];
  /** Whether this is the only file, and its only mapping has to read it. */
  isMapped?: boolean;
  /** Mappings that were used for the municipality before. */
  remembered?: readonly RememberedMapping[];
}

/** What the tables of a file hold. */
export interface ReadTables {
  feeds: OpenedFeed[];
  /** Tables that a mapping reads. */
  mapped: MappedFeed[];
  /** The mappings of the import that were used. */
  mappings: readonly Mapping[];
  /** The tables that are shown as the document: the recognised ones, or all where a mapping reads one. */
  tables: readonly Table[];
  /** Findings on the file as a whole. */
  findings: FindingDraft[];
}

/** What mappings of the import read of a file's tables; null if none of them fits. */
export function readMapped(
  tables: Table[],
  { quarter, mappings = [], isMapped }: ReadingOptions,
): ReadTables | null {
  const tablesFor = ({ sheet }: Mapping) => (sheet === null ? visible(tables) : tables);
  if (isMapped) {
    const opened = openMapped(tablesFor(mappings[0]!), mappings[0]!, { quarter });
    return Array.isArray(opened)
      ? { feeds: [], mapped: [], mappings, tables: [], findings: opened }
      : { feeds: [], mapped: [opened], mappings, tables, findings: opened.findings };
  }
  const read = openByHeadings(mappings, tablesFor, { quarter });
  if (!read) return null;
  const { used, mapped, findings } = read;
  return { feeds: [], mapped, mappings: used, tables: mapped.length > 0 ? tables : [], findings };
}

/**
 * The feeds in the tables of a file: through a mapping, or on the hub's own forms. `place` is cited if there is none.
 */
export function readAsTables(
  tables: Table[],
  options: ReadingOptions,
  place: Place | null = firstText(tables),
): ReadTables {
  const { quarter, mappings = [], remembered = [] } = options;
  const read = readMapped(tables, options);
  if (read) return read;
  const shown = visible(tables);
  const results = shown.map((table) => openFeed(table, feeds));
  const opened = results.filter((one) => one !== null);
  const recognised = opened.filter((one): one is OpenedFeed => !Array.isArray(one));
  const refused = opened.filter(Array.isArray).flat();
  const unread = shown.filter((table) => !recognised.some((one) => one.table === table));
  const again = openRemembered(unread, remembered, { quarter });
  if (again.mapped.length === 0) {
    const isUnknown = opened.length === 0 && again.findings.length === 0;
    const tablesFor = ({ sheet }: Mapping) => (sheet === null ? shown : tables);
    const near = isUnknown ? openNearest(mappings, tablesFor, { quarter }) : null;
    if (near) return { feeds: [], mapped: [], mappings: near.used, tables: [], findings: near.findings };
    const unknown = isUnknown ? [formUnknown(tables, place)] : [];
    const others = opened.length === 0 ? [] : sheetsLeftOut(shown.filter((_, at) => results[at] === null));
    const hidden = opened.length === 0 ? [] : leftOut(tables).map(sheetLeftOut);
    const findings = [...unknown, ...refused, ...again.findings, ...others, ...hidden];
    const shownTables = recognised.map(({ table }) => table);
    return { feeds: recognised, mapped: [], mappings: [], tables: shownTables, findings };
  }
  // A sheet that is on no form of the hub needs none where a mapping reads it.
  const stillRefused = refused.filter(({ sheet }) =>
    again.mapped.every(({ table }) => table.sheet !== (sheet ?? null)),
  );
  const notes = again.mapped.flatMap((one) => one.findings);
  return {
    ...{ feeds: recognised, mapped: again.mapped, mappings: [], tables },
    findings: [...stillRefused, ...notes, ...again.findings],
  };
}

/** Sheets that the workbook shows; all of them if it shows none. */
function visible(tables: Table[]): Table[] {
  const shown = tables.filter(({ hidden }) => !hidden.sheet);
  return shown.length > 0 ? shown : tables;
}

/** Hidden sheets beside visible ones that are on the form of a feed. */
const leftOut = (tables: Table[]): Table[] =>
  tables.filter((table) => !visible(tables).includes(table) && openFeed(table, feeds) !== null);

/** The first non-blank cell or line; null if there is none. */
function firstText(tables: Table[]): Place | null {
  try {
    const [first] = tables[0]?.batches() ?? [];
    for (const { line, cells } of first ?? []) {
      const at = cells.findIndex((cell) => !isBlank(cell));
      if (at >= 0) return { line, column: at + 1, quote: displayText(cells[at]).trim().slice(0, 200) };
    }
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error;
  }
  return null;
}

/** A note that names the sheets that are on no form, beside others that are. */
function sheetsLeftOut(tables: Table[]): FindingDraft[] {
  const names = tables.flatMap(({ sheet }) => sheet ?? []).join(", ");
  if (names === "") return [];
  const note = draftFinding(
    "CONTENT_IGNORED",
    null,
    `등록된 자료의 표가 아닌 시트는 읽지 않았습니다: ${names}.`,
    `Sheets that are on no form of the hub were not read: ${names}.`,
  );
  return [note];
}

function formUnknown(tables: Table[], place: Place | null): FindingDraft {
  const names = feeds.map((feed) => feed.title.ko).join(", ");
  const sheets = tables.length > 1 ? ` (${tables.map((table) => table.sheet).join(", ")})` : "";
  return draftFinding(
    "FORM_UNKNOWN",
    place,
    `분기 추진실적 보고서도, 등록된 자료의 표${sheets}도 아닙니다. 보고서에는 머리글(공약번호와 공약명, 소관부서)과 추진실적이 있어야 하고, 자료(${names})의 머리글은 hub template이 출력하는 것과 같아야 합니다. 부서의 표를 그대로 가져오려면 hub map으로 매핑을 만들어 --mapping으로 주십시오.`,
    `This is neither a quarterly report nor a table of a known feed${sheets}. A report has a header (code, title, department) and results; a feed has the headings that \`hub template\` prints. To import a department's own table, make a mapping with \`hub map\` and give it with --mapping.`,
  );
}
