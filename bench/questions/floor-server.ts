import { createServer } from "node:http";
import pg from "pg";
import { quarterNumber } from "./city.ts";
import { questions } from "./questions.ts";

/** As fast as Node can be: a bare server, one statement a question, whose rows it writes out as they come, as text. */
const [database, municipalityId] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: database, max: 10 });
const asText = { getTypeParser: () => String };
/** PostgreSQL's numbers of the types that are JSON already: int8, int4, json, numeric. */
const json = new Set([20, 23, 114, 1700]);

async function answer(name: string): Promise<string> {
  const { floor } = questions.find((question) => question.name === name)!;
  const { rows, fields } = await pool.query<(string | null)[]>({
    ...{ name, text: floor, values: [municipalityId, quarterNumber], rowMode: "array", types: asText },
  });
  const heads = fields.map((field) => `${JSON.stringify(field.name)}:`);
  const isJson = fields.map((field) => json.has(field.dataTypeID));
  const written = rows.map((row) => {
    const cells = row.map(
      (cell, index) => heads[index] + (cell === null ? "null" : isJson[index] ? cell : JSON.stringify(cell)),
    );
    return `{${cells.join(",")}}`;
  });
  return `[${written.join(",")}]`;
}

const server = createServer(async (request, response) => {
  response.setHeader("content-type", "application/json; charset=utf-8");
  response.end(await answer(request.url!.slice(1)));
});
server.listen(0, "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${(server.address() as { port: number }).port}`);
});
