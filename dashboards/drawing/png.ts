import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { renderAsync } from "@resvg/resvg-js";

const beside = new URL("./fonts/", import.meta.url);
const built = new URL("../../dist/dashboards/drawing/fonts/", import.meta.url);
const fontsFolder = fileURLToPath(existsSync(beside) ? beside : built);
const family = "Pretendard GOV";

/** Pixels of a PNG for one of the SVG: pictures are printed and shown on dense screens. */
export const pixelsPerPixel = 2;

/** The same picture as PNG, set in the hub's own font whatever fonts the machine has. */
export async function pngOf(svg: string): Promise<Buffer> {
  const image = await renderAsync(svg, {
    background: "#fff",
    fitTo: { mode: "zoom", value: pixelsPerPixel },
    font: {
      loadSystemFonts: false,
      fontFiles: [`${fontsFolder}Regular.otf`, `${fontsFolder}Bold.otf`],
      defaultFontFamily: family,
      sansSerifFamily: family,
    },
  });
  return image.asPng();
}
