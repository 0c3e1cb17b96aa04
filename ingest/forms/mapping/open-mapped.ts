import { nearest } from "../../../schema/core/nearest.ts";
import type { QuarterNumber } from "../../../schema/core/scalars/quarter.ts";
import { ReadingStopped, type Table } from "../../documents/table.ts";
import { draftFinding, type FindingDraft } from "../../draft-finding.ts";
import { headingsOf } from "../feed/heading.ts";
import { OpenedFeed } from "../feed/opened-feed.ts";
import { type FoundHeadings, findHeadings } from "./find-headings.ts";
import { MappedTable } from "./mapped-table.ts";
import type { Mapping } from "./mapping.ts";
import { placeSources } from "./place-sources.ts";
import { headingQuote, type PrintedHeadings } from "./printed-headings.ts";

/** A table that a mapping reads. */
export interface MappedFeed {
  mapping: Mapping;
  opened: OpenedFeed;
  table: MappedTable;
  headings: PrintedHeadings;
  /** Notes on the headings. */
  findings: FindingDraft[];
}

/** Finds the table of a mapping among those of a file and opens it; or gives all that keeps it from being read. */
export function openMapped(
  tables: readonly Table[],
  mapping: Mapping,
  options: { quarter?: QuarterNumber },
): MappedFeed | FindingDraft[] {
  const found = findTable(tables, mapping);
  if (Array.isArray(found)) return found;
  const { table: printed, headings } = found;
  const placed = placeSources(mapping, found, options.quarter);
  if (Array.isArray(placed)) return placed.map((finding) => onSheet(finding, printed));
  const table = new MappedTable(printed, headings, placed, mapping.skip);
  const { feed } = mapping;
  const opened = new OpenedFeed(feed, table, placed.columns, { line: 0, cells: headingsOf(feed) });
  const leftOut = columnsLeftOut(headings, placed.named).map((finding) => onSheet(finding, printed));
  const sheets = mapping.sheet === null ? otherSheets(tables, printed, mapping) : [];
  return { mapping, opened, table, headings, findings: [...leftOut, ...sheets] };
}

/** The table with the headings: that of the mapping's sheet, or the first with all of them. */
function findTable(tables: readonly Table[], mapping: Mapping): FoundHeadings | FindingDraft[] {
  const named = mapping.sheet === null ? tables : tables.filter(({ sheet }) => sheet === mapping.sheet);
  if (named.length === 0) return [sheetUnknown(tables, mapping.sheet!)];
  let best: FoundHeadings | undefined;
  for (const table of named) {
    try {
      const found = findHeadings(table, mapping);
      if (found && (!best || found.missing.length < best.missing.length)) best = found;
    } catch (error) {
      if (!(error instanceof ReadingStopped)) throw error;
      return [onSheet(error.finding, table)];
    }
    if (best?.missing.length === 0) break;
  }
  return best ?? [headingsUnknown(named, mapping)];
}

const onSheet = (finding: FindingDraft, { sheet }: Table): FindingDraft =>
  sheet === null ? finding : { ...finding, sheet };

function sheetUnknown(tables: readonly Table[], sheet: string): FindingDraft {
  const sheets = tables.flatMap((table) => table.sheet ?? []);
  const near = nearest(sheet, sheets);
  return {
    ...draftFinding(
      "HEADER_UNKNOWN",
      null,
      near
        ? `‘${sheet}’ 시트가 없습니다. 가장 가까운 것은 ‘${near}’입니다. 매핑의 "sheet"를 고치십시오.`
        : `매핑은 ‘${sheet}’ 시트를 읽는데 이 파일에는 시트가 없습니다. 매핑에서 "sheet"를 지우십시오.`,
      near
        ? `There is no sheet ${sheet}; the nearest is ${near}. Correct "sheet" in the mapping.`
        : `The mapping reads the sheet ${sheet}, but this file has no sheets. Remove "sheet" from the mapping.`,
    ),
    quote: sheet,
  };
}

/** A note on the other tables that have all headings too: only the first is read. */
function otherSheets(tables: readonly Table[], read: Table, mapping: Mapping): FindingDraft[] {
  const others = tables.slice(tables.indexOf(read) + 1).filter((table) => hasAllHeadings(table, mapping));
  if (others.length === 0) return [];
  const names = others.map(({ sheet }, at) => sheet ?? String(tables.indexOf(read) + at + 2)).join(", ");
  return [
    draftFinding(
      "CONTENT_IGNORED",
      null,
      `머리글이 같은 다른 표(${names})는 읽지 않았습니다. 읽으려면 매핑에 "sheet"를 쓰고, 표마다 따로 가져오십시오.`,
      `Other tables with the same headings (${names}) were not read. To read one, name it as "sheet" in a mapping of its own.`,
    ),
  ];
}

function hasAllHeadings(table: Table, mapping: Mapping): boolean {
  try {
    return findHeadings(table, mapping)?.missing.length === 0;
  } catch (error) {
    if (error instanceof ReadingStopped) return false;
    throw error;
  }
}

const headingsUnknown = (tables: readonly Table[], { name }: Mapping): FindingDraft =>
  draftFinding(
    "HEADER_UNKNOWN",
    null,
    `매핑 ${name}에 있는 머리글이 표(${tables.length}개)의 첫 200줄 안에 하나도 없습니다. 이 파일의 매핑인지 확인하거나 hub map으로 새로 만드십시오.`,
    `None of the headings of the mapping ${name} is in the first 200 rows of the file's tables (${tables.length}). Check that the mapping belongs to this file, or make one with hub map.`,
  );

/** One note for all headings that the mapping does not name. */
function columnsLeftOut(headings: PrintedHeadings, named: ReadonlySet<number>): FindingDraft[] {
  const leftOut = headings.paths.filter((path, index) => path !== null && !named.has(index));
  if (leftOut.length === 0) return [];
  const list = leftOut.map((path) => `‘${path}’`).join(", ");
  return [
    draftFinding(
      "CONTENT_IGNORED",
      { line: headings.rows[0]!.line, quote: headingQuote(headings) },
      `매핑이 쓰지 않는 열은 읽지 않았습니다: ${list}.`,
      `Columns that the mapping does not name were left out: ${list}.`,
    ),
  ];
}
