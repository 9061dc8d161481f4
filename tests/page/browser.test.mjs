// SPDX-License-Identifier: MIT
// The page of data/, used as people use it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { close, desk, openBrowser, openPage, phone, shownCount } from "./browser.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

const erbil = "erbil-2020-09-30";

async function withPage(options, use) {
  const opened = await openPage(browser, "data", options);
  await use(opened.page);
  await close(opened);
}

/** Details are unpacked when an incident is opened, so that its title may come a moment after the click. */
const isTitled = (page, title) => page.locator("#panel-title").filter({ hasText: title }).waitFor();

test("it opens with title, counts, sentences and marks", () =>
  withPage({}, async (page) => {
    assert.match(await page.title(), /^Reported incidents, /);
    assert.match(await page.locator("#subtitle").textContent(), /^17 incidents: /);
    const words = await page.locator("#map-words").innerText();
    assert.match(words, /An empty area is not evidence that nothing happened/);
    assert.match(words, /Boundaries and names shown imply no endorsement/);
    assert.equal(await shownCount(page), 17);
    assert.ok((await page.locator("button.mark").count()) >= 8);
    assert.ok((await page.locator(".leaflet-names-pane .town").count()) > 10);
    assert.match(await page.locator("#footer").textContent(), /Build [0-9a-f]{16}/);
  }));

for (const [where, viewport] of [["at a desk", desk], ["on a phone", phone]]) {
  test(`${where} each country that has incidents is named, also where these are all over the world, and small`, async () => {
    const opened = await openPage(browser, "world", { viewport });
    await opened.page.locator("#show-all").click();
    const names = await opened.page.locator(".name.country").allTextContents();
    for (const name of ["Sudan", "Ukraine", "Colombia", "Yemen", "Mali", "Haiti", "Myanmar", "Ethiopia"])
      assert.ok(names.includes(name), `${name} is not among ${names.join(", ")}`);
    await close(opened);
  });
}

test("what the map shows at first lies neither beyond its edge nor below the sentences at its foot", async () => {
  const opened = await openPage(browser, "small", { viewport: { width: 1200, height: 800 } });
  const [edge, marks] = await opened.page.evaluate(() => [
    document.querySelector("#map-words").getBoundingClientRect().top,
    [...document.querySelectorAll("button.mark:not(.area)")].map((one) => one.getBoundingClientRect().bottom),
  ]);
  assert.equal(marks.length, 3);
  for (const bottom of marks) assert.ok(bottom <= edge, `a mark ends at ${bottom}, the sentences begin at ${edge}`);
  await close(opened);
});

test("an area too small to be seen stands in a ring above the marks, which the legend explains, and as itself from near", async () => {
  const opened = await openPage(browser, "small");
  const { page } = opened;
  assert.equal(await page.locator(".small-area").count(), 1);
  assert.ok(await page.locator("#legend .small-areas").isVisible());
  const [ring, mark] = await page.evaluate(() => {
    const ring = document.querySelector(".small-area").getBoundingClientRect();
    const about = [...document.querySelectorAll("button.mark:not(.area)")].map((one) => one.querySelector("circle, polygon").getBoundingClientRect());
    const within = about.find((box) => box.left > ring.left && box.right < ring.right && box.top > ring.top && box.bottom < ring.bottom);
    const plain = ({ left, top, width, height }) => ({ left, top, width, height });
    return [plain(ring), within ? plain(within) : null];
  });
  assert.ok(ring.width >= 16 && ring.width < 60, `the ring is ${ring.width} pixels wide`);
  assert.ok(mark, "the ring is wider than the mark in it");
  const label = await page.locator("button.mark.area").boundingBox();
  assert.ok(label.y >= ring.top + ring.height - 4 || label.y + label.height <= ring.top + 4, "the area's name covers its ring");
  for (let i = 0; i < 6; i++) await page.locator(".leaflet-control-zoom-in").click();
  assert.equal(await page.locator(".small-area").count(), 0);
  assert.ok(!(await page.locator("#legend .small-areas").isVisible()));
  await close(opened);
});

test("a page made for a frame opens on it, and tells what lies outside", async () => {
  const opened = await openPage(browser, "framed");
  const { page } = opened;
  const told = page.locator("#map-outside");
  assert.ok(await told.isVisible());
  assert.match(await told.textContent(), /: 1 \(El Fasher\)/);
  // All of the frame is seen, and no more of the ground than its shape needs.
  const wide = await page.locator(".leaflet-control-scale-line").evaluate((bar) => {
    const [number, unit] = bar.textContent.split(" ");
    return (document.querySelector("#map").offsetWidth / bar.offsetWidth) * Number(number) * (unit === "km" ? 1 : 0.001);
  });
  assert.ok(wide > 950 && wide < 4000, `the map shows ${wide} km`);
  await close(opened);
});

