import type { Token } from "../access/token.ts";

/** Tokens as a text table: a line of headings, then one line per token. */
export function tokenLines(tokens: readonly Token[]): string[] {
  const rows = tokens.map((token) => [
    String(token.id),
    token.name,
    token.role,
    time(token.createdAt),
    token.expiresAt ? time(token.expiresAt) : "-",
    token.lastUsedAt ? time(token.lastUsedAt) : "-",
    stateOf(token),
  ]);
  const headings = [
    "번호 id",
    "이름 name",
    "역할 role",
    "만듦 created",
    "기한 expires",
    "마지막 사용 last use",
    "상태 state",
  ];
  return [headings, ...rows].map((cells) => cells.join("\t"));
}

const time = (moment: Date): string => moment.toISOString();

function stateOf({ revokedAt, expiresAt }: Token): string {
  if (revokedAt) return `거둠 revoked ${time(revokedAt)}`;
  return expiresAt && expiresAt.valueOf() <= Date.now() ? "끝남 expired" : "유효 valid";
}
