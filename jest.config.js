import { native } from "./test/setup/native/settings.js";

export default {
  ...native,
  testMatch: ["<rootDir>/{schema,ingest,seeds,dashboards,server,test}/**/*.test.ts"],
  globalSetup: "<rootDir>/test/setup/start.js",
  setupFilesAfterEnv: ["<rootDir>/test/setup/assertions.ts", "<rootDir>/test/setup/property-seed.ts"],
  globalTeardown: "<rootDir>/test/setup/stop-postgres.js",
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/.data/"],
  // One more than two cores: a worker mostly waits for the database, the browser or the command that it started.
  maxWorkers: 3,
  testTimeout: 60_000,
};
