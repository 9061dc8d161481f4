// SPDX-License-Identifier: MIT
// Bundles this folder into ../bundle, which the build of the library takes as it is.
//
//   node build.mjs [--modules FOLDER] [--check | --outdir FOLDER]
//
// --modules: where `npm ci` put node_modules; default: build/page_modules of the repository. --check: writes nothing, and
// ends with 1 where the committed bundle is not what the sources give.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

function option(name, usual) {
  const at = process.argv.indexOf(name);
  return at > 0 ? resolve(process.argv[at + 1]) : usual;
}

const checking = process.argv.includes("--check");
const modules = join(option("--modules", join(here, "../../../../build/page_modules")), "node_modules");
const folder = option("--outdir", join(here, "../bundle"));
const { build } = createRequire(join(modules, "."))("esbuild");
const licence = readFileSync(join(modules, "leaflet/LICENSE"));
const banner = "SPDX-License-Identifier: MIT AND BSD-2-Clause. Bundled from src/writer/page/web and Leaflet 1.9.4.";

const result = await build({
  absWorkingDir: here,
  entryPoints: { page: "main.ts", style: "page.css", review: "review.ts", review_style: "review.css" },
  nodePaths: [modules],
  outdir: "bundle",
  bundle: true,
  write: false,
  minify: true,
  charset: "ascii",
  format: "iife",
  target: ["chrome100", "firefox113", "safari16.4"],
  legalComments: "none",
  loader: { ".png": "dataurl" },
  define: { LEAFLET_LICENCE: JSON.stringify(licence.toString()) },
  banner: { js: `/* ${banner} */`, css: `/* ${banner} */` },
  logLevel: "warning",
});

const files = new Map([
  ["page.html", readFileSync(join(here, "page.html"))],
  ["review.html", readFileSync(join(here, "review.html"))],
  ["LICENSE.leaflet", licence],
]);
for (const { path, contents } of result.outputFiles) {
  const name = basename(path);
  files.set(name === "style.css" ? "page.css" : name === "review_style.css" ? "review.css" : name, Buffer.from(contents));
}
let stale = 0;
if (!checking) mkdirSync(folder, { recursive: true });
for (const [name, bytes] of files) {
  const file = join(folder, name);
  if (!checking) writeFileSync(file, bytes);
  else if (!readFileSync(file).equals(bytes)) {
    console.error(`src/writer/page/bundle/${name} is not what src/writer/page/web gives: run script/page`);
    stale++;
  }
}
process.exit(stale > 0 ? 1 : 0);
