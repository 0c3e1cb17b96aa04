import fastifyStatic from "@fastify/static";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, printSchema } from "graphql";
import { retryAfterSeconds } from "../../schema/core/database-unavailable.ts";
import type { Problem } from "../../schema/core/problem.ts";
import type { Panel } from "../../schema/panels/panel.ts";
import type { Variable } from "../../schema/panels/variable.ts";
import { problemsOf } from "../ask.ts";
import { assetsFolder } from "../assets/assets-folder.ts";
import { variablesOf } from "../boards/board.ts";
import { boards } from "../boards/boards.ts";
import { entityPages } from "../boards/entity-pages.ts";
import { panels } from "../boards/panels.ts";
import { type Download, downloads, noPicture } from "../downloads/downloads.ts";
import { exportPanel } from "../downloads/export-panel.ts";
import { contentDisposition } from "../downloads/file-name.ts";
import { canonicalUrl, offeredOf } from "./canonical-url.ts";
import { parameterError } from "./check-parameters.ts";
import { entityAddressOf, entityData } from "./entity-request.ts";
import { type AskFor, type PageRequest, pageRequestOf, type View } from "./page-request.ts";
import { kioskParameters } from "./parts/kiosk.ts";
import { layout } from "./parts/layout.ts";
import { problemPage, statusOf } from "./parts/problem-view.ts";
import { boardView } from "./views/board-view.ts";
import { documentView } from "./views/document-view.ts";
import { documentsParameters, documentsView } from "./views/documents-view.ts";
import { entityView } from "./views/entity-view.ts";
import { homeView } from "./views/home-view.ts";
import { measuresView } from "./views/measures-view.ts";
import { municipalityView } from "./views/municipality-view.ts";
import { panelView } from "./views/panel-view.ts";
import { panelsView } from "./views/panels-view.ts";

/** Something that is no page: a picture, a table to take away, the schema. */
type Plain = { type: string; text: string | Buffer; disposition?: string; status?: number };
/** Another address, where the reader is sent. */
type Elsewhere = { address: string };
type Seen = View | Plain | Elsewhere;
type Named = { Params: { name: string } };

/** Everything below is read from releases, so the server keeps it as long as they are the newest. */
const kept = { config: { kept: true } };

/** As `kept`, for pages that say what is due. */
const keptByDay = { config: { kept: "BY_DAY" as const } };

const panelUnknown: Problem = {
  code: "PANEL_UNKNOWN",
  text: { ko: "그런 패널이 없습니다.", en: "There is no such panel." },
  remedy: { ko: "모든 패널(/panels)에서 고르십시오.", en: "Choose among all panels (/panels)." },
};

const boardUnknown: Problem = {
  code: "BOARD_UNKNOWN",
  text: { ko: "그런 대시보드가 없습니다.", en: "There is no such dashboard." },
  remedy: { ko: "첫 화면에서 대시보드를 고르십시오.", en: "Choose a dashboard on the first page." },
};

/**
 * The hub's own pages: `/`, `/measures`, `/dashboards/NAME`, `/panels`, `/panels/NAME` and its downloads `/panels/NAME.csv` and so on, `/documents/SHA256`,
 * `/schema.graphql` and `/assets/`. In Korean, or in English with `?lang=en`; none of them needs a script.
 */
