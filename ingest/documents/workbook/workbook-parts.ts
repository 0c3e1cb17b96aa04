import { draftFinding } from "../../draft-finding.ts";
import { brokenCharacterIn } from "../broken-character.ts";
import { ReadingStopped } from "../table.ts";
import type { Archive } from "./open-archive.ts";
import { readXml } from "./read-xml.ts";
import { unreadable } from "./unreadable.ts";

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  name: string;
  /** Path of its cells in the archive. */
  part: string;
  isHidden: boolean;
}

/** The parts of a workbook. */
export interface WorkbookParts {
  sheets: SheetEntry[];
  /** Dates count from 1904, as in old versions of Excel for Mac. */
  countsFrom1904: boolean;
  /** Null if the workbook has none. */
  sharedStrings: string | null;
  styles: string | null;
}

const workbook = "xl/workbook.xml";

/** Lists the sheets and parts of a workbook. Throws ReadingStopped for any other archive. */
export async function workbookParts(archive: Archive): Promise<WorkbookParts> {
  if (!archive.has(workbook)) throw notAWorkbook();
  const targets = await relationships(archive);
  const sheets: SheetEntry[] = [];
  let countsFrom1904 = false;
  await readXml(archive, workbook, {
    open(name, attributes) {
      if (name === "workbookPr") countsFrom1904 = ["1", "true"].includes(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const target = targets.get(attributes["r:id"] ?? "");
      if (target?.type !== "worksheet") return;
      const broken = brokenCharacterIn(attributes.name ?? "");
      if (broken) throw brokenSheetName(sheets.length + 1, broken);
      const isHidden = ["hidden", "veryHidden"].includes(attributes.state ?? "");
      sheets.push({ name: (attributes.name ?? "").normalize("NFC"), part: target.part, isHidden });
    },
  });
  const partOf = (type: string) => [...targets.values()].find((one) => one.type === type)?.part ?? null;
  return { sheets, countsFrom1904, sharedStrings: partOf("sharedStrings"), styles: partOf("styles") };
}

interface Relationship {
  /** The last segment of its type: worksheet, styles. */
  type: string;
  part: string;
}

async function relationships(archive: Archive): Promise<Map<string, Relationship>> {
  const targets = new Map<string, Relationship>();
  await readXml(archive, "xl/_rels/workbook.xml.rels", {
    open(name, attributes) {
      if (name !== "Relationship") return;
      const { Id = "", Type = "", Target = "" } = attributes;
      const part = Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`;
      targets.set(Id, { type: Type.slice(Type.lastIndexOf("/") + 1), part });
    },
  });
  return targets;
}

const brokenSheetName = (position: number, character: string) =>
  new ReadingStopped(
    draftFinding(
      "ENCODING_INVALID",
      null,
      `${position}번째 시트의 이름에 깨진 글자(${character})가 있습니다. 시트 이름을 바꾸어 다시 저장하십시오.`,
      `The name of sheet ${position} contains a broken character (${character}). Rename the sheet and save the workbook again.`,
    ),
  );

const notAWorkbook = () =>
  unreadable(
    "압축 파일이지만 엑셀 통합 문서(.xlsx)가 아닙니다. 자료를 .xlsx나 CSV로 저장해 올려 주십시오.",
    "This is an archive, but not a workbook (.xlsx). Save the table as .xlsx or CSV and import that file.",
  );
