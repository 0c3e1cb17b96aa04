import { constants } from "node:fs";
import { access, realpath, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { InvalidArgumentError } from "commander";
import type { GivenFile } from "../../ingest/forms/read-file.ts";
import type { FileFinding } from "../../ingest/publishing/file-finding.ts";
import { HubError } from "../../schema/core/hub-error.ts";

/** Parser of the path of a workbook to be written. */
export function workbookArgument(path: string): string {
  if (/[^/\\]\.xlsx$/i.test(path)) return path;
  throw new InvalidArgumentError(".xlsx로 끝나는 이름을 쓰십시오. / Give a name that ends in .xlsx.");
}

/** Refuses a path that cannot be written, or would replace a file to import, before anything is imported. */
export async function checkMarkedPath(path: string, inputs: readonly string[]): Promise<void> {
  try {
    await access(dirname(path), constants.W_OK);
  } catch {
    throw new HubError(
      "MARKED_FILE_INVALID",
      { ko: `${path}에 쓸 수 없습니다.`, en: `${path} cannot be written.` },
      {
        ko: "있는 폴더와 쓰기 권한을 확인하십시오.",
        en: "Check that its folder exists and may be written to.",
      },
    );
  }
  const target = await realPath(path);
  for (const input of inputs)
    if ((await realPath(input)) === target)
      throw new HubError(
        "MARKED_FILE_INVALID",
        {
          ko: `--marked의 파일은 가져올 파일(${path})과 같습니다.`,
          en: `${path} of --marked is a file to import.`,
        },
        { ko: "원본이 남도록 다른 이름을 쓰십시오.", en: "Use another name, so that the original is kept." },
      );
}

/** The file that a path leads to, through links; one that does not exist yet is in its folder. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const folder = await realpath(dirname(path)).catch(() => dirname(path));
    return join(folder, basename(path));
  }
}

/** Writes the marked workbooks of an import and prints their names. What was imported stands even if that fails. */
export async function writeMarked(
  path: string,
  files: readonly GivenFile[],
  findings: readonly FileFinding[],
): Promise<void> {
  // Loaded on demand: other imports need not wait for it.
  const { markFiles } = await import("../../ingest/marking/mark-files.ts");
  try {
    for (const { name, bytes } of await markFiles(files, findings, basename(path))) {
      const target = join(dirname(path), name);
      await writeFile(target, bytes);
      console.error(`표시한 파일을 썼습니다: ${target}\nWrote the marked workbook ${target}.`);
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    console.error(
      `표시한 파일을 쓰지 못했습니다: ${message}\nThe marked workbook was not written: ${message}`,
    );
  }
}
