import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { unpackWoff } from "./unpack-woff.js";

// Plain JavaScript, so that a clean clone can run it before anything is compiled.
// Puts what the pages need from the network into dist: styles, KRDS tokens, fonts, GraphiQL.

const here = dirname(fileURLToPath(import.meta.url));
const styles = join(here, "styles");
const target = join(here, "../../dist/dashboards/assets/public");
const krds = join(dirname(createRequire(import.meta.url).resolve("krds-uiux/package.json")), "resources");
const fonts = ["PretendardGOV-Regular.subset.woff2", "PretendardGOV-Bold.subset.woff2"];

/** All tokens of KRDS, by name. */
async function allTokens() {
  const sheet = await readFile(join(krds, "css/token/krds_tokens.css"), "utf8");
  return new Map([...sheet.matchAll(/(--krds-[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));
}

/** The tokens that the styles use, and those that these lean on, out of the 50 KB of KRDS; in the dark, others. */
function tokens(all, sheet) {
  const used = new Map();
  const take = (text) => {
    for (const [name] of text.matchAll(/--krds-[\w-]+/g)) {
      if (used.has(name)) continue;
      const value = all.get(name);
      if (value === undefined) throw new Error(`KRDS has no token ${name}.`);
      used.set(name, value);
      take(value);
    }
  };
  take(sheet);
  const light = [...used].map(([name, value]) => `  ${name}: ${value};\n`).join("");
  const dark = darkTokens(all, [...used.keys()]);
  // What is printed stays light. A reader's own choice outweighs the system's.
  return `:root {\n  color-scheme: light;\n${light}}
@media screen and (prefers-color-scheme: dark) {\n:root:not([data-theme="light"]) {\n${dark}}\n}
@media screen {\n:root[data-theme="dark"] {\n${dark}}\n}\n`;
}

/** The colours that KRDS has for the dark, where it calls them high contrast, under the names of the light ones. */
function darkTokens(all, names) {
  const colourOf = (name) => {
    const value = all.get(name);
    if (value === undefined) throw new Error(`KRDS has no token ${name}.`);
    const [, other] = /^var\((.*)\)$/.exec(value) ?? [];
    return other ? colourOf(other) : value;
  };
  const meant = names.filter((name) => name.startsWith("--krds-light-color-"));
  const colours = meant.map(
    (name) => `  ${name}: ${colourOf(name.replace("--krds-light-", "--krds-high-contrast-"))};\n`,
  );
  return `  color-scheme: dark;\n${colours.join("")}`;
}

await rm(target, { recursive: true, force: true });
await mkdir(join(target, "fonts"), { recursive: true });
for (const font of fonts) await cp(join(krds, "fonts", font), join(target, "fonts", font));
// PNGs are drawn on the server, by a program that reads no WOFF.
const fontsOfPictures = join(here, "../../dist/dashboards/drawing/fonts");
await mkdir(fontsOfPictures, { recursive: true });
for (const weight of ["Regular", "Bold"]) {
  const packed = await readFile(join(krds, `fonts/PretendardGOV-${weight}.subset.woff`));
  await writeFile(join(fontsOfPictures, `${weight}.otf`), unpackWoff(packed));
}
await cp(join(styles, "icon.svg"), join(target, "icon.svg"));
const sheets = (await readdir(styles)).filter((name) => name.endsWith(".css"));
const written = await Promise.all(sheets.map((name) => readFile(join(styles, name), "utf8")));
await writeFile(join(target, "tokens.css"), tokens(await allTokens(), written.join()));
await build({
  entryPoints: [join(styles, "hub.css"), join(styles, "graphiql-page.css")],
  outdir: target,
  bundle: true,
  external: ["*.woff2"],
  logLevel: "warning",
});
// An embedded panel has one sheet, so that a page with many of them asks little.
const embedded = ["tokens.css", "hub.css"].map((name) => readFile(join(target, name), "utf8"));
await writeFile(join(target, "embed.css"), (await Promise.all(embedded)).join(""));
await build({
  entryPoints: {
    embed: join(here, "browser/embed-frame.ts"),
    "embed-host": join(here, "browser/embed-host.ts"),
    hub: join(here, "browser/hub-page.ts"),
    theme: join(here, "browser/chosen-theme.ts"),
  },
  outdir: target,
  bundle: true,
  minify: true,
  logLevel: "warning",
});
await build({
  entryPoints: {
    graphiql: join(here, "browser/graphiql.tsx"),
    "editor.worker": "monaco-editor/esm/vs/editor/editor.worker.js",
    "json.worker": "monaco-editor/esm/vs/language/json/json.worker.js",
    "graphql.worker": "monaco-graphql/esm/graphql.worker.js",
  },
  outdir: join(target, "graphiql"),
  absWorkingDir: here,
  bundle: true,
  splitting: true,
  minify: true,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  define: { "process.env.NODE_ENV": '"production"' },
  loader: { ".ttf": "file", ".woff2": "file" },
  logLevel: "warning",
});
console.log(`Assets of the pages: ${(await readdir(target)).join(", ")}`);
