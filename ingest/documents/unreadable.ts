import { draftFinding } from "../draft-finding.ts";
import { ReadingStopped } from "./table.ts";

/** FILE_UNREADABLE for the whole file. */
export const unreadable = (ko: string, en: string): ReadingStopped =>
  new ReadingStopped(draftFinding("FILE_UNREADABLE", null, ko, en));

/** FILE_UNREADABLE for a workbook that is truncated or corrupt. */
export const damaged = (): ReadingStopped =>
  unreadable(
    "통합 문서가 손상되었습니다. 엑셀에서 열어 다시 저장한 뒤 올려 주십시오.",
    "The workbook is damaged. Open it in a spreadsheet program, save it and import it again.",
  );

/** FILE_UNREADABLE for a file that only opens with a password. */
export const locked = (): ReadingStopped =>
  unreadable(
    "암호가 걸린 파일입니다. 암호를 풀어 다시 저장한 뒤 올려 주십시오.",
    "The file is protected by a password. Save it without one and import it again.",
  );
