// SPDX-License-Identifier: MIT
// Draws a page with an incident chosen: node picture.mjs PAGE.html OUT.png
import { pathToFileURL } from "node:url";
import { openBrowser } from "./browser.mjs";

const [from, to] = process.argv.slice(2);
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1300, height: 900 }, colorScheme: "light" });
await page.goto(`${pathToFileURL(from).href}#incident=erbil-2020-09-30`);
await page.waitForSelector("#panel-body h3");
await page.screenshot({ path: to });
await browser.close();
