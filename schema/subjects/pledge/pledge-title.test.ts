import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { importFiles } from "../../../ingest/publishing/import-files.ts";
import { startTestHub, type TestHub } from "../../../test/setup/hub.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
  const bytes = Buffer.from("공약번호,공약명,소관부서,기준분기,이행상태\n9-9-9,,,2026-Q1,정상추진\n");
  await importFiles(hub.database, { files: [{ name: "공약.csv", bytes }], municipality: "41280" });
});
afterAll(() => hub?.stop());

// A question with the municipality is answered by resolvers, one without by PostgreSQL itself.
test.each(["", "municipality { code }"])(
  "a pledge that nobody gave a title is called by its code, asked with %p",
  async (beside) => {
    const { data, errors } = await hub.ask(`{ ${beside} pledges { nodes { code title } } }`);
    expect(errors).toBeUndefined();
    expect(data.pledges.nodes).toContainEqual({ code: "9-9-9", title: "9-9-9" });
  },
);
