import { describe, expect, test } from "@jest/globals";
import { isMisprint } from "./similar-words.ts";

describe("isMisprint", () => {
  test.each([
    ["입기후", "임기후"],
    ["임기휴", "임기후"],
    ["사회경제적기업", "사회적경제기업"],
    ["사적회경제기업", "사회적경제기업"],
    ["시민참어실적", "시민참여실적"],
    ["개선책대", "개선대책"],
    ["구뷴", "구분"],
  ])("%s is one of %s", (word, known) => {
    expect(isMisprint(word, known)).toBe(true);
  });

  test.each([
    ["임기후", "임기후"],
    ["임기내", "임기후"],
    ["임기", "임기후"],
    ["사회적기금", "사회적기업"],
    ["사회적경제", "사회적기업"],
    ["기업사회적", "사회적기업"],
    ["추진계획", "추진실적"],
    ["타기", "기타"],
    ["계", "기"],
  ])("%s is none of %s", (word, known) => {
    expect(isMisprint(word, known)).toBe(false);
  });
});
