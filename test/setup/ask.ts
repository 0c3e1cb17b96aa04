import type { HubContext } from "../../schema/core/context.ts";
import { answerTo } from "../../server/cli/ask-database.ts";

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its question
export type Data = Record<string, any>;

/** The answer to a query, without a server; throws its first error. */
export const ask = (context: HubContext, source: string, variables: object = {}): Promise<Data> =>
  answerTo(context, source, { ...variables });
