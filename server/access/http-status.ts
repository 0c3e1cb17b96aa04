/** HTTP statuses of the refusals of access, by their codes. */
const statuses: Record<string, number> = {
  TOKEN_REQUIRED: 401,
  TOKEN_UNKNOWN: 401,
  TOKEN_REVOKED: 401,
  TOKEN_EXPIRED: 401,
  ROLE_INSUFFICIENT: 403,
  EMBED_FORGED: 403,
  VARIABLE_FIXED: 403,
  PANEL_UNKNOWN: 404,
  EMBED_EXPIRED: 410,
  EMBED_REVOKED: 410,
};

/** The HTTP status that goes with a HubError's code; null where access has no say in it. */
export const accessStatus = (code: string): number | null => statuses[code] ?? null;
