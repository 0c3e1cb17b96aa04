import { resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { HubError } from "../schema/core/hub-error.ts";
import { readSettings } from "./settings.ts";

describe("settings", () => {
  const defaults = {
    databaseUrl: undefined,
    dataFolder: resolve(".data"),
    host: "127.0.0.1",
    port: 4000,
    municipality: "41280",
    secret: undefined,
    public: undefined,
    url: undefined,
    cacheBytes: 64_000_000,
    limits: { requests: undefined, cost: undefined },
    logLevel: "warn",
    slowMilliseconds: 1_000,
    trustedProxies: [],
    drainSeconds: 0,
  };

  test("all have a default", () => {
    expect(readSettings({})).toEqual(defaults);
  });

  test("an empty one counts as not set", () => {
    const names = [
      "DATABASE_URL",
      "HUB_DATA",
      "HOST",
      "PORT",
      "HUB_MUNICIPALITY",
      "HUB_SECRET",
      "HUB_PUBLIC",
      "HUB_URL",
      "HUB_CACHE_MB",
      "HUB_LIMIT_REQUESTS",
      "HUB_LIMIT_COST",
      "HUB_TRUSTED_PROXIES",
      "HUB_LOG",
      "HUB_SLOW_MS",
      "HUB_DRAIN_SECONDS",
    ];
    expect(readSettings(Object.fromEntries(names.map((name) => [name, ""])))).toEqual(defaults);
  });

  test("each is read", () => {
    const settings = readSettings({
      DATABASE_URL: "postgres://user@host/hub",
      HUB_DATA: "한글 폴더",
      HOST: "0.0.0.0",
      PORT: "0",
      HUB_MUNICIPALITY: "99990",
      HUB_SECRET: "secret",
      HUB_PUBLIC: "true",
      HUB_URL: "https://hub.example.kr/",
      HUB_CACHE_MB: "12",
      HUB_LIMIT_REQUESTS: "0",
      HUB_LIMIT_COST: "5000",
      HUB_TRUSTED_PROXIES: "10.0.0.5, 2001:db8::/32",
      HUB_LOG: "info",
      HUB_SLOW_MS: "250",
      HUB_DRAIN_SECONDS: "15",
    });
    expect(settings).toEqual({
      databaseUrl: "postgres://user@host/hub",
      dataFolder: resolve("한글 폴더"),
      host: "0.0.0.0",
      port: 0,
      municipality: "99990",
      secret: "secret",
      public: true,
      url: "https://hub.example.kr",
      cacheBytes: 12_000_000,
      limits: { requests: 0, cost: 5_000 },
      trustedProxies: ["10.0.0.5", "2001:db8::/32"],
      logLevel: "info",
      slowMilliseconds: 250,
      drainSeconds: 15,
    });
  });

  test.each([
    ["PORT", "http"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PORT", "40.5"],
    ["HUB_MUNICIPALITY", "고양시"],
    ["HUB_MUNICIPALITY", "4128"],
    ["HUB_PUBLIC", "yes"],
    ["HUB_URL", "hub.example.kr"],
    ["HUB_LIMIT_REQUESTS", "many"],
    ["HUB_TRUSTED_PROXIES", "10.0.0.0/33"],
    ["HUB_TRUSTED_PROXIES", "proxy.example.kr"],
    ["HUB_LOG", "loud"],
  ])("%s=%s is refused, naming the setting and what stands there", (name, value) => {
    const read = () => readSettings({ [name]: value });
    expect(read).toThrow(HubError);
    expect(read).toThrow(name);
    expect(read).toThrow(value);
  });
});
