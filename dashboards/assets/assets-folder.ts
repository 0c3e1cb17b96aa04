import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const beside = new URL("./public/", import.meta.url);
const built = new URL("../../dist/dashboards/assets/public/", import.meta.url);

/** Where `npm run build` put styles, fonts and scripts: beside the compiled code, or in dist for its sources. */
export const assetsFolder = fileURLToPath(existsSync(beside) ? beside : built);
