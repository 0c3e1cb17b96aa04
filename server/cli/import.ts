import { open, readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Command } from "commander";
import type { MovedFigure } from "../../dashboards/preview/moved-figures.ts";
import type { GivenFile } from "../../ingest/forms/read-file.ts";
import { type FileFinding, isError } from "../../ingest/publishing/file-finding.ts";
import { importFiles } from "../../ingest/publishing/import-files.ts";
import { databaseUnavailable } from "../../schema/core/database-unavailable.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import type { QuarterNumber } from "../../schema/core/scalars/quarter.ts";
import { openHub } from "../open-hub.ts";
import { readSettings } from "../settings.ts";
import { figuresMovedBy, municipalityNamed } from "./figures-moved.ts";
import { asJson, asText, failureAsJson, summaryOf } from "./import-output.ts";
import { previewLines } from "./import-preview.ts";
import { ImportProgress } from "./import-progress.ts";
import { checkMarkedPath, workbookArgument, writeMarked } from "./marked-files.ts";
import { namesOfFiles } from "./names-of-files.ts";
import { previewPage } from "./preview-page.ts";
import { quarterArgument } from "./quarter-argument.ts";
import { reasonArgument } from "./reason-argument.ts";

/** Below this many bytes no progress is shown; formats other than text take ten times as long. */
const bytesWithProgress = 5_000_000;
const textFile = /\.(?:csv|tsv|txt|md)$/i;

const timeOf = ({ name, bytes }: GivenFile): number => bytes.byteLength * (textFile.test(name) ? 1 : 10);

interface ImportOptions {
  municipality?: string;
  quarter?: QuarterNumber;
  reason?: string;
  mapping?: string[];
  check?: boolean;
  html?: string;
  marked?: string;
  json?: boolean;
}

/** `hub import`: reads, checks and publishes files as one release. */
export function importCommand(): Command {
  return new Command("import")
    .description("파일을 읽고 검사해 한 회차로 공표합니다.\nRead, check and publish files as one release.")
    .argument("<file...>", "분기 추진실적 보고서나 자료(CSV, XLSX) / quarterly reports or feeds")
    .option("--municipality <code>", "지자체 코드, 빼면 본 지자체 / code of the municipality")
    .option("--quarter <quarter>", "보고 분기, 예: 2019-Q2 / quarter of the reports", quarterArgument)
    .option("--reason <text>", "정정 사유 / why published figures are corrected", reasonArgument)
    .option(
      "--mapping <file>",
      "부서의 표를 그대로 읽는 매핑(JSON), 여러 번 줄 수 있음 / mapping that reads departments' own tables; may be given several times",
      (path: string, before: string[] = []) => [...before, path],
    )
    .option("--check", "검사만 하고 공표하지 않음 / only check, publish nothing")
    .option(
      "--html <file>",
      "검사한 결과를 HTML로 저장, --check와 함께 / what would change, as a page; with --check",
    )
    .option(
      "--marked <file>",
      "틀린 칸을 색과 메모로 표시한 통합 문서를 씀(.xlsx) / write a workbook with each wrong cell marked",
      workbookArgument,
    )
    .option("--json", "찾은 점을 JSON 줄로 출력 / print findings as JSON lines")
    .action(async (words: string[], options: ImportOptions) => {
      const paths = [...new Map(words.map((path) => [resolve(path), path])).values()];
      try {
        process.exitCode = (await runImport(paths, options)) ? 0 : 1;
      } catch (error) {
        // Scripts read the last line, whatever happened.
        const explained = databaseUnavailable(error) ?? error;
        if (options.json && explained instanceof HubError) console.log(failureAsJson(explained).join("\n"));
        throw error;
      }
    });
}

