import { expect, test } from "@jest/globals";
import { hwpx } from "../../../../test/ingest/office-files.ts";
import { convert } from "../convert.ts";

/** What an HWPX with this run reads as: text, and the text as checks see it. */
async function read(run: string) {
  const { blocks } = await convert("HWPX", hwpx(`<hp:p><hp:run>${run}</hp:run></hp:p>`));
  return blocks.map((block) => block.kind === "PARAGRAPH" && [block.text, block.masked]);
}
const bookmark = (name: string) => `<hp:ctrl><hp:bookmark name="${name}"/></hp:ctrl>`;

test.each([
  [
    "another bookmark says nothing",
    `<hp:t>가</hp:t>${bookmark("표 1")}<hp:t>나</hp:t>`,
    [["가나", undefined]],
  ],
  [
    "the next character is literal",
    `<hp:t>가 </hp:t>${bookmark("원문1")}<hp:t>○ 나</hp:t>`,
    [["가 ○ 나", "가 \uFDD0 나"]],
  ],
  [
    "so is a line break",
    `<hp:t>가</hp:t>${bookmark("원문1")}<hp:t><hp:lineBreak/>나</hp:t>`,
    [["가\n나", "가\uFDD0나"]],
  ],
  [
    "and white space of any width",
    `<hp:t>가</hp:t>${bookmark("원문1")}<hp:t>\u3000나</hp:t>`,
    [["가\u3000나", "가\uFDD0나"]],
  ],
  [
    "a control character stands in the name",
    `<hp:t>가</hp:t>${bookmark("원문2-B")}<hp:t>나</hp:t>`,
    [["가\u000b나", "가\uFDD0나"]],
  ],
  [
    "a figure that does not print is none",
    `<hp:t>1</hp:t>${bookmark("원문3-39")}<hp:t>0억원</hp:t>`,
    [["10억원", undefined]],
  ],
  [
    "nor is an impossible character",
    `<hp:t>가</hp:t>${bookmark("원문4-FFFFFF")}${bookmark("원문5-0")}`,
    [["가", undefined]],
  ],
  ["a mark of the hub in a text marks nothing", "<hp:t>가\uFDD0나</hp:t>", [["가나", undefined]]],
])("%s", async (_, run, expected) => {
  expect(await read(run)).toEqual(expected);
});
