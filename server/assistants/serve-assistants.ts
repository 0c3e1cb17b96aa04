import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import type { FastifyInstance } from "fastify";
import type { AskFor } from "../../dashboards/pages/page-request.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import { isFromForeignPage } from "../http/hub-origin.ts";
import { assistantServer } from "./assistant.ts";

/** POST /mcp: the Model Context Protocol over Streamable HTTP, without sessions; each call has the rights of its token. */
export function serveAssistants(server: FastifyInstance, askFor: AskFor): void {
  server.post("/mcp", async (request, reply) => {
    // A page that a browser was lured to must not ask with its reader's rights.
    if (isFromForeignPage(request)) throw originForeign();
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    const assistant = assistantServer({
      ask: askFor(request),
      origin: request.hubOrigin,
      publication: request.publication,
    });
    await assistant.connect(transport);
    try {
      const headers = new Headers();
      for (const [name, value] of Object.entries(request.headers))
        if (typeof value === "string") headers.set(name, value);
      const web = new Request("http://hub/mcp", { method: "POST", headers });
      const response = await transport.handleRequest(web, { parsedBody: request.body });
      const type = response.headers.get("content-type");
      if (type) reply.type(type);
      return reply.code(response.status).send(await response.text());
    } finally {
      await assistant.close();
    }
  });
  // There is no stream to listen to, and no session to end.
  server.route({
    method: ["GET", "DELETE"],
    url: "/mcp",
    handler: (_, reply) => reply.code(405).header("allow", "POST").send(),
  });
}

const originForeign = (): HubError =>
  new HubError(
    "ORIGIN_FOREIGN",
    { ko: "다른 사이트의 화면에서 보낸 요청입니다.", en: "The request was sent by a page of another site." },
    { ko: "MCP 클라이언트에서 /mcp에 연결하십시오.", en: "Connect to /mcp from an MCP client." },
  );
