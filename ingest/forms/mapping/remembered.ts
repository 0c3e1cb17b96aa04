import { createHash } from "node:crypto";
import type { QuarterNumber } from "../../../schema/core/scalars/quarter.ts";
import { ReadingStopped, type Table } from "../../documents/table.ts";
import { draftFinding, type FindingDraft } from "../../draft-finding.ts";
import { type FoundHeadings, findHeadings } from "./find-headings.ts";
import { periodNotPrinted } from "./fixed-periods.ts";
import type { Mapping } from "./mapping.ts";
import { type MappedFeed, openMapped } from "./open-mapped.ts";
import type { PrintedHeadings } from "./printed-headings.ts";

/** A mapping that was used for a municipality before. */
export interface RememberedMapping {
  id: number;
  mapping: Mapping;
  /** Of the headings that it was used for. */
  fingerprint: string;
  version: number;
  /** Number of the release that it was first used for; null if that published nothing. */
  release: number | null;
}

/** Which files a mapping is remembered for: those with the same headings, on the same sheet if it names one. */
export function fingerprintOf({ feed, sheet }: Mapping, { paths }: PrintedHeadings): string {
  const headings = paths.slice(0, paths.findLastIndex((path) => path !== null) + 1);
  return createHash("sha256")
    .update(JSON.stringify([feed.name, sheet, headings]))
    .digest("hex");
}

/** Opens what remembered mappings read of a file; findings where one fits that must not be used unasked. */
export function openRemembered(
  tables: readonly Table[],
  remembered: readonly RememberedMapping[],
  options: { quarter?: QuarterNumber },
): { mapped: MappedFeed[]; findings: FindingDraft[] } {
  const mapped: MappedFeed[] = [];
  const findings: FindingDraft[] = [];
  for (const one of remembered) {
    const found = tables.flatMap((table) => fits(table, one) ?? [])[0];
    if (!found) continue;
    const period = periodNotPrinted(one.mapping, found);
    if (period !== null) {
      findings.push(periodUncertain(one, found, period));
      continue;
    }
    const opened = openMapped([found.table], one.mapping, options);
    if (Array.isArray(opened)) findings.push(...opened);
    else mapped.push({ ...opened, findings: [usedAgain(one, found), ...opened.findings] });
  }
  return { mapped, findings };
}

function fits(table: Table, { mapping, fingerprint }: RememberedMapping): FoundHeadings | null {
  if (mapping.sheet !== null && mapping.sheet !== table.sheet) return null;
  try {
    const found = findHeadings(table, mapping);
    return found?.missing.length === 0 && fingerprintOf(mapping, found.headings) === fingerprint
      ? found
      : null;
  } catch (error) {
    if (error instanceof ReadingStopped) return null;
    throw error;
  }
}

const onSheet = (finding: FindingDraft, { table }: FoundHeadings): FindingDraft =>
  table.sheet === null ? finding : { ...finding, sheet: table.sheet };

function periodUncertain({ mapping }: RememberedMapping, found: FoundHeadings, period: string): FindingDraft {
  return onSheet(
    draftFinding(
      "PERIOD_MISMATCH",
      null,
      `머리글이 같은 파일에 쓴 매핑 ${mapping.name}이(가) 있으나 ${period}을(를) 고정해 쓰고, 이 파일의 시트 이름이나 표 위에는 ${period}만 적혀 있지 않습니다. 매핑을 확인해 --mapping으로 주십시오.`,
      `The mapping ${mapping.name} was used for the same headings, but it writes ${period} into the rows, and the sheet's name and the lines above the table do not print that period alone. Check the mapping and give it with --mapping.`,
    ),
    found,
  );
}

function usedAgain({ mapping, version, release }: RememberedMapping, found: FoundHeadings): FindingDraft {
  const since =
    release === null ? { ko: "", en: "" } : { ko: `, 회차 ${release}부터`, en: `, since release ${release}` };
  return onSheet(
    draftFinding(
      "MAPPING_REMEMBERED",
      null,
      `머리글이 같은 파일에 전에 쓴 매핑 ${mapping.name}(${version}판${since.ko})으로 읽었습니다. 다른 매핑을 쓰려면 --mapping으로 주고, 지우려면 hub mappings forget을 쓰십시오.`,
      `Read with the mapping ${mapping.name} (version ${version}${since.en}), which was used for the same headings before. Give another with --mapping, or remove it with hub mappings forget.`,
    ),
    found,
  );
}
