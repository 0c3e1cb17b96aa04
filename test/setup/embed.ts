import { createToken } from "../../server/access/manage-tokens.ts";
import type { TestHub } from "./hub.ts";

/** An embed as the hub tells of it. */
export interface MadeEmbed {
  id: string;
  url: string;
  snippet: string;
}

/** Makes embeds of the real report's funding with the token of an analyst, as createEmbed's callers do. */
export async function embedMaker(hub: TestHub) {
  const analyst = await createToken(hub.database, { name: "analyst", role: "analyst", expiresAt: null });
  const ask = async (query: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await hub.ask(query, variables, analyst);
    if (errors) throw Object.assign(new Error(errors[0]!.message), { code: errors[0]!.extensions.code });
    return data;
  };
  return {
    ask,
    token: analyst,
    async make(given: Record<string, unknown> = {}): Promise<MadeEmbed> {
      const variables = [
        { name: "municipality", value: "41280" },
        { name: "pledge", value: "1-4-2" },
        { name: "quarter", value: "2019-Q2" },
      ];
      const { createEmbed } = await ask(
        `mutation ($panel: String!, $variables: [PanelVariableInput!]!, $change: [String!]!, $origins: [String!]!, $end: DateTime) {
          createEmbed(panel: $panel, variables: $variables, viewerMayChange: $change, allowedOrigins: $origins, expiresAt: $end) { id url snippet }
        }`,
        { panel: "funding-by-year", variables, change: [], origins: ["https://www.example.go.kr"], ...given },
      );
      return createEmbed;
    },
    async revoke(id: string): Promise<void> {
      await ask("mutation ($id: ID!) { revokeEmbed(id: $id) { id } }", { id });
    },
  };
}
