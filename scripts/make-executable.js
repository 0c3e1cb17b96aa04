import { chmod } from "node:fs/promises";

// The last step of the build: tsc writes files that nobody may execute, and npm sets the mode only when it links the command.
await chmod(new URL("../dist/server/cli/hub.js", import.meta.url), 0o755);