async function runImport(paths: string[], options: ImportOptions): Promise<boolean> {
  if (options.html !== undefined && !options.check) throw htmlWithoutCheck();
  const settings = readSettings();
  const print = options.json
    ? (finding: FileFinding) => console.log(asJson(finding))
    : (finding: FileFinding) => console.error(asText(finding));
  const mappingPaths = options.mapping ?? [];
  if (options.marked !== undefined) await checkMarkedPath(options.marked, [...paths, ...mappingPaths]);
  const missing = await findMissing([...paths, ...mappingPaths]);
  if (missing.length > 0) {
    for (const finding of missing) print(finding);
    const outcome = { release: null, facts: 0, refused: true, findings: missing };
    console.log(summaryOf(outcome, options));
    return false;
  }
  const reading = readFiles([...paths, ...mappingPaths]);
  // It may fail before it is awaited.
  reading.catch(() => {});
  const hub = await openHub(settings, "command");
  const progress = new ImportProgress(process.stderr);
  try {
    const all = await reading;
    const files = all.slice(0, paths.length);
    const isLarge = files.reduce((sum, file) => sum + timeOf(file), 0) >= bytesWithProgress;
    const municipality = options.municipality ?? settings.municipality;
    let figures: MovedFigure[] = [];
    let named = await municipalityNamed(hub.database, municipality);
    const outcome = await importFiles(hub.database, {
      files,
      municipality,
      quarter: options.quarter,
      reason: options.reason,
      mappings: all.slice(paths.length),
      check: options.check,
      onPreview: async (query) => {
        figures = await figuresMovedBy(hub.database, query, municipality);
        named = await municipalityNamed(query, municipality);
      },
      onProgress: isLarge ? (reading) => progress.show(reading) : undefined,
    });
    progress.end();
    for (const finding of outcome.findings.sort(errorsFirst)) print(finding);
    const { differences, refused } = outcome;
    // Without a board query nothing moved, unless rows were refused.
    const moved = refused && !outcome.isPreviewed ? null : figures;
    if (differences) console.log(previewLines({ differences, moved, refused }, options).join("\n"));
    if (options.html !== undefined) {
      const names = files.map(({ name }) => name);
      const page = { outcome, moved, municipality: named, files: names, checkedAt: new Date() };
      await writeFile(options.html, previewPage(page));
    }
    if (options.marked !== undefined) await writeMarked(options.marked, files, outcome.findings);
    console.log(summaryOf(outcome, options));
    return !outcome.refused;
  } finally {
    progress.end();
    await hub.close();
  }
}

const htmlWithoutCheck = (): HubError =>
  new HubError(
    "BAD_USER_INPUT",
    {
      ko: "--html은 공표하기 전에 무엇이 바뀌는지 보이므로 --check와 함께 씁니다.",
      en: "--html shows what would change before it is published, and needs --check.",
    },
    { ko: "--check를 붙이거나 --html을 빼십시오.", en: "Add --check, or leave --html out." },
  );

/** Findings for unreadable files, reported before a database is opened. */
async function findMissing(paths: string[]): Promise<FileFinding[]> {
  const found = await Promise.all(
    paths.map(async (path) => {
      try {
        const file = await open(path);
        const isFolder = (await file.stat()).isDirectory();
        await file.close();
        return isFolder ? unreadable(path, { code: "EISDIR" }) : null;
      } catch (error) {
        return unreadable(path, error as NodeJS.ErrnoException);
      }
    }),
  );
  return found.filter((finding) => finding !== null);
}

const readFiles = (paths: string[]): Promise<GivenFile[]> => {
  const names = namesOfFiles(paths);
  return Promise.all(
    paths.map(async (path, index) => ({ name: names[index]!, bytes: await readFile(path) })),
  );
};

function unreadable(path: string, error: { code?: string }): FileFinding {
  const [ko, en] =
    error.code === "ENOENT"
      ? ["그런 파일이 없습니다. 경로를 확인하십시오.", "There is no such file. Check the path."]
      : error.code === "EISDIR"
        ? ["파일이 아니라 폴더입니다. 안의 파일을 주십시오.", "This is a folder. Give the files in it."]
        : [
            `파일을 읽을 수 없습니다(${error.code}). 권한과 크기를 확인하십시오.`,
            `The file cannot be read (${error.code}). Check its permissions and size.`,
          ];
  return {
    code: "FILE_UNREADABLE",
    document: path,
    line: null,
    column: null,
    quote: null,
    message: { ko, en },
  };
}

const errorsFirst = (one: FileFinding, other: FileFinding): number =>
  Number(isError(other)) - Number(isError(one));