export function pages(askFor: AskFor): FastifyPluginAsync {
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    parameters: readonly string[],
    look: (page: PageRequest) => Seen | Promise<Seen>,
  ) => {
    const page = pageRequestOf(askFor, request);
    const wrong = parameterError(page, parameters);
    const seen = await Promise.resolve(page)
      .then((one) => (wrong ? problemPage(400, [wrong], one) : look(one)))
      .catch((error) => problemPage(statusOf(error), problemsOf(error), page));
    if ("address" in seen) return reply.redirect(seen.address, 303);
    if ("text" in seen) {
      if (seen.disposition) reply.header("content-disposition", seen.disposition);
      return reply
        .code(seen.status ?? 200)
        .type(seen.type)
        .send(seen.text);
    }
    if (seen.status === 503) reply.header("retry-after", retryAfterSeconds);
    return reply
      .code(seen.status)
      .type("text/html; charset=utf-8")
      .send(layout({ ...page, ...seen }));
  };

  /** Whatever the parameters are, there is nothing that could take them. */
  const unknown = (request: FastifyRequest, reply: FastifyReply, problem: Problem) => {
    const page = pageRequestOf(askFor, request);
    return answer(request, reply, [...page.parameters.keys()], () => problemPage(404, [problem], page));
  };

  return async (server) => {
    await server.register(fastifyStatic, {
      root: assetsFolder,
      prefix: "/assets/",
      decorateReply: false,
      maxAge: "1h",
    });
    server.get("/", keptByDay, (request, reply) => answer(request, reply, [], homeView));
    server.get<{ Params: { sha256: string } }>("/documents/:sha256", kept, (request, reply) =>
      answer(request, reply, ["from", "sheet"], (page) => documentView(page, request.params.sha256)),
    );
    server.get("/documents", kept, (request, reply) =>
      answer(request, reply, documentsParameters, documentsView),
    );
    server.get("/panels", kept, (request, reply) => answer(request, reply, [], panelsView));
    server.get("/measures", (request, reply) => answer(request, reply, ["q"], measuresView));
    server.get<Named>("/panels/:name", kept, (request, reply) => {
      const panel = panels.get(request.params.name);
      if (!panel) return unknown(request, reply, panelUnknown);
      return answer(request, reply, [...Object.keys(panel.variables), offeredOf], (page) =>
        settled(page, panel.variables, () => panelView(page, panel)),
      );
    });
    server.get<Named>("/dashboards/:name", kept, (request, reply) => {
      const board = boards.get(request.params.name);
      if (!board) return unknown(request, reply, boardUnknown);
      const variables = variablesOf(board);
      return answer(request, reply, [...Object.keys(variables), offeredOf, ...kioskParameters], (page) =>
        settled(page, variables, () => boardView(page, board)),
      );
    });
    server.get<{ Params: { municipality: string } }>(
      "/municipalities/:municipality",
      keptByDay,
      (request, reply) =>
        answer(request, reply, ["asOf"], (page) => municipalityView(page, request.params.municipality)),
    );
    for (const declared of entityPages) {
      const path = ["municipality", ...Object.keys(declared.keys)].map((name) => `:${name}`).join("/");
      server.get<{ Params: Record<string, string> }>(`/${declared.folder}/${path}`, kept, (request, reply) =>
        answer(request, reply, ["asOf"], (page) => {
          const { isData, ...key } = entityAddressOf(declared, request.params);
          return isData ? entityData(page, declared, key) : entityView(page, declared, key);
        }),
      );
    }
    server.get("/schema.graphql", (request, reply) => answer(request, reply, [], schemaOf));
    for (const [ending, download] of Object.entries(downloads)) {
      server.get<Named>(`/panels/:name.${ending}`, kept, (request, reply) => {
        const panel = panels.get(request.params.name);
        if (!panel) return unknown(request, reply, panelUnknown);
        return answer(request, reply, Object.keys(panel.variables), (page) =>
          take(page, panel, ending, download),
        );
      });
    }
  };
}

/** What is shown for an address; a form's is first made one that can be kept. */
async function settled(
  page: PageRequest,
  variables: Record<string, Variable>,
  view: () => Promise<View>,
): Promise<Seen> {
  const address = await canonicalUrl(page, variables);
  return address === null ? view() : { address };
}

/** The hub's schema with its descriptions, as the hub itself tells it. */
async function schemaOf({ ask }: PageRequest): Promise<Plain> {
  const schema = (await ask(getIntrospectionQuery())) as unknown as IntrospectionQuery;
  return { type: "text/plain; charset=utf-8", text: printSchema(buildClientSchema(schema)) };
}

/** A panel to take away, or a page that says why there is none. */
async function take(
  page: PageRequest,
  panel: Panel,
  ending: string,
  { type, isSaved, make }: Download,
): Promise<View | Plain> {
  const taken = await exportPanel(page, panel);
  if (Array.isArray(taken)) return problemPage(404, taken, page);
  const text = await make(taken, page.language);
  if (text === null) return problemPage(404, [noPicture], page);
  return {
    type,
    text,
    disposition: contentDisposition(isSaved ? "attachment" : "inline", taken.name, ending),
  };
}
