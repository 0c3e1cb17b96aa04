import { createWriteStream } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Command, InvalidArgumentError } from "commander";
import { HubError } from "../../schema/core/hub-error.ts";
import { sampleCode } from "../../seeds/sample/plan.ts";
import type { SampleImport } from "../../seeds/sample/sample-city.ts";

interface SampleArguments {
  size: number;
  seed: number;
  purchases?: number;
  municipality: string;
  out: string;
}

/** `hub sample`: writes the files of a synthetic city and prints how to import them. */
export function sampleCommand(): Command {
  return new Command("sample")
    .description(
      "지어낸 표본 도시의 자료를 원하는 크기로 만듭니다. 같은 값이면 같은 파일입니다.\nWrite the feeds of a synthetic city of any size; the same options give the same files.",
    )
    .option(
      "--size <number>",
      "공약 수, 나머지는 따라 늘어남 / number of pledges; all else grows with it",
      count(1),
      30,
    )
    .option("--seed <number>", "무작위의 씨앗 / decides every draw", count(0), 1)
    .option(
      "--purchases <number>",
      "구매 건수, 빼면 공약마다 60건 / purchases; left out: 60 a pledge",
      count(0),
    )
    .option(
      "--municipality <code>",
      "99로 시작하는 지자체 코드 / its code, 99000 to 99999",
      syntheticCode,
      sampleCode,
    )
    .option("--out <folder>", "파일을 쓸 폴더 / folder that the files are written to", "sample")
    .action(runSample);
}

async function runSample({ municipality: code, out: folder, ...options }: SampleArguments): Promise<void> {
  // Loaded on demand, so that other commands start faster.
  const { sampleCity } = await import("../../seeds/sample/sample-city.ts");
  const { csvBlocks } = await import("../../seeds/sample/csv-blocks.ts");
  const { plan, imports } = sampleCity({ ...options, code });
  try {
    await makeFolder(folder);
    for (const { name, feed, rows } of imports.flatMap(({ files }) => files))
      await pipeline(Readable.from(csvBlocks(feed, rows())), createWriteStream(join(folder, name)));
  } catch (error) {
    throw notWritable(folder, error as NodeJS.ErrnoException);
  }
  const commands = imports.map((one) => `${importCommandOf(one, folder, code)}\n`);
  console.log(`지어낸 도시 ${plan.name}의 자료를 ${folder}에 썼습니다. 가져오려면 차례로:
Wrote the files of a synthetic city to ${folder}. To import them, in this order:

${commands.join("\n")}
시연 자료의 합성 도시도 ${sampleCode}입니다. 시연 자료가 든 허브에는 --municipality로 다른 코드를 주어 만드십시오.
The synthetic city of the demonstration is ${sampleCode} too: for a hub that holds it, make one with another --municipality.`);
}

/** Makes a folder and those above it, one by one: Node's recursive mkdir never ends below /proc. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const parent = dirname(folder);
    if (code === "EEXIST" && (await stat(folder)).isDirectory()) return;
    if (code !== "ENOENT" || parent === folder || (await isFolder(parent))) throw error;
    await makeFolder(parent);
    await mkdir(folder);
  }
}

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null))?.isDirectory() ?? false;

function importCommandOf({ title, reason, files }: SampleImport, folder: string, code: string): string {
  const paths = files.map(({ name }) => quotedForShell(join(folder, name)));
  const explained = reason === null ? "" : ` --reason ${quotedForShell(reason)}`;
  return `# ${title.ko} / ${title.en}\nnpx hub import ${paths.join(" ")} --municipality ${code}${explained}`;
}

const quotedForShell = (text: string): string =>
  /^[\p{L}\p{N}_./-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

const notWritable = (folder: string, { code, message }: NodeJS.ErrnoException): HubError =>
  new HubError(
    "FOLDER_NOT_WRITABLE",
    {
      ko: `${folder} 폴더에 쓸 수 없습니다(${code ?? message}).`,
      en: `Cannot write to the folder ${folder} (${code ?? message}).`,
    },
    {
      ko: "--out으로 쓸 수 있는 폴더를 주고, 남은 공간을 확인하십시오.",
      en: "Give a writable folder with --out, and check the free disk space.",
    },
  );

/** Parser of a whole number with a minimum. */
function count(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= 100_000_000) return value;
    throw new InvalidArgumentError(
      `${least}부터 1억까지의 정수를 쓰십시오. / Write a whole number from ${least} to 100000000.`,
    );
  };
}

/** No real municipality has these codes; 99990 is reserved for the feeds of the contract. */
function syntheticCode(text: string): string {
  if (/^99\d{3}$/.test(text) && text !== "99990") return text;
  throw new InvalidArgumentError(
    "99000부터 99999까지에서, 99990을 빼고 쓰십시오. / Write one from 99000 to 99999, but not 99990.",
  );
}
