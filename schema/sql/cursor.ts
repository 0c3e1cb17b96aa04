import { HubError } from "../core/hub-error.ts";
import { particle } from "../core/particle.ts";
import type { QueryScope, ScopedMunicipality } from "./query-scope.ts";

/** Maximum number of rows per page. */
export const mostRows = 1000;

/** The rows of a page, and their releases: those of the first page, so that a later release does not shift rows. */
export interface Cursor {
  limit: number;
  offset: number;
  municipalities: readonly ScopedMunicipality[];
}

/**
 * Reads `first` and `after`. Throws BAD_USER_INPUT for a number out of range, and for a cursor that does not
 * belong to these municipalities.
 */
export function readCursor(first: number, after: string | null | undefined, scope: QueryScope): Cursor {
  if (first < 0 || first > mostRows) throw firstOutOfRange(first);
  if (after == null) return { limit: first, offset: 0, municipalities: scope.municipalities };
  const [releases, offset] = after.split(".");
  const pinnedReleases = readReleases(releases ?? "");
  if (pinnedReleases.size !== scope.municipalities.length) throw notACursor(after);
  const municipalities = scope.municipalities.map(({ id, release }) => {
    const pinned = pinnedReleases.get(id);
    if (pinned === undefined || pinned > release) throw notACursor(after);
    return { id, release: pinned };
  });
  if (offset === undefined || !/^\d{1,9}$/.test(offset)) throw notACursor(after);
  return { limit: first, offset: Number(offset), municipalities };
}

/** The first part of a cursor: the releases of its page. A dot and the position follow. */
export const writeCursor = (municipalities: readonly ScopedMunicipality[]): string =>
  Buffer.from(municipalities.map(({ id, release }) => `${id}:${release}`).join()).toString("base64url");

function readReleases(text: string): Map<number, number> {
  const pairs = Buffer.from(text, "base64url").toString().split(",");
  return new Map(
    pairs.flatMap((pair) => {
      const match = /^(\d{1,9}):(\d{1,9})$/.exec(pair);
      return match ? [[Number(match[1]), Number(match[2])] as const] : [];
    }),
  );
}

const notACursor = (cursor: string): HubError =>
  new HubError(
    "BAD_USER_INPUT",
    {
      ko: `after에 쓴 ${particle(`"${cursor}"`, "은")} 이 목록의 자리가 아닙니다.`,
      en: `after: "${cursor}" is not a valid cursor for this list.`,
    },
    {
      ko: "앞 쪽의 pageInfo.endCursor를 그대로 쓰십시오.",
      en: "Use pageInfo.endCursor of the previous page.",
    },
  );

/** The error for a `first` that no list accepts. */
export const firstOutOfRange = (first: number): HubError =>
  new HubError(
    "BAD_USER_INPUT",
    {
      ko: `first는 0부터 ${mostRows}까지입니다. 받은 값은 ${first}입니다.`,
      en: `first must be between 0 and ${mostRows}, not ${first}.`,
    },
    {
      ko: "first를 줄이고 after로 이어서 물으십시오.",
      en: "Use a smaller first and continue with after.",
    },
  );
