export default {
  testEnvironment: "node",
  testMatch: ["<rootDir>/{schema,ingest,seeds,dashboards,server,test}/**/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  transform: { "^.+\\.tsx?$": "@swc/jest" },
  globalSetup: "<rootDir>/test/setup/start.js",
  setupFilesAfterEnv: ["<rootDir>/test/setup/assertions.ts"],
  globalTeardown: "<rootDir>/test/setup/stop-postgres.js",
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/.data/"],
  // Most of the time is spent in processes that the tests start.
  maxWorkers: 2,
  testTimeout: 60_000,
};
