import { Field, Int, ObjectType } from "type-graphql";
import { describe, type Localized } from "../core/localized.ts";
import type { Argument, Entity, PageField } from "./entity.ts";
import type { ListRows } from "./row-sql.ts";
import { pageArguments } from "./standard-arguments.ts";

@ObjectType({ description: describe("목록의 이어지는 자리.", "Where a list continues.") })
export class PageInfo {
  @Field(() => Boolean, { description: describe("뒤에 더 있으면 참.", "True if more rows follow.") })
  hasNextPage: boolean;

  @Field(() => String, {
    nullable: true,
    description: describe(
      "이 쪽의 마지막 자리. 다음 쪽을 물을 때 after에 씁니다. 빈 쪽이면 null.",
      "Cursor of the last row of this page, to be passed as `after` for the next page. Null on an empty page.",
    ),
  })
  endCursor: string | null;
}

/** Declares that lists of an entity have pages: creates the page type, such as OutletConnection. */
export function paged(of: Pick<Entity, "name" | "type" | "page">, ko: string, en: string): void {
  class Page {}
  ObjectType(`${of.name}Connection`, {
    description: describe(`${ko} 목록(쪽 단위).`, `A list of ${en}, in pages.`),
  })(Page);
  const { prototype } = Page;
  Field(() => [of.type], { description: describe(`이 쪽의 ${ko}.`, `The ${en} on this page.`) })(
    prototype,
    "nodes",
  );
  Field(() => Int, {
    description: describe(`모든 쪽을 합한 ${ko}의 수.`, `Number of ${en} on all pages.`),
  })(prototype, "totalCount");
  Field(() => PageInfo, { description: describe("이어지는 자리.", "Where the list continues.") })(
    prototype,
    "pageInfo",
  );
  of.page = Page;
}

/** A field that is a list in pages. */
export const page = (
  of: Entity,
  rows: ListRows,
  description: Localized,
  ownArguments: Readonly<Record<string, Argument>> = {},
  first = 50,
): PageField => ({
  is: "page",
  ...{ of, rows, description, first },
  arguments: { ...ownArguments, ...pageArguments(first) },
});
