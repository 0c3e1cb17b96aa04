import { createInterface } from "node:readline";
import { Command } from "commander";
import type { FastifyInstance } from "fastify";
import { openHub } from "../open-hub.ts";
import { readSettings } from "../settings.ts";

/** `hub mcp`: the tools of /mcp on standard input and output, for an assistant on the same machine. */
export function mcpCommand(): Command {
  return new Command("mcp")
    .description(
      "표준 입출력으로 AI 비서에게 답합니다(MCP, 읽기만).\nAnswer an assistant on standard input and output (MCP, read-only).",
    )
    .action(async () => {
      const settings = readSettings();
      const hub = await openHub(settings, "command");
      let server: FastifyInstance | undefined;
      try {
        // Loaded on demand, so that other commands start faster.
        const { createServer } = await import("../http/create-server.ts");
        // Whoever runs this reads the database anyway.
        server = await createServer(hub.database, {
          ...settings,
          publicReading: true,
          limits: null,
          // Standard output has answers only.
          logDestination: process.stderr,
        });
        for await (const line of createInterface({ input: process.stdin })) {
          if (line.trim() !== "") process.stdout.write(await answerOf(server, line));
        }
      } finally {
        await server?.close();
        await hub.close();
      }
    });
}

/** The answer to one message, a line as well; empty for a notification. */
async function answerOf(server: FastifyInstance, message: string): Promise<string> {
  const { body, statusCode } = await server.inject({
    method: "POST",
    url: "/mcp",
    headers: { "content-type": "application/json", accept: "application/json, text/event-stream" },
    payload: message,
  });
  if (statusCode === 202) return "";
  const isAnswer = body.startsWith('{"jsonrpc"') || body.includes('"jsonrpc":');
  if (isAnswer) return `${body}\n`;
  const error = { code: -32_700, message: "The message is not JSON-RPC." };
  return `${JSON.stringify({ jsonrpc: "2.0", id: null, error })}\n`;
}
