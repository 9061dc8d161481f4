// SPDX-License-Identifier: MIT
// A page in Chromium: what it says on its console and what it asks of any network is kept, and must be nothing.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(join(process.env.PAGE_MODULES, "node_modules", "."));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const flags = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
];

export async function openBrowser() {
  const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));
  return chromium.launch({ executablePath, args: flags });
}

export const desk = { width: 1300, height: 850 };
export const phone = { width: 390, height: 844 };

/**
 * Opens a page that make_pages made; `talk` is what it said and asked for, and stays empty. `answer` takes what it asks of
 * a network, each a Playwright route; without it nothing may be asked.
 */
export async function openPage(browser, name, { viewport = desk, colorScheme = "light", fragment = "", answer = null } = {}) {
  const page = await browser.newPage({ viewport, colorScheme, hasTouch: viewport === phone });
  const talk = [];
  page.on("console", (message) => talk.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => talk.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    talk.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!answer && !/^(file|data):/.test(request.url())) talk.push(`request: ${request.url()}`);
  });
  if (answer) await page.route(/^https?:/, answer);
  const start = Date.now();
  await page.goto(pathToFileURL(join(process.env.INCIDENTMAP_PAGES, `${name}.html`)).href + fragment, { timeout: 120_000 });
  await page.waitForSelector("html[data-ready]", { timeout: 120_000, state: "attached" });
  return { page, talk, seconds: (Date.now() - start) / 1000 };
}

export async function close({ page, talk }) {
  await page.close();
  assert.deepEqual(talk, [], "the page says nothing on the console and asks for nothing");
}

/** Unfolds what a summary stands for, or folds it again; a page hears of that in a task of its own, after the click. */
export async function fold(summary) {
  await summary.evaluate((element) => {
    delete element.dataset.heard;
    element.parentElement.addEventListener("toggle", () => (element.dataset.heard = ""), { once: true });
  });
  await summary.click();
  await summary.evaluate(
    (element) =>
      new Promise((resolve) => {
        const look = () => ("heard" in element.dataset ? resolve() : setTimeout(look, 5));
        look();
      }),
  );
}

/** What axe finds serious or critical, in a line each. */
export async function barriers(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" ... ")}`);
}

/** `17` of `17 of 17 incidents shown` */
export async function shownCount(page) {
  const words = await page.locator("#shown-count").textContent();
  return Number(words.split(" ")[0].replaceAll(",", ""));
}
