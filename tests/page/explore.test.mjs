// SPDX-License-Identifier: MIT
// What people choose on the page, what they take away from it, and the languages in which it speaks.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { barriers, close, fold, openBrowser, openPage, phone, shownCount } from "./browser.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

async function withPage(options, use) {
  const opened = await openPage(browser, "data", options);
  await use(opened.page);
  await close(opened);
}

const openFilters = (page) => fold(page.locator("#filters summary"));
const openCharts = (page) => fold(page.locator("#charts summary"));

async function downloaded(page, id) {
  await fold(page.locator("#share summary"));
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(id).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

for (const [key, value, least] of [
  ["type", "Air/drone strike", 1], ["weapon", "drone", 1], ["actor", "United States", 1], ["country", "Syria", 1],
  ["province", "Nineveh", 0], ["source", "American Military News", 1], ["located", "area", 1],
]) {
  test(`the filter ${key} shows what has that value and nothing else`, () =>
    withPage({}, async (page) => {
      await openFilters(page);
      const field = page.locator(`#filter-${key}`);
      assert.equal(await field.count(), 1);
      const options = await field.locator("option").evaluateAll((all) => all.map(({ value }) => value));
      const asked = options.includes(value) ? value : options[1];
      await field.selectOption(asked);
      const told = await field.locator("option:checked").textContent();
      assert.equal(`(${await shownCount(page)})`, told.slice(told.lastIndexOf("(")));
      assert.ok((await shownCount(page)) >= least && (await shownCount(page)) < 17);
      assert.match(page.url(), new RegExp(`[#&]${key}=`));
      await page.locator("#clear-filters").click();
      assert.equal(await shownCount(page), 17);
      assert.doesNotMatch(page.url(), /#/);
    }));
}

test("killed at least leaves out what is not told to have killed so many", () =>
  withPage({}, async (page) => {
    await openFilters(page);
    await page.locator("#filter-killed").fill("1");
    await page.locator("#filter-killed").press("Tab");
    const some = await shownCount(page);
    assert.ok(some > 0 && some < 17);
    await page.locator("#filter-killed").fill("1000000");
    await page.locator("#filter-killed").press("Tab");
    assert.equal(await shownCount(page), 0);
    assert.equal(await page.locator("button.mark").count(), 0);
    assert.equal(await page.locator("#table [data-row]").count(), 0);
  }));

test("days from and to may be chosen freely, beside play", () =>
  withPage({}, async (page) => {
    await page.locator("#undated").uncheck();
    await page.locator("#time-from").fill("2020-07-01");
    await page.locator("#time-to").fill("2020-09-30");
    await page.locator("#time-to").press("Tab");
    const some = await shownCount(page);
    assert.ok(some > 0 && some < 17);
    assert.match(page.url(), /from=2020-07-01&to=2020-09-30&undated=no/);
    assert.match(await page.locator("#time-words").textContent(), /^2020-07-01 to 2020-09-30: /);
    await page.locator("#play").click();
    await page.getByRole("button", { name: "Pause" }).click();
  }));

test("each chart tells how many there are, and asks for what is clicked", () =>
  withPage({}, async (page) => {
    await openCharts(page);
    for (const title of ["By month", "By type", "By province", "By actor"]) {
      const chart = page.locator("#charts section").filter({ has: page.getByRole("heading", { name: title }) });
      const bar = chart.getByRole("button").first();
      const count = Number(await bar.locator(".count").textContent());
      await bar.click();
      assert.equal(await chart.locator("[aria-pressed=true]").count(), 1, title);
      // A month also shows what may have happened in it.
      if (title === "By month") assert.ok((await shownCount(page)) >= count);
      else assert.equal(await shownCount(page), count, title);
      await chart.locator("[aria-pressed=true]").click();
      assert.equal(await shownCount(page), 17);
    }
  }));

test("a link leads to what is shown: filters, days, incident, language", () =>
  withPage({ fragment: "#incident=erbil-2020-09-30&type=Shelling%2Fartillery%2Fmissile+attack&from=2020-01-01&to=2020-12-31&lang=fr" }, async (page) => {
    await page.waitForSelector("#panel-body h3");
    assert.equal(await page.locator("html").getAttribute("lang"), "fr");
    assert.ok((await shownCount(page)) < 17);
    assert.equal(await page.locator("#filter-type").inputValue(), "Shelling/artillery/missile attack");
    assert.equal(await page.locator("#time-from").inputValue(), "2020-01-01");
    const before = page.url();
    await page.reload();
    await page.waitForSelector("html[data-ready]", { state: "attached" });
    assert.equal(page.url(), before);
  }));

test("the legend counts what is shown, and its types are its points", () =>
  withPage({}, async (page) => {
    const count = async (name) => Number(await page.locator("#legend label").filter({ hasText: name }).locator(".count").first().textContent());
    const types = async () => (await page.locator("#legend ul ul li:not([hidden]) .count").allTextContents()).reduce((sum, text) => sum + Number(text), 0);
    assert.equal(await types(), await count(/^Attacks/));
    await openFilters(page);
    await page.locator("#filter-located").selectOption("area");
    assert.equal(await count(/^Attacks/), 0);
    assert.equal(await types(), 0);
    assert.ok((await count(/only by area/)) > 0);
  }));

test("an actor, a note and a source are found", () =>
  withPage({}, async (page) => {
    for (const words of ["counterterrorism service", "American Military News"]) {
      await page.locator("#search").fill(words);
      await page.locator("#search-results li[data-found]").first().waitFor();
      await page.keyboard.press("Enter");
      await page.waitForFunction(
        (words) => document.querySelector("#panel").innerText.toLowerCase().replaceAll("-", "").includes(words),
        words.toLowerCase(),
      );
    }
  }));

test("what is shown can be taken away as a table, as GeoJSON and as a picture", () =>
  withPage({ fragment: "#located=point" }, async (page) => {
    const shown = await page.locator("[role=grid]").getAttribute("aria-rowcount");
    const table = await downloaded(page, "#download-csv");
    assert.match(table.name, /^data\.csv$/);
    const lines = table.bytes.toString("utf8").trim().split("\r\n");
    assert.equal(lines.length, Number(shown));
    assert.match(lines[0], /incident_id,date,event_type/);
    await fold(page.locator("#share summary"));
    const features = JSON.parse((await downloaded(page, "#download-geojson")).bytes).features;
    assert.equal(features.length, Number(shown) - 1);
    assert.ok(features.every(({ geometry }) => geometry.type === "Point" && geometry.coordinates.length === 2));
    await fold(page.locator("#share summary"));
    const picture = (await downloaded(page, "#download-png")).bytes;
    assert.equal(picture.subarray(1, 4).toString(), "PNG");
    assert.ok(picture.length > 30_000);
  }));

test("the code to embed shows the map, its legend and the time in 440 pixels", async () => {
  const opened = await openPage(browser, "data", { viewport: { width: 800, height: 440 }, fragment: "?embed#located=point" });
  const { page } = opened;
  for (const part of ["#map", "#legend", "#play"]) assert.ok(await page.locator(part).isVisible(), part);
  for (const part of ["header", "#table-region", "footer", "#filters"]) assert.ok(await page.locator(part).isHidden(), part);
  assert.ok((await page.evaluate(() => document.documentElement.scrollHeight)) <= 440);
  assert.ok((await page.locator("#map").boundingBox()).height > 300);
  assert.deepEqual(await barriers(page), []);
  await close(opened);
  await withPage({}, async (page) => {
    await fold(page.locator("#share summary"));
    assert.match(await page.locator("#embed-code").inputValue(), /^<iframe src="file:.*data\.html\?embed" .*height="440"/);
  });
});

for (const [code, word, direction] of [["ar", "مفتاح الخريطة", "rtl"], ["fr", "Légende", "ltr"], ["uk", "Легенда", "ltr"], ["es", "Leyenda", "ltr"]]) {
  for (const viewport of [undefined, phone]) {
    test(`the page speaks ${code}${viewport ? " on a phone" : ""}, and its data stay as they are`, () =>
      withPage({ viewport }, async (page) => {
        await page.locator("#language").selectOption(code);
        assert.equal(await page.locator("#legend-title").textContent(), word);
        assert.equal(await page.locator("html").getAttribute("dir"), direction);
        assert.match(page.url(), new RegExp(`lang=${code}`));
        assert.ok((await page.locator("#table .row .place", { hasText: "Kirkuk" }).count()) > 0);
        assert.equal(await shownCountAnywhere(page), 17);
        await page.locator("#table [data-row]").filter({ hasText: "Kirkuk" }).click();
        await page.waitForSelector("#panel-body h3");
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= (viewport ?? { width: 1300 }).width);
        await openFilters(page);
        await openCharts(page);
        assert.deepEqual(await barriers(page), []);
      }));
  }
}

/** The first number of the sentence, in whatever language. */
async function shownCountAnywhere(page) {
  return Number(/\d+/.exec(await page.locator("#shown-count").textContent())[0]);
}

test("paper has the table, every row of it", () =>
  withPage({}, async (page) => {
    await page.evaluate(() => {
      window.addEventListener("beforeprint", () => (window.rowsOnPaper = document.querySelectorAll("#table [data-row]").length));
    });
    await page.pdf({ format: "A4" });
    const rows = Number(await page.locator("[role=grid]").getAttribute("aria-rowcount")) - 1;
    assert.equal(await page.evaluate(() => window.rowsOnPaper), rows);
  }));

test("with everything open, axe finds nothing serious", () =>
  withPage({ fragment: "#incident=erbil-2020-09-30" }, async (page) => {
    await page.waitForSelector("#panel-body h3");
    await openFilters(page);
    await openCharts(page);
    await fold(page.locator("#share summary"));
    assert.deepEqual(await barriers(page), []);
  }));
