import { draftFinding } from "../../draft-finding.ts";
import { ReadingStopped } from "../table.ts";

/** FILE_UNREADABLE for the whole document. */
export const unreadableDocument = (ko: string, en: string): ReadingStopped =>
  new ReadingStopped(draftFinding("FILE_UNREADABLE", null, ko, en));

/** FILE_UNREADABLE for a document that is truncated or corrupt. */
export const damagedDocument = (): ReadingStopped =>
  unreadableDocument(
    "문서가 손상되었습니다. 만든 프로그램에서 열어 다시 저장한 뒤 올려 주십시오.",
    "The document is damaged. Open it in the program it was made with, save it and import it again.",
  );

/** FILE_UNREADABLE for a document that opens with a password only. */
export const passwordProtected = (): ReadingStopped =>
  unreadableDocument(
    "암호가 걸린 문서입니다. 암호를 풀어 저장한 뒤 올려 주십시오.",
    "The document is protected by a password. Save it without one and import it again.",
  );

/** FILE_UNREADABLE for a document that takes more time or memory than any report. */
export const documentTooLarge = (): ReadingStopped =>
  unreadableDocument(
    "문서가 너무 크거나 복잡하여 읽지 못했습니다. 보고서만 남기거나 여러 파일로 나누어 올려 주십시오.",
    "The document is too large or too complex to read. Keep the report only, or split it into several files, and import those.",
  );
