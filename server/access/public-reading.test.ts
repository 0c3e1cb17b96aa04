import { describe, expect, test } from "@jest/globals";
import { HubError } from "../../schema/core/hub-error.ts";
import { readSettings } from "../settings.ts";
import { readingIsPublic } from "./public-reading.ts";

const decided = (environment: Record<string, string>) => readingIsPublic(readSettings(environment));

describe("who may read without a token", () => {
  test.each(["127.0.0.1", "127.1.2.3", "::1", "localhost"])(
    "anyone where only this machine reaches the hub (%s), unless HUB_PUBLIC says otherwise",
    (HOST) => {
      expect(decided({ HOST })).toBe(true);
      expect(decided({ HOST, HUB_PUBLIC: "false" })).toBe(false);
    },
  );

  test.each(["true", "false"])("what HUB_PUBLIC=%s says where others reach it", (HUB_PUBLIC) => {
    expect(decided({ HOST: "0.0.0.0", HUB_SECRET: "secret", HUB_PUBLIC })).toBe(HUB_PUBLIC === "true");
  });

  test.each([
    ["0.0.0.0", {}, ["HUB_SECRET", "HUB_PUBLIC"]],
    ["::", { HUB_PUBLIC: "true" }, ["HUB_SECRET"]],
    ["hub.example.kr", { HUB_SECRET: "secret" }, ["HUB_PUBLIC"]],
    ["127.0.0.1.example.kr", {}, ["HUB_SECRET", "HUB_PUBLIC"]],
  ])("on %s with %j the start is refused, naming what is missing", (HOST, set, missing) => {
    const refusal = refusalOf(() => decided({ HOST, ...set }));
    expect(refusal.code).toBe("SETTING_MISSING");
    for (const name of ["HUB_SECRET", "HUB_PUBLIC"]) {
      expect(refusal.text.ko.includes(name)).toBe(missing.includes(name));
      expect(refusal.text.en.includes(name)).toBe(missing.includes(name));
    }
  });
});

function refusalOf(decide: () => unknown): HubError {
  try {
    decide();
  } catch (error) {
    if (error instanceof HubError) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}
