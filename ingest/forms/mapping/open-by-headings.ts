import type { QuarterNumber } from "../../../schema/core/scalars/quarter.ts";
import { ReadingStopped, type Table } from "../../documents/table.ts";
import { draftFinding, type FindingDraft } from "../../draft-finding.ts";
import { findHeadings } from "./find-headings.ts";
import type { Mapping } from "./mapping.ts";
import { type MappedFeed, openMapped } from "./open-mapped.ts";

/** What mappings read of a file. */
export interface MappedFile {
  /** The mappings that fit, or are meant. */
  used: readonly Mapping[];
  mapped: MappedFeed[];
  findings: FindingDraft[];
}

/** The tables that a mapping may read: those that the workbook shows, unless it names one. */
type TablesFor = (mapping: Mapping) => readonly Table[];

/** Opens what the mappings read of a file whose headings they fit; null if none does. Two for one table are refused. */
export function openByHeadings(
  mappings: readonly Mapping[],
  tablesFor: TablesFor,
  options: { quarter?: QuarterNumber },
): MappedFile | null {
  const used = mappings.filter((mapping) => missingOf(mapping, tablesFor(mapping)) === 0);
  if (used.length === 0) return null;
  const read: MappedFile = { used, mapped: [], findings: [] };
  for (const mapping of used) {
    const opened = openMapped(tablesFor(mapping), mapping, options);
    if (Array.isArray(opened)) {
      read.findings.push(...opened);
      continue;
    }
    const rival = read.mapped.find((one) => isSameTable(one, opened));
    if (rival) read.findings.push(bothFit(rival, opened));
    else {
      read.mapped.push(opened);
      read.findings.push(...opened.findings);
    }
  }
  return read;
}

/** What keeps the mapping that fits a file best from reading it; null if the file has no heading of any. */
export function openNearest(
  mappings: readonly Mapping[],
  tablesFor: TablesFor,
  options: { quarter?: QuarterNumber },
): MappedFile | null {
  const [nearest] = mappings
    .map((mapping) => ({ mapping, missing: missingOf(mapping, tablesFor(mapping)) }))
    .filter(({ missing }) => missing < Number.POSITIVE_INFINITY)
    .toSorted((one, other) => one.missing - other.missing);
  if (!nearest) return null;
  const opened = openMapped(tablesFor(nearest.mapping), nearest.mapping, options);
  return { used: [nearest.mapping], mapped: [], findings: Array.isArray(opened) ? opened : [] };
}

/** How many headings of a mapping the table that fits it best lacks; infinity if no table has any. */
function missingOf(mapping: Mapping, tables: readonly Table[]): number {
  const named = tables.filter(({ sheet }) => mapping.sheet === null || sheet === mapping.sheet);
  const counts = named.map((table) => {
    try {
      return findHeadings(table, mapping)?.missing.length ?? Number.POSITIVE_INFINITY;
    } catch (error) {
      if (error instanceof ReadingStopped) return Number.POSITIVE_INFINITY;
      throw error;
    }
  });
  return Math.min(Number.POSITIVE_INFINITY, ...counts);
}

/** One table may hold the rows of several feeds, but only one mapping says what those of a feed are. */
const isSameTable = (one: MappedFeed, other: MappedFeed): boolean =>
  one.mapping.feed === other.mapping.feed &&
  one.table.sheet === other.table.sheet &&
  one.headings.rows[0]!.line === other.headings.rows[0]!.line;

function bothFit({ mapping: one }: MappedFeed, { mapping: other, table }: MappedFeed): FindingDraft {
  const finding = draftFinding(
    "MAPPING_INVALID",
    null,
    `매핑 ${one.name}, ${other.name}의 머리글이 모두 이 표에 있어 어느 것으로 읽을지 알 수 없습니다. 하나만 주십시오.`,
    `The mappings ${one.name} and ${other.name} both fit this table. Give only one of them.`,
  );
  return table.sheet === null ? finding : { ...finding, sheet: table.sheet };
}

/** A mapping that reads none of the files. */
export const fitsNoFile = (): FindingDraft =>
  draftFinding(
    "MAPPING_INVALID",
    null,
    "이 매핑의 머리글이 모두 있는 파일이 없습니다. 매핑이나 파일을 확인하십시오.",
    "None of the files has all headings of this mapping. Check the mapping and the files.",
  );
