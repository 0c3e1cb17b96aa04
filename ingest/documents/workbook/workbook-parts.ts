import { posix } from "node:path";
import { draftFinding } from "../../draft-finding.ts";
import { brokenCharacterIn } from "../broken-character.ts";
import type { Archive } from "../open-archive.ts";
import { readXml } from "../read-xml.ts";
import { ReadingStopped } from "../table.ts";
import { damaged } from "../unreadable.ts";

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
  /** The workbook asks to be calculated when it is opened. */
  isUncalculated: boolean;
  /** Null if the workbook has none. */
  sharedStrings: string | null;
  styles: string | null;
}

const isTrue = (attribute: string | undefined): boolean => attribute === "1" || attribute === "true";

const usualPart = "xl/workbook.xml";

/** The main part of an office document, which need not have its usual name; undefined in any other archive. */
export async function mainPart(archive: Archive): Promise<string | undefined> {
  const targets = archive.has("_rels/.rels")
    ? await relationships(archive, "")
    : new Map<string, Relationship>();
  const stated = [...targets.values()].find(({ type }) => type === "officeDocument")?.part;
  return stated ?? (archive.has(usualPart) ? usualPart : undefined);
}

/** Lists the sheets and parts of a workbook by its main part. Throws ReadingStopped. */
export async function workbookParts(archive: Archive, workbook: string): Promise<WorkbookParts> {
  const targets = await relationships(archive, workbook);
  const sheets: SheetEntry[] = [];
  let [countsFrom1904, isUncalculated] = [false, false];
  await readXml(archive, workbook, {
    open(name, attributes) {
      if (name === "workbookPr") countsFrom1904 = isTrue(attributes.date1904);
      if (name === "calcPr") isUncalculated = isTrue(attributes.fullCalcOnLoad);
      if (name !== "sheet") return;
      const target = targets.get(relationshipId(attributes));
      if (!target) throw damaged();
      // A chart of its own has no cells.
      if (target.type !== "worksheet") return;
      const broken = brokenCharacterIn(attributes.name ?? "");
      if (broken) throw brokenSheetName(sheets.length + 1, broken);
      const isHidden = ["hidden", "veryHidden"].includes(attributes.state ?? "");
      sheets.push({ name: (attributes.name ?? "").normalize("NFC"), part: target.part, isHidden });
    },
  });
  const partOf = (type: string) => [...targets.values()].find((one) => one.type === type)?.part ?? null;
  const [strings, styles] = [partOf("sharedStrings"), partOf("styles")];
  return { sheets, countsFrom1904, isUncalculated, sharedStrings: strings, styles };
}

/** `r:id`, whatever the file calls the prefix of relationships. */
const relationshipId = (attributes: Record<string, string>): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1] ?? "";

/** Where a part points to. */
export interface Relationship {
  /** The last segment of its type, which is the same in the strict variant: worksheet, styles. */
  type: string;
  part: string;
}

/** The parts that a part refers to, by id; of the archive as a whole if it is "". */
export async function relationships(archive: Archive, part: string): Promise<Map<string, Relationship>> {
  const folder = posix.dirname(part);
  const targets = new Map<string, Relationship>();
  const list = posix.join(folder, "_rels", `${posix.basename(part)}.rels`);
  await readXml(archive, list, {
    open(name, attributes) {
      if (name !== "Relationship") return;
      const { Id = "", Type = "", Target = "" } = attributes;
      const path = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
      targets.set(Id, { type: Type.slice(Type.lastIndexOf("/") + 1), part: path });
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
