import type { ApolloServer } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import { contentDisposition } from "../../dashboards/downloads/file-name.ts";
import { parameterError } from "../../dashboards/pages/check-parameters.ts";
import { type PageAddress, pageAddressOf } from "../../dashboards/pages/page-request.ts";
import type { HubContext } from "../../schema/core/context.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import { statusOfCode } from "../http/status-of-code.ts";
import { askApollo, QuestionRefused, type TableQuestion } from "./ask-table.ts";
import { type OpenTable, openTable } from "./read-table.ts";
import { tableFormats } from "./table-formats.ts";
import { pathOfChain } from "./table-plan.ts";

const questionParameters = ["query", "variables", "operationName"];
const tableParameters = ["rows", "bom"];

/** Answers a request for GraphQL as a table with this ending. */
export type AnswerTableOf = (
  ending: string,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<FastifyReply>;

/** Answers of GraphQL as tables: GET /graphql.csv and so on, and what is given back for requests that accept one. */
export function serveTables(
  server: FastifyInstance,
  schema: GraphQLSchema,
  apollo: ApolloServer<HubContext>,
  contextOf: (request: FastifyRequest) => HubContext,
): AnswerTableOf {
  const answer: AnswerTableOf = async (ending, request, reply) => {
    const format = tableFormats[ending]!;
    const page = pageAddressOf(request);
    const question = questionOf(request, page);
    try {
      const ask = askApollo(apollo, () => contextOf(request));
      const rows = page.choice("rows");
      const table = await openTable(schema, ask, question, { rows, mostRows: format.mostRows });
      const { shape, pages, count } = table;
      const content = await format.write({
        ...{ columns: shape.columns, pages, total: count.taken, language: page.language },
        hasByteOrderMark: page.choice("bom") !== "no",
        notes: notesOf(question, table),
      });
      const name = shape.name ?? (pathOfChain(shape.chain).replaceAll(".", "-") || "answer");
      reply
        .type(format.type)
        .header("content-disposition", contentDisposition("attachment", { ascii: name, full: name }, ending));
      if (count.taken < count.all) reply.header("hub-rows", `${count.taken} of ${count.all}`);
      if (shape.leftOut.length > 0) reply.header("hub-left-out", shape.leftOut.join(", "));
      return reply.send(content);
    } catch (error) {
      if (error instanceof QuestionRefused) return refuse(reply, error);
      throw error;
    }
  };
  for (const ending of Object.keys(tableFormats))
    server.get(`/graphql.${ending}`, { config: { kept: true } }, (request, reply) =>
      answer(ending, request, reply),
    );
  return answer;
}

/** The errors of GraphQL as GraphQL sends them, with a status that a program cannot take for a table. */
function refuse(reply: FastifyReply, { errors, status, headers }: QuestionRefused): FastifyReply {
  for (const [name, value] of headers) reply.header(name, value);
  const { code, classification } = errors[0]?.extensions ?? {};
  const ownStatus = classification === "DataFetchingException" ? 500 : 400;
  return reply.code(statusOfCode(String(code)) ?? status ?? ownStatus).send({ errors });
}

function questionOf(request: FastifyRequest, page: PageAddress): TableQuestion {
  const isGet = request.method !== "POST";
  const wrong = parameterError(page, isGet ? [...questionParameters, ...tableParameters] : tableParameters);
  if (wrong) throw wrong;
  const bom = page.choice("bom");
  if (bom !== null && bom !== "yes" && bom !== "no") throw bomUnknown(bom);
  const sent = (isGet ? Object.fromEntries(page.parameters) : request.body) as Record<string, unknown> | null;
  const variables = isGet ? parsed(sent?.variables) : (sent?.variables ?? {});
  if (typeof sent?.query !== "string" || !isRecord(variables)) throw questionMissing();
  const { operationName } = sent;
  return {
    query: sent.query,
    variables,
    operationName: typeof operationName === "string" ? operationName : null,
  };
}

function parsed(variables: unknown): unknown {
  if (typeof variables !== "string" || variables === "") return {};
  try {
    return JSON.parse(variables);
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a workbook says of its table: the question, and what is not in it. */
const notesOf = ({ query, variables }: TableQuestion, { shape, count }: OpenTable) =>
  [
    ["GraphQL", query.slice(0, 32_000)],
    ["variables", JSON.stringify(variables).slice(0, 32_000)],
    ["rows", pathOfChain(shape.chain)],
    ["count", count.taken < count.all ? `${count.taken} of ${count.all}` : count.all],
    ...(shape.leftOut.length > 0 ? [["left out", shape.leftOut.join(", ")] as const] : []),
  ] as const;

const questionMissing = (): HubError =>
  new HubError(
    "BAD_REQUEST",
    {
      ko: "질의가 없거나 variables를 읽을 수 없습니다.",
      en: "There is no query, or its variables are not JSON.",
    },
    {
      ko: "GET은 query와 variables(JSON)를 주소에 퍼센트 인코딩해 쓰고, POST는 본문에 쓰십시오.",
      en: "With GET, percent-encode query and variables (JSON) in the URL; with POST, send both in the body.",
    },
  );

const bomUnknown = (value: string): HubError =>
  new HubError(
    "CHOICE_UNKNOWN",
    { ko: `‘bom’에 쓸 수 없는 값입니다: ‘${value}’.`, en: `“${value}” is not a value of “bom”.` },
    { ko: "쓸 수 있는 값: yes, no.", en: "It takes yes, no." },
  );
