import { expect, test } from "@jest/globals";
import { readableText } from "./readable-text.ts";

test.each([
  ["A&amp;B&nbsp;", "A&B"],
  ["&lt;사회적경제&gt; &#54616;&#xB098;", "<사회적경제> 하나"],
  ["첫 줄\u2028둘째\u000B셋째\u0085넷째", "첫 줄\n둘째\n셋째\n넷째"],
  // Not entities: a company's name, a cut one.
  ["R&D센터", "R&D센터"],
  ["A&amp", "A&amp"],
  ["&없음;", "&없음;"],
  // One level only: what somebody wrote about entities stays readable.
  ["&amp;nbsp;", "&nbsp;"],
])("%j is read as %j", (text, readable) => {
  expect(readableText(text)).toBe(readable);
});
