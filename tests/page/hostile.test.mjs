// SPDX-License-Identifier: MIT
// A table with every kind of damage, as a page: its texts stay text.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { barriers, close, fold, openBrowser, openPage } from "./browser.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

/** Elements that no part of the page makes, links that are no web address, and scripts beside its own. */
function foreign(page) {
  return page.evaluate(() => ({
    elements: [...document.querySelectorAll("img, iframe, object, embed, form, b, base, [onerror], [onclick], [style*=url]")].map((e) => e.outerHTML),
    links: [...document.querySelectorAll("a[href]")].map((a) => a.href).filter((href) => !/^(https?:|file:.*#)/.test(href)),
    scripts: [...document.scripts].filter((script) => script.type !== "application/json").length,
  }));
}

const nothing = { elements: [], links: [], scripts: 1 };

test("no text becomes markup, whatever is opened", { timeout: 240_000 }, async () => {
  const opened = await openPage(browser, "hostile");
  const { page } = opened;
  assert.equal(await page.title(), "<img src=x onerror=alert(1)>");
  assert.equal(await page.locator("#map-note").textContent(), "</script><script>alert(1)</script>");
  assert.deepEqual(await foreign(page), nothing);
  const ids = await page.evaluate(() =>
    [...document.querySelectorAll("script[data-block=incidents]")].flatMap((block) => {
      const { texts, columns } = JSON.parse(block.textContent);
      return columns.id.map((text) => texts[text]);
    }),
  );
  assert.ok(ids.length > 200);
  const opened_titles = new Set();
  for (let i = 0; i < ids.length; i += 1) {
    await page.evaluate((id) => (location.hash = new URLSearchParams({ incident: id }).toString()), ids[i]);
    await page.waitForFunction((id) => document.querySelector("#panel-body .id code")?.textContent === id, ids[i]);
    opened_titles.add(await page.locator("#panel-title").textContent());
    if (i % 60 === 0) assert.deepEqual(await foreign(page), nothing);
  }
  assert.ok(opened_titles.size > 20, `only ${opened_titles.size} titles`);
  assert.deepEqual(await foreign(page), nothing);
  await page.getByRole("button", { name: "About this map" }).click();
  await page.waitForSelector("#about[open]");
  assert.deepEqual(await foreign(page), nothing);
  await close(opened);
});

test("texts of the input are shown as they are: markup, Arabic, letters beyond the first plane", async () => {
  const opened = await openPage(browser, "hostile");
  const { page } = opened;
  const search = async (words) => {
    await page.locator("#search").fill(words);
    await page.waitForFunction(() => !document.querySelector("#search-results[aria-busy]"));
  };
  await search("<script>");
  assert.match(await page.locator("#search-results").innerText(), /<script>alert\(1\)<\/script>/);
  await search("مخيم");
  const found = page.locator("#search-results [dir=auto]").first();
  assert.match(await found.innerText(), /قصف مخيم التاجي/);
  assert.equal(await found.evaluate((e) => getComputedStyle(e).direction), "rtl");
  await close(opened);
});

test("what is not on the map is listed with reasons, and opens from there", async () => {
  const opened = await openPage(browser, "hostile");
  const { page } = opened;
  await fold(page.locator("summary", { hasText: "not on the map, and why" }));
  const items = page.locator(".not-mapped li");
  assert.ok((await items.count()) > 40);
  assert.match(await items.filter({ hasText: "91.0, 181.0" }).innerText(), /latitude '91\.0' is out of range/);
  await items.getByRole("button").first().click();
  await page.waitForSelector("#panel-body h3");
  assert.match(await page.locator("#panel").innerText(), /Not on the map, and why/);
  assert.deepEqual(await barriers(page), []);
  await close(opened);
});

test("what is not on the map is in the table with its reason", async () => {
  const opened = await openPage(browser, "hostile");
  const { page } = opened;
  await page.getByRole("checkbox", { name: /^Attacks/ }).uncheck();
  await page.getByRole("checkbox", { name: /^Incidents known only by area/ }).uncheck();
  await page.getByRole("checkbox", { name: /^Other incidents/ }).uncheck();
  const first = page.locator("#table [data-row]").first();
  assert.match(await first.innerText(), /not on the map/);
  await first.click();
  await page.waitForSelector("#panel-body h3");
  assert.match(await page.locator("#panel").innerText(), /Not on the map, and why/);
  assert.deepEqual(await barriers(page), []);
  await close(opened);
});