test("the legend switches layers and types, and tells how many are shown", () =>
  withPage({}, async (page) => {
    const box = (name) => page.getByRole("checkbox", { name });
    const drones = await page.locator("button.mark").filter({ has: page.locator("[fill='#8d5a97']") }).count();
    assert.ok(drones > 0);
    await box(/^Air\/drone strike/).uncheck();
    assert.equal(await page.locator("button.mark").filter({ has: page.locator("[fill='#8d5a97']") }).count(), 0);
    assert.ok((await shownCount(page)) < 17);
    await box(/^Air\/drone strike/).check();
    await box(/^Attacks/).uncheck();
    await box(/^Incidents known only by area/).uncheck();
    await box(/^Other incidents/).uncheck();
    assert.equal(await shownCount(page), 0);
    assert.equal(await page.locator("button.mark.area").count(), 0);
    assert.equal(await page.locator("#table [data-row]").count(), 0);
  }));

test("the time slider shows what may have happened then, and undated ones as chosen", () =>
  withPage({}, async (page) => {
    await page.locator("#time-unit").selectOption("day");
    await page.locator("#undated").uncheck();
    const slider = page.locator("#time-slider");
    // 2020-06-15: no incident is known to that day, one to its month and two to longer times.
    await slider.evaluate((element) => {
      const days = (Date.UTC(2020, 5, 15) - Date.UTC(2019, 11, 1)) / 86_400_000;
      element.value = String(days);
      element.dispatchEvent(new Event("input"));
    });
    assert.match(await page.locator("#time-words").textContent(), /^2020-06-15: 3 incidents, 3 of them/);
    assert.equal(await shownCount(page), 3);
    assert.equal(await page.locator("#table .row .date", { hasText: /^2020-06$/ }).count(), 1);
    await page.locator("#undated").check();
    assert.equal(await shownCount(page), 4);
    await slider.focus();
    await page.keyboard.press("ArrowRight");
    assert.match(await page.locator("#time-words").textContent(), /^2020-06-16/);
    await page.locator("#time-up-to").check();
    assert.match(await page.locator("#time-words").textContent(), /^up to 2020-06-16/);
  }));

test("play steps through time until it is paused", () =>
  withPage({}, async (page) => {
    await page.locator("#play").click();
    const first = await page.locator("#time-words").textContent();
    await page.waitForFunction((words) => document.querySelector("#time-words").textContent !== words, first);
    await page.getByRole("button", { name: "Pause" }).click();
    const paused = await page.locator("#time-slider").inputValue();
    assert.ok(Number(paused) >= 1);
    await page.waitForTimeout(1_200);
    assert.equal(await page.locator("#time-slider").inputValue(), paused);
  }));

