// SPDX-License-Identifier: MIT
// Draws a page: node picture.mjs PAGE.html OUT.png [WIDTHxHEIGHT] [light|dark] [WHAT]; WHAT stands behind the page's address,
// `#incident=ID` or `?embed`.
import { pathToFileURL } from "node:url";
import { openBrowser } from "./browser.mjs";

const [from, to, size = "1300x900", colorScheme = "light", what = "#incident=erbil-2020-09-30"] = process.argv.slice(2);
const [width, height] = size.split("x").map(Number);
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width, height }, colorScheme });
await page.goto(`${pathToFileURL(from).href}${what}`);
await page.waitForSelector("html[data-ready]", { state: "attached" });
if (what.startsWith("#incident")) await page.waitForSelector("#panel-body h3");
await page.screenshot({ path: to });
await browser.close();
