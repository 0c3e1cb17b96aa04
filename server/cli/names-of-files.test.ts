import { expect, test } from "@jest/globals";
import { namesOfFiles } from "./names-of-files.ts";

test.each<[paths: string[], names: string[]]>([
  [
    ["가/자료.csv", "나/목표.csv"],
    ["자료.csv", "목표.csv"],
  ],
  [
    ["가/자료.csv", "나/자료.csv", "목표.csv"],
    ["가/자료.csv", "나/자료.csv", "목표.csv"],
  ],
  [
    ["/a/1/b/자료.csv", "/a/2/b/자료.csv"],
    ["1/b/자료.csv", "2/b/자료.csv"],
  ],
  [
    ["자료.csv", "./자료.csv"],
    ["자료.csv", "자료.csv"],
  ],
])("files of the same name are told apart by their folders: %j", (paths, names) => {
  expect(namesOfFiles(paths)).toEqual(names);
});
