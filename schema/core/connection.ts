import type { ClassType } from "type-graphql";
import { Field, Int, ObjectType } from "type-graphql";
import { HubError } from "./hub-error.ts";
import { describe } from "./localized.ts";
import { particle } from "./particle.ts";

const mostRows = 1000;

@ObjectType({ description: describe("목록의 이어지는 자리.", "Where a list goes on.") })
export class PageInfo {
  @Field(() => Boolean, { description: describe("뒤에 더 있으면 참.", "True where more follows.") })
  hasNextPage: boolean;

  @Field(() => String, {
    nullable: true,
    description: describe(
      "이 쪽의 마지막 자리. 다음 쪽을 물을 때 after에 씁니다. 빈 쪽이면 null.",
      "Place of the last row here, to be given as `after` for the next page. Null on an empty page.",
    ),
  })
  endCursor: string | null;
}

/** A list in pages: `nodes`, `totalCount` of all pages, and where it goes on. */
export interface Connection<Node> {
  nodes: Node[];
  totalCount: number;
  pageInfo: PageInfo;
}

/** Makes the GraphQL type of a list in pages. */
export function connectionOf<Node extends object>(
  node: ClassType<Node>,
  name: string,
  ko: string,
  en: string,
): ClassType<Connection<Node>> {
  @ObjectType(name, { description: describe(`${ko} 목록(쪽 단위).`, `A list of ${en}, in pages.`) })
  class ConnectionType implements Connection<Node> {
    @Field(() => [node], { description: describe(`이 쪽의 ${ko}.`, `The ${en} on this page.`) })
    nodes: Node[];

    @Field(() => Int, {
      description: describe(`모든 쪽을 합한 ${ko}의 수.`, `How many ${en} there are on all pages.`),
    })
    totalCount: number;

    @Field(() => PageInfo, { description: describe("이어지는 자리.", "Where the list goes on.") })
    pageInfo: PageInfo;
  }
  return ConnectionType;
}

/** Which rows a page holds. */
export interface Page {
  limit: number;
  offset: number;
}

/** Reads `first` and `after`; throws a HubError for a number out of range or a place of no list. */
export function pageOf(first: number, after: string | null): Page {
  if (first < 0 || first > mostRows) throw outOfRange(first);
  return { limit: first, offset: after ? offsetOf(after) : 0 };
}

/** Puts the rows of a page and the count of all rows together. */
export function connection<Node>(nodes: Node[], totalCount: number, page: Page): Connection<Node> {
  const end = page.offset + nodes.length;
  return {
    nodes,
    totalCount,
    pageInfo: { hasNextPage: end < totalCount, endCursor: nodes.length ? cursorOf(end) : null },
  };
}

const cursorOf = (offset: number): string => Buffer.from(`row ${offset}`).toString("base64url");

function offsetOf(cursor: string): number {
  const match = /^row (\d{1,9})$/.exec(Buffer.from(cursor, "base64url").toString());
  if (match) return Number(match[1]);
  throw new HubError(
    "BAD_USER_INPUT",
    {
      ko: `after에 쓴 ${particle(`"${cursor}"`, "은")} 이 목록의 자리가 아닙니다.`,
      en: `after "${cursor}" is no place in this list.`,
    },
    {
      ko: "앞 쪽의 pageInfo.endCursor를 그대로 쓰십시오.",
      en: "Give pageInfo.endCursor of the page before.",
    },
  );
}

/** Throws the HubError for a `first` that no list takes. */
export function outOfRange(first: number): HubError {
  return new HubError(
    "BAD_USER_INPUT",
    {
      ko: `first는 0부터 ${mostRows}까지입니다. 받은 값은 ${first}입니다.`,
      en: `first is 0 to ${mostRows}, not ${first}.`,
    },
    { ko: "first를 줄이고 after로 이어서 물으십시오.", en: "Give a smaller first and go on with after." },
  );
}