test("a place and an id are found, whatever the spelling of marks on letters", () =>
  withPage({}, async (page) => {
    await page.locator("#search").fill("ÉRBIL INTER");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await isTitled(page, /Erbil International Airport/);
    await page.locator("#search").fill("taji-2020");
    await page.keyboard.press("Enter");
    await isTitled(page, /^Camp Taji$/);
    assert.match(page.url(), /#incident=taji-2020-07-27$/);
    await page.locator("#search").fill("no such place");
    await page.locator("#search-results", { hasText: "Nothing has that name" }).waitFor();
  }));

test("a click on a mark or on a row opens the incident, and shows it in both", () =>
  withPage({}, async (page) => {
    await page.locator("#table [data-row]").filter({ hasText: "Kirkuk" }).click();
    await isTitled(page, /^Kirkuk$/);
    const chosen = page.locator("button.mark.chosen");
    assert.match(await chosen.getAttribute("aria-label"), /^Kirkuk/);
    await page.getByRole("button", { name: "Close the panel" }).click();
    assert.ok(await page.locator("#panel").isHidden());
    await page.locator("button.mark[aria-label^='Kirkuk']").click();
    await isTitled(page, /^Kirkuk$/);
    assert.match(await page.locator("#table [aria-selected=true]").innerText(), /Kirkuk/);
  }));

test("a mark of several at one place lists them", () =>
  withPage({}, async (page) => {
    await page.locator("button.mark[aria-label*='2 incidents']").first().click();
    await page.waitForTimeout(100);
    const several = page.locator("button.mark:not(.area)[aria-label*='incidents']");
    for (let zooms = 0; zooms < 8 && (await page.locator("#panel").isHidden()); zooms++) await several.first().click();
    const items = page.locator("#panel-body button.link");
    await page.locator("#panel-body button.link, #panel-body h3").first().waitFor();
    if ((await items.count()) > 0) await items.first().click();
    await page.locator("#panel-body h3").first().waitFor();
  }));

test("the panel tells what, where and why, how far, each report, what disagrees, and the sources", () =>
  withPage({ fragment: `#incident=${erbil}` }, async (page) => {
    await page.waitForSelector("#panel-body h3");
    const words = await page.locator("#panel").innerText();
    for (const told of [
      /Where, and why there/, /is a name of Erbil International Airport/, /within 3\.0 km of the point/,
      /about 44 km \(38 to 49\)/, /least 38\.5 km, likely 43\.5 km, greatest 48\.5 km/, /not a flight path/,
      /The report/, /American Military News, 2020-10-01/, /Sources/,
    ]) assert.match(words, told);
    await page.goto(page.url().replace(erbil, "iraqi-base-2019-12-27"));
    await isTitled(page, /^Kirkuk$/);
    const differing = await page.locator("td.differs").allInnerTexts();
    assert.ok(differing.some((text) => /Kirkuk/.test(text)) && differing.some((text) => /Taji/.test(text)));
    assert.match(await page.locator("#panel").innerText(), /The reports disagree/);
  }));

test("pointing at an incident draws its possible area", () =>
  withPage({}, async (page) => {
    const drawn = page.locator(".leaflet-pointed-at-pane path");
    assert.equal(await drawn.count(), 0);
    await page.locator("#table [data-row]").filter({ hasText: "Kirkuk" }).hover();
    await page.waitForFunction(() => document.querySelectorAll(".leaflet-pointed-at-pane path").length > 0);
    await page.locator("h1").hover();
    assert.equal(await drawn.count(), 0);
  }));

test("there is a scale bar, but not where the map shows the world", () =>
  withPage({}, async (page) => {
    assert.equal(await page.locator(".leaflet-control-scale").count(), 1);
    for (let zoom = 0; zoom < 12; zoom++) await page.keyboard.press("Tab");
    const out = page.getByRole("button", { name: "Zoom out" });
    for (let i = 0; i < 4; i++) await out.click();
    assert.equal(await page.locator(".leaflet-control-scale").count(), 0);
    await page.getByRole("button", { name: "Whole map" }).click();
    assert.equal(await page.locator(".leaflet-control-scale").count(), 1);
  }));

test("what the map was made from is told, with the licence of what draws it", () =>
  withPage({}, async (page) => {
    await page.getByRole("button", { name: "About this map" }).click();
    const words = await page.locator("#about-body").innerText();
    for (const told of [/Cite as/, /GeoNames/, /Natural Earth/, /build_id/, /Redistribution and use in source and binary forms/]) {
      assert.match(words, told);
    }
    await page.keyboard.press("Escape");
    assert.ok(await page.locator("#about").isHidden());
  }));

test("on paper there are map, legend, table and the incident that was chosen, without controls", () =>
  withPage({ fragment: `#incident=${erbil}` }, async (page) => {
    await page.waitForSelector("#panel-body h3");
    await page.evaluate(() => {
      window.addEventListener("beforeprint", () => {
        const shows = (selector) => [...document.querySelectorAll(selector)].filter((e) => getComputedStyle(e).display !== "none").length;
        window.onPaper = {
          borders: document.querySelectorAll(".leaflet-base-pane path").length,
          canvases: shows("canvas"),
          controls: shows("#time-region, .tools, .leaflet-control-zoom, #filters"),
          parts: shows("#map, #legend, #panel, #map-words, #table-region"),
        };
      });
    });
    const pdf = await page.pdf({ format: "A4" });
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    const { borders, canvases, controls, parts } = await page.evaluate(() => window.onPaper);
    assert.ok(borders > 100);
    assert.deepEqual([canvases, controls, parts], [0, 0, 5]);
    assert.ok(await page.locator("#time-region").isVisible(), "the screen is as it was");
    assert.equal(await page.locator(".leaflet-base-pane path").count(), 0);
  }));

test("on a phone everything is there, and nothing is wider than the screen", () =>
  withPage({ viewport: phone }, async (page) => {
    for (const part of ["#map", "#time", "#legend", "#table"]) assert.ok(await page.locator(part).isVisible(), part);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= phone.width);
    await page.locator("#table [data-row]").filter({ hasText: "Kirkuk" }).tap();
    await isTitled(page, /^Kirkuk$/);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= phone.width);
  }));
