import { isDeepStrictEqual } from "node:util";
import type { Answer, Question, Row } from "./question.ts";
import type { QuestionRequest, Server } from "./servers.ts";

/** Throws if a server answers a question otherwise than the first, order aside. Gives the number of rows. */
export async function compareAnswers(question: Question, servers: Server[]): Promise<number> {
  const answers = await Promise.all(servers.map((server) => rowsOf(server, question)));
  const [first, ...others] = answers;
  for (const [index, rows] of others.entries())
    if (rows && !isDeepStrictEqual(rows, first)) throw differs(question, servers[index + 1]!, rows, first!);
  if (first!.length === 0) throw new Error(`${question.name} has no rows.`);
  return first!.length;
}

async function rowsOf(server: Server, question: Question): Promise<Row[] | null> {
  const request = server.requestFor(question);
  return request && answerOf(request, `${server.name}, ${question.name}`);
}

async function answerOf({ url, method, body, rows }: QuestionRequest, name: string): Promise<Row[]> {
  const response = await fetch(url, { method, body, headers: { "content-type": "application/json" } });
  const answer = (await response.json()) as Answer;
  if (answer.errors) throw new Error(`${name}: ${JSON.stringify(answer.errors)}`);
  return sorted(rows(answer));
}

/** Rows, and lists within them, in one order. */
const sorted = (rows: Row[]): Row[] =>
  rows
    .map((row) =>
      Object.fromEntries(
        Object.entries(row)
          .map(([name, value]): [string, unknown] => [name, Array.isArray(value) ? sorted(value) : value])
          .sort(([one], [other]) => (one < other ? -1 : 1)),
      ),
    )
    .map((row) => ({ row, text: JSON.stringify(row) }))
    .sort((one, other) => (one.text < other.text ? -1 : 1))
    .map(({ row }) => row);

function differs(question: Question, server: Server, rows: Row[], expected: Row[]): Error {
  const at = rows.findIndex((row, index) => !isDeepStrictEqual(row, expected[index]));
  const excerpts = [rows[at], expected[at]].map((row) => JSON.stringify(row)?.slice(0, 300));
  return new Error(
    `${server.name} answers ${question.name} otherwise (${rows.length} rows, not ${expected.length}): ${excerpts.join(" instead of ")}`,
  );
}
