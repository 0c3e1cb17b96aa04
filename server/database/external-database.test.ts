import { createServer } from "node:net";
import { describe, expect, test } from "@jest/globals";
import type { HubError } from "../../schema/core/hub-error.ts";
import { checkServer, openExternalDatabase } from "./external-database.ts";

const refusal = (url: string): Promise<HubError> =>
  openExternalDatabase(url).then(
    () => Promise.reject(new Error("was not refused")),
    (error: HubError) => error,
  );

/** A port that nothing listens on: it was free a moment ago. */
const deafPort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? address!.port : 0));
    });
  });

describe("a PostgreSQL given by DATABASE_URL", () => {
  test("that cannot be reached is named without its password", async () => {
    const port = await deafPort();
    const error = await refusal(`postgres://clerk:s3cret@127.0.0.1:${port}/city`);
    expect(error.code).toBe("DATABASE_UNUSABLE");
    expect(error.text.en).toContain(`clerk@127.0.0.1:${port}/city`);
    expect(error.text.en).toContain("ECONNREFUSED");
    expect(error.message).not.toContain("s3cret");
    expect(error.message).not.toContain("\n");
  });

  test("whose address is none is refused with the right form", async () => {
    const error = await refusal("postgres://clerk:s3cret@[:5432/city");
    expect(error.code).toBe("DATABASE_UNUSABLE");
    expect(error.remedy.en).toContain("postgres://user:password@host:5432/database");
    expect(error.message).not.toContain("s3cret");
  });

  test("that is too old, or that cannot keep Korean text, is refused", () => {
    expect(() => checkServer("city", { version: 14, encoding: "UTF8" })).toThrow("PostgreSQL 15");
    expect(() => checkServer("city", { version: 15, encoding: "SQL_ASCII" })).toThrow("UTF8");
    expect(() => checkServer("city", { version: 15, encoding: "UTF8" })).not.toThrow();
  });
});
