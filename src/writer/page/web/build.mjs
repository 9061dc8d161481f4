// SPDX-License-Identifier: MIT
// Bundles page/src into page/bundle, which the build of the library takes as it is. `--check`: writes nothing and ends
// with 1 where the committed bundle is not what the sources give. `--outdir FOLDER`: writes there.
import { build } from "esbuild";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const checking = process.argv.includes("--check");
const asked = process.argv.indexOf("--outdir");
const folder = asked > 0 ? process.argv[asked + 1] : join(here, "bundle");
const banner = "SPDX-License-Identifier: MIT AND BSD-2-Clause. Bundled by page/build.mjs from page/src and Leaflet 1.9.4.";

const result = await build({
  absWorkingDir: here,
  entryPoints: { page: "src/main.ts", style: "src/page.css" },
  outdir: "bundle",
  bundle: true,
  write: false,
  minify: true,
  charset: "ascii",
  format: "iife",
  target: ["chrome100", "firefox100", "safari15"],
  legalComments: "inline",
  loader: { ".png": "dataurl" },
  define: { LEAFLET_LICENCE: JSON.stringify(readFileSync(join(here, "node_modules/leaflet/LICENSE"), "utf8")) },
  banner: { js: `/* ${banner} */`, css: `/* ${banner} */` },
  logLevel: "warning",
});

const files = new Map([["page.html", readFileSync(join(here, "src/page.html"))]]);
for (const { path, contents } of result.outputFiles) {
  files.set(path.endsWith(".css") ? "page.css" : "page.js", Buffer.from(contents));
}
let stale = 0;
if (!checking) mkdirSync(folder, { recursive: true });
for (const [name, bytes] of files) {
  const file = join(folder, name);
  if (!checking) writeFileSync(file, bytes);
  else if (!readFileSync(file).equals(bytes)) {
    console.error(`page/bundle/${name} is not what page/src gives: run script/page`);
    stale++;
  }
}
process.exit(stale > 0 ? 1 : 0);
