/** Makes Jest run test files in the process itself, as docs/decisions/tests-without-vm.md explains. */
export const native = {
  testEnvironment: "<rootDir>/test/setup/native/environment.js",
  runtime: "<rootDir>/test/setup/native/runtime.cjs",
  transform: {},
};
