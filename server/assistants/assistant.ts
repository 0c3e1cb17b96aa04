import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
} from "@modelcontextprotocol/sdk/types.js";
import { problemsOf } from "../../dashboards/ask.ts";
import { panels } from "../../dashboards/boards/panels.ts";
import type { LanguageCode } from "../../schema/core/localized.ts";
import type { Problem } from "../../schema/core/problem.ts";
import type { Caller } from "./caller.ts";
import { readPanel } from "./read-panel.ts";
import { tools } from "./tools.ts";

const instructions =
  "Figures of municipal pledges, funding, purchases, sales and courses, each with its source. Quote a figure only with its citation and release. An empty cell means that nothing was reported, not 0: give the reason that stands beside it. Never add up truncated rows.";

/** An MCP server for one request; it keeps nothing between calls. */
export function assistantServer(caller: Omit<Caller, "language">): Server {
  const server = new Server({ name: "hub", version: "0.1.0" }, { capabilities: { tools: {} }, instructions });
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tools() }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const { language: chosen, ...input } = params.arguments ?? {};
    const assistant: Caller = { ...caller, language: chosen === "en" ? "en" : "ko" };
    const answer = await callTool(assistant, params.name, input).catch(problemsOf);
    return Array.isArray(answer) ? refused(answer, assistant.language) : resultOf(answer);
  });
  return server;
}

async function callTool(
  assistant: Caller,
  name: string,
  { panel, choices = {}, ...others }: Record<string, unknown>,
): Promise<Record<string, unknown> | Problem[]> {
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new McpError(ErrorCode.InvalidParams, `${name} does not take ${unknown}.`);
  if (name === "list_measures")
    return assistant.ask(measuresQuestion, { language: assistant.language.toUpperCase() });
  if (name === "list_panels")
    return { panels: [...panels.values()].map((one) => described(one, assistant.language)) };
  if (name !== "read_panel") throw new McpError(ErrorCode.InvalidParams, `There is no tool ${name}.`);
  if (typeof panel !== "string" || !isTexts(choices))
    throw new McpError(ErrorCode.InvalidParams, "panel is a text, choices an object of texts.");
  return readPanel(assistant, { panel, choices });
}

const measuresQuestion = `query Measures($language: Language) {
  measures { query field name(language: $language) formula(language: $language) unit }
}`;

const described = (
  { name, title, description, variables, columns }: NonNullable<ReturnType<typeof panels.get>>,
  language: LanguageCode,
) => ({
  name,
  title: title[language],
  description: description[language],
  columns: Object.values(columns).map(({ label }) => label[language]),
  choices: Object.entries(variables).map(([choice, { label, default: chosen, all, options }]) => ({
    name: choice,
    label: label[language],
    default: chosen,
    isRequired: chosen === null && !all,
    ...("choices" in options && { values: Object.keys(options.choices) }),
  })),
});

const isTexts = (value: unknown): value is Record<string, string> =>
  typeof value === "object" && value !== null && Object.values(value).every((one) => typeof one === "string");

const resultOf = (answer: Record<string, unknown>): CallToolResult => ({
  content: [{ type: "text", text: JSON.stringify(answer) }],
  structuredContent: answer,
});

/** A problem as an assistant can act on it: what is wrong and what to do. */
const refused = (problems: readonly Problem[], language: LanguageCode): CallToolResult => ({
  content: problems.map(({ code, text, remedy }) => ({
    type: "text",
    text: `${code}: ${text[language]} ${remedy[language]}`,
  })),
  isError: true,
});
