import { draftFinding } from "../../draft-finding.ts";
import { ReadingStopped } from "../table.ts";

/** FILE_UNREADABLE for the whole workbook. */
export const unreadable = (ko: string, en: string): ReadingStopped =>
  new ReadingStopped(draftFinding("FILE_UNREADABLE", null, ko, en));

/** FILE_UNREADABLE for a workbook that is truncated or corrupt. */
export const damaged = (): ReadingStopped =>
  unreadable(
    "통합 문서(.xlsx)가 손상되었습니다. 엑셀에서 열어 다시 저장한 뒤 올려 주십시오.",
    "The workbook (.xlsx) is damaged. Open it in a spreadsheet program, save it and import it again.",
  );
