import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { readTables } from "../../ingest/documents/read-tables.ts";
import { csvTemplate } from "../../ingest/forms/blank-form.ts";
import { openFeed } from "../../ingest/forms/feed/open-feed.ts";
import { OpenedFeed } from "../../ingest/forms/feed/opened-feed.ts";
import { feedNamed, feeds } from "../../schema/feeds.ts";

const hub = fileURLToPath(new URL("../../dist/server/cli/hub.js", import.meta.url));

/** What a command prints, and how it ends. */
function run(...words: string[]): Promise<{ code: number; output: Buffer; errors: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [hub, ...words], { encoding: "buffer" }, (_, output, errors) => {
      resolve({ code: child.exitCode ?? -1, output, errors: errors.toString() });
    });
  });
}

describe("hub template", () => {
  test("prints the blank form of a feed as CSV", async () => {
    const { code, output } = await run("template", "purchase-target");
    expect(code).toBe(0);
    expect(output.toString()).toBe(csvTemplate(feedNamed("purchase-target")));
  });

  test.each(["target", "구매목표"])("knows the feed of targets as %s", (name) => {
    expect(feedNamed(name).name).toBe("purchase-target");
  });

  test("prints it as a workbook that is read as that feed", async () => {
    const { code, output } = await run("template", "outlet", "--xlsx");
    expect(code).toBe(0);
    const tables = await readTables({ name: "판매장.xlsx", bytes: output });
    const opened = Array.isArray(tables) && openFeed(tables[0]!, feeds);
    expect(opened).toBeInstanceOf(OpenedFeed);
    expect((opened as OpenedFeed).feed.name).toBe("outlet");
  });

  test("names the nearest feed where there is none of that name", async () => {
    const { code, output, errors } = await run("template", "purchases");
    expect([code, output.length]).toEqual([2, 0]);
    expect(errors).toContain("가장 가까운 것은 purchase입니다");
    expect(errors).toContain("The nearest is purchase");
  });
});
