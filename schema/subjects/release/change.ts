import { Float } from "type-graphql";
import { entity, extend, nullable, text, value } from "../../sql/entity.ts";
import { page, paged } from "../../sql/paged.ts";
import { ChangeSubject } from "./change-subject.ts";
import { cited } from "./citation.ts";
import { release, releaseLink } from "./release.ts";

/** A value that a later release changed. */
export const change = entity(
  "Change",
  {
    ko: "뒤의 회차가 바꾼 값. 비어 있던 칸을 채운 것은 변경이 아닙니다. citation은 나중 파일의 칸입니다.",
    en: "A value that a later release changed. Filling a blank is not a change. `citation` is the cell of the later file.",
  },
  {
    subject: value(() => ChangeSubject, "subject", "무엇에 대한 값인가.", "Subject of the value."),
    key: text(
      "key",
      "바뀐 행의 키, 사이는 빈칸. 예: 1-4-2 2019-Q2 CITY '19.",
      "Key of the row, its parts separated by spaces, e.g. 1-4-2 2019-Q2 CITY '19.",
    ),
    measure: text("measure", "바뀐 필드의 이름.", "Name of the field, as in the types and summaries."),
    before: value(
      () => Float,
      "before",
      "앞의 수(금액은 원). 수가 아니면 null.",
      "The number before (won for amounts); null if it is not a number.",
      nullable,
    ),
    after: value(
      () => Float,
      "after",
      "뒤의 수(금액은 원). 수가 아니거나 끝난 행이면 null.",
      "The number after (won for amounts); null if it is not a number or the row ended.",
      nullable,
    ),
    beforeText: text(
      "before_text",
      "앞의 글, 또는 적힌 대로의 수.",
      "The text before, or the number as printed; null if there was none.",
      nullable,
    ),
    afterText: text(
      "after_text",
      "뒤의 글, 또는 적힌 대로의 수.",
      "The text after, or the number as printed; null if there is none.",
      nullable,
    ),
    release: releaseLink("바꾼 회차.", "The release that changed it."),
    reason: text(
      (row, scope) =>
        `(SELECT reason FROM release WHERE ${scope.ofMunicipality("release", `${row}.municipality_id`)} AND number = ${row}.release_number)`,
      "바꾼 사유.",
      "Reason for the change.",
    ),
    ...cited,
  },
);
paged(change, "변경", "changes");

extend(release, {
  changes: page(
    change,
    (alias, scope, _, row) => ({
      from: `change AS ${alias}`,
      where: `${scope.ofMunicipality(alias, `${row}.municipality_id`)} AND ${alias}.release_number = ${row}.number`,
      order: `${alias}.id`,
    }),
    {
      ko: "이 회차가 바꾼 값. 빈칸을 채운 것은 변경이 아닙니다.",
      en: "The values that it changed. Filling a blank is not a change.",
    },
  ),
});
