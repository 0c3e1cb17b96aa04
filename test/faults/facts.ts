import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const REAL_REPORT = fileURLToPath(new URL("../contract/documents/goyang-1-4-2-2019-Q2.txt", import.meta.url));
/** The pledge of the real report, which a hub loads at its first start. */
export const REAL_PLEDGE = "1-4-2";

/** Asks a serving hub; throws where it answers with errors. */
export async function ask<Data>(url: string, query: string): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const answer = (await response.json()) as { data: Data; errors?: { extensions: { code: string } }[] };
  if (answer.errors) throw new AnswerError(answer.errors);
  return answer.data;
}

/** The errors of an answer. */
class AnswerError extends Error {
  readonly codes: readonly string[];

  constructor(errors: readonly { extensions: { code: string } }[]) {
    super(JSON.stringify(errors));
    this.codes = errors.map(({ extensions }) => extensions.code);
  }
}

/** How many releases the hub knows of the city of the reports; the sample city that it begins with has its own. */
export async function countReleases(url: string): Promise<number> {
  const data = await ask<{ releases: { totalCount: number } }>(
    url,
    '{ releases(municipality: "41280") { totalCount } }',
  );
  return data.releases.totalCount;
}

/** All that the hub knows from a pledge's report of 2019-Q2; null if it has none, or has never known the pledge. */
export async function findReport(url: string, pledge: string): Promise<object | null> {
  const data = await ask<{ report: object | null }>(
    url,
    `{ report(pledge: "${pledge}", quarter: "2019-Q2") {
      contacts { role familyName extension }
      sections { kind statements { text depth } }
      participation { kind count state }
      funding { source amount state period { label } citation { line quote } }
      problems { text } remedies { text }
      findings { code line }
    } }`,
  ).catch((error: unknown) => {
    if (error instanceof AnswerError && error.codes.includes("BAD_USER_INPUT")) return { report: null };
    throw error;
  });
  return data.report;
}

/** Writes the real report as one of another pledge: nothing but the code differs. */
export async function writeReport(folder: string, pledge: string): Promise<string> {
  const text = await readFile(REAL_REPORT, "utf8");
  const file = join(folder, `goyang-${pledge}-2019-Q2.txt`);
  await writeFile(file, text.replace(REAL_PLEDGE, pledge));
  return file;
}

/** The arguments that import a report. */
export const importing = (file: string): string[] => [
  ...["import", file, "--municipality", "41280"],
  ...["--quarter", "2019-Q2"],
];
