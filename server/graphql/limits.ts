import { type DocumentNode, GraphQLError, Kind, type ParseOptions, type ValidationRule } from "graphql";
import { HubError } from "../../schema/core/hub-error.ts";
import type { Localized } from "../../schema/core/localized.ts";
import { createQueryMeasure, type QuerySize } from "./query-size.ts";

/** Limits of one query. GraphiQL's introspection query is exactly this deep. */
const LIMITS: QuerySize = { depth: 15, fields: 2_000, aliases: 100, directives: 50 };
/** Top-level fields each run their own SQL, so they cost more than others. */
const MAX_ROOT_FIELDS = 50;
const MAX_TOKENS = 10_000;

const NAMES: Record<keyof QuerySize | "rootFields" | "tokens", Localized> = {
  depth: { ko: "깊이", en: "levels" },
  fields: { ko: "필드", en: "fields" },
  aliases: { ko: "별칭", en: "aliases" },
  directives: { ko: "지시어(@)", en: "directives" },
  rootFields: { ko: "최상위 필드", en: "top-level fields" },
  tokens: { ko: "낱말", en: "tokens" },
};

/**
 * Rejects a query that is too large before other rules, some of them quadratic, process it: they then get an empty
 * document. The error's original is a HubError QUERY_TOO_LARGE.
 */
const sizeRule: ValidationRule = (context) => ({
  [Kind.DOCUMENT]: (document: DocumentNode) => {
    const excess = findExcess(document);
    if (excess === null) return undefined;
    context.reportError(new GraphQLError(excess.message, { originalError: excess }));
    return { ...document, definitions: [] };
  },
});

/** Apollo Server options that limit queries: pass both to its constructor. */
export const queryLimits: { parseOptions: ParseOptions; validationRules: ValidationRule[] } = {
  parseOptions: { maxTokens: MAX_TOKENS },
  validationRules: [sizeRule],
};

/** The error for a query that the parser rejected for its length; null for a syntax error. */
export function explainParserLimit(error: Error): HubError | null {
  if (!/more tha[nt] \d+ tokens|call stack/.test(error.message)) return null;
  return tooLarge("tokens", null, MAX_TOKENS);
}

function findExcess(document: DocumentNode): HubError | null {
  const measure = createQueryMeasure(document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION)
      continue;
    const size = measure.size(definition.selectionSet);
    for (const name of ["depth", "aliases", "directives", "fields"] as const) {
      if (size[name] > LIMITS[name]) return tooLarge(name, size[name], LIMITS[name]);
    }
    const roots = definition.kind === Kind.OPERATION_DEFINITION ? measure.roots(definition.selectionSet) : 0;
    if (roots > MAX_ROOT_FIELDS) return tooLarge("rootFields", roots, MAX_ROOT_FIELDS);
  }
  return null;
}

function tooLarge(name: keyof typeof NAMES, count: number | null, limit: number): HubError {
  const { ko, en } = NAMES[name];
  const found =
    count === null ? { ko: "", en: "" } : { ko: `인데 이 질문은 ${count}`, en: `, this one has ${count}` };
  return new HubError(
    "QUERY_TOO_LARGE",
    {
      ko: `질문이 너무 큽니다. ${ko} 한도는 ${limit}${found.ko}입니다.`,
      en: `The query is too large: the limit is ${limit} ${en}${found.en}.`,
    },
    {
      ko: "필요한 필드만 남기거나 여러 질문으로 나누어 보내세요. 별칭 여럿 대신 where의 목록이나 groupBy를 쓸 수 있습니다.",
      en: "Select only the fields you need, or send several queries. A list in where, or groupBy, can replace many aliases.",
    },
  );
}
