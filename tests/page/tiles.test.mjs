// SPDX-License-Identifier: MIT
// A page that was made with --tiles, --language and --embed: what it asks of a network, and what it says of it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { barriers, close, openBrowser, openPage, phone } from "./browser.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

const tile = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Opens it with a server of tiles; gives what was asked too. */
async function withTiles(options = {}) {
  const asked = [];
  const answer = (route) => {
    asked.push({ url: route.request().url(), referrer: route.request().headers().referer });
    return route.fulfill({ contentType: "image/png", body: tile });
  };
  const opened = await openPage(browser, "tiles", { fragment: "?whole", answer, ...options });
  return { ...opened, asked };
}

test("a page that was made without tiles has no address of any in its policy, and asks nobody", async () => {
  const opened = await openPage(browser, "data");
  const policy = await opened.page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  assert.match(policy, /img-src data:; /);
  assert.doesNotMatch(policy, /https?:/);
  assert.equal(await opened.page.locator(".leaflet-tile, .tiles-credit").count(), 0);
  await close(opened);
});

test("a page with tiles asks that host for tiles, and nobody for anything else", async () => {
  const opened = await withTiles();
  const { page, asked } = opened;
  await page.waitForSelector("img.leaflet-tile-loaded", { state: "attached" });
  assert.ok(asked.length > 3);
  for (const { url } of asked) assert.match(url, /^https:\/\/tiles\.test\/\d+\/\d+\/\d+\.png\?key=a%20b$/);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  assert.match(policy, /img-src data: https:\/\/tiles\.test; /);
  const refused = await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener("securitypolicyviolation", ({ violatedDirective }) => resolve(violatedDirective), { once: true });
        new Image().src = "https://elsewhere.test/0.png";
      }),
  );
  assert.match(refused, /^img-src/);
  assert.ok(asked.every(({ url }) => url.startsWith("https://tiles.test/")));
  opened.talk.length = 0; // the browser's word on what was refused just now
  await close(opened);
});

test("whose the tiles are stands on the map, as text, also where it stands in another page", async () => {
  for (const options of [{}, { viewport: phone }, { fragment: "", viewport: { width: 800, height: 440 } }]) {
    const opened = await withTiles(options);
    const credit = opened.page.locator(".tiles-credit");
    assert.equal(await credit.textContent(), '© <b>Makers of tiles</b> "&');
    assert.ok(await credit.isVisible());
    assert.deepEqual(await barriers(opened.page), []);
    await close(opened);
  }
});

test("without its server the page draws the land itself", async () => {
  const opened = await openPage(browser, "tiles", { fragment: "?whole", answer: (route) => route.abort() });
  await opened.page.waitForTimeout(500);
  assert.ok((await opened.page.locator(".name.town").count()) > 0);
  assert.ok((await opened.page.locator(".name.country").count()) > 0);
  opened.talk.length = 0; // the browser's word on each tile that did not come
  await close(opened);
});

test("over tiles the names of countries stand, and towns have those of the tiles", async () => {
  const opened = await withTiles();
  await opened.page.waitForSelector("img.leaflet-tile-loaded", { state: "attached" });
  await opened.page.waitForFunction(() => document.querySelectorAll(".name.town").length === 0);
  assert.ok((await opened.page.locator(".name.country").count()) > 0);
  await close(opened);
});

test("the page opens in the language it was made in, and leads back to it", async () => {
  const opened = await withTiles();
  const { page } = opened;
  assert.equal(await page.locator("html").getAttribute("lang"), "fr");
  assert.equal(await page.locator("#legend-title").textContent(), "Légende");
  assert.doesNotMatch(page.url(), /lang=/);
  const names = await page.locator(".name.country").allTextContents();
  assert.ok(names.includes("Irak") && !names.includes("Iraq"), names.join(", "));
  await page.locator("#language").selectOption("en");
  assert.match(page.url(), /lang=en/);
  assert.equal(await page.locator("#legend-title").textContent(), "Legend");
  await close(opened);
});

test("a page made to be embedded opens so, and whole where that is asked", async () => {
  const embedded = await withTiles({ fragment: "", viewport: { width: 800, height: 440 } });
  for (const part of ["#map", "#legend", "#play"]) assert.ok(await embedded.page.locator(part).isVisible(), part);
  for (const part of ["header", "#table-region", "footer"]) assert.ok(await embedded.page.locator(part).isHidden(), part);
  await close(embedded);
  const whole = await withTiles();
  for (const part of ["header", "#table-region", "footer"]) assert.ok(await whole.page.locator(part).isVisible(), part);
  await close(whole);
});
