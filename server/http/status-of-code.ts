/** HTTP statuses of HubErrors outside of GraphQL, by their codes. */
const statuses: Record<string, number> = {
  INPUT_INVALID: 400,
  PARAMETER_UNKNOWN: 400,
  PARAMETER_TWICE: 400,
  CHOICE_UNKNOWN: 400,
  TOKEN_REQUIRED: 401,
  TOKEN_UNKNOWN: 401,
  TOKEN_REVOKED: 401,
  TOKEN_EXPIRED: 401,
  ROLE_INSUFFICIENT: 403,
  EMBED_FORGED: 403,
  ORIGIN_FOREIGN: 403,
  VARIABLE_FIXED: 403,
  ADDRESS_UNKNOWN: 404,
  PANEL_UNKNOWN: 404,
  DOCUMENT_UNKNOWN: 404,
  EMBED_EXPIRED: 410,
  EMBED_REVOKED: 410,
  LIMIT_EXCEEDED: 429,
  QUEUE_FULL: 429,
  FORMAT_UNKNOWN: 501,
  DATABASE_UNAVAILABLE: 503,
  RELEASE_NOT_YET: 503,
  STOPPING: 503,
};

/** The HTTP status of a HubError's code; null if it has none of its own. */
export const statusOfCode = (code: string): number | null => statuses[code] ?? null;
