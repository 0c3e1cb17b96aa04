import type { Tool } from "@modelcontextprotocol/sdk/types.js";
import { panels } from "../../dashboards/boards/panels.ts";

/** The most rows of a panel that one call gives: an assistant reads them word by word. */
export const mostRows = 200;

const language = {
  type: "string",
  enum: ["ko", "en"],
  description: "Language of names and notes; default ko.",
};
const annotations = { readOnlyHint: true, openWorldHint: false };

/** The hub's tools for assistants. None of them changes anything. */
export const tools = (): Tool[] => [
  {
    name: "list_measures",
    title: "집계 값 / Measures",
    description:
      "All measures of the hub's summaries with name, unit and formula in words, and the GraphQL field that gives each.",
    inputSchema: { type: "object", properties: { language }, additionalProperties: false },
    annotations,
  },
  {
    name: "list_panels",
    title: "패널 / Panels",
    description:
      "The panels that read_panel can read: title, description, columns and the choices that each takes. Begin here.",
    inputSchema: { type: "object", properties: { language }, additionalProperties: false },
    annotations,
  },
  {
    name: "read_panel",
    title: "패널의 수치 / Figures of a panel",
    description: `The rows of a panel: figures with the reason for each that is missing, the document or facts that each row comes from, release, and a citation to quote with any figure. An empty cell is not 0. At most ${mostRows} rows; if truncated is true, never add up the rows, but ask for a summary panel or fewer rows.`,
    inputSchema: {
      type: "object",
      properties: {
        panel: { type: "string", enum: [...panels.keys()], description: "Name of the panel." },
        choices: {
          type: "object",
          additionalProperties: { type: "string" },
          description:
            "Values of the panel's choices by their names, such as municipality, quarter (2025-Q4), year, asOf (a day). Left out: the panel's defaults.",
        },
        language,
      },
      required: ["panel"],
      additionalProperties: false,
    },
    annotations,
  },
];
