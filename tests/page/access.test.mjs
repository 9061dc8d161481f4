// SPDX-License-Identifier: MIT
// The page without a mouse, and for a screen reader.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { barriers, close, desk, openBrowser, openPage, phone } from "./browser.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

const focused = (page) => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent);

test("the first tab stop skips the map, and arrow keys and Enter work in the table", async () => {
  const opened = await openPage(browser, "data");
  const { page } = opened;
  await page.keyboard.press("Tab");
  assert.match(await focused(page), /^Skip the map/);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("role")), "grid");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  const row = page.locator(`#${await page.locator("[role=grid]").getAttribute("aria-activedescendant")}`);
  const words = await row.innerText();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "panel-title");
  assert.ok(words.includes(await page.locator("#panel-title").textContent()));
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("role")), "grid");
  assert.ok(await page.locator("#panel").isHidden());
  await close(opened);
});

test("the marks are one tab stop, and arrow keys go from one to the next in their direction", async () => {
  const opened = await openPage(browser, "data");
  const { page } = opened;
  assert.equal(await page.locator("button.mark[tabindex='0']").count(), 1);
  await page.locator("button.mark[aria-label^='Kirkuk']").focus();
  await page.keyboard.press("ArrowUp");
  const above = await focused(page);
  assert.doesNotMatch(above, /^Kirkuk/);
  const tops = await page.evaluate(() => [
    document.activeElement.getBoundingClientRect().top,
    document.querySelector("button.mark[aria-label^='Kirkuk']").getBoundingClientRect().top,
  ]);
  assert.ok(tops[0] < tops[1]);
  assert.equal(await page.locator("button.mark[tabindex='0']").count(), 1);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => !document.querySelector("#panel").hidden || document.querySelectorAll("button.mark").length > 0);
  await close(opened);
});

test("the dialog keeps the focus, and gives it back", async () => {
  const opened = await openPage(browser, "data");
  const { page } = opened;
  await page.getByRole("button", { name: "About this map" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("#about[open]");
  for (let i = 0; i < 3; i++) await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  assert.equal(await focused(page), "About this map");
  await close(opened);
});

test("somebody who wants no motion gets none", async () => {
  const context = await browser.newContext({ reducedMotion: "reduce", viewport: desk });
  const opened = await openPage({ newPage: () => context.newPage() }, "data");
  const moving = await opened.page.evaluate(() => document.getAnimations().length);
  assert.equal(moving, 0);
  await close(opened);
  await context.close();
});

for (const [name, options] of [
  ["at a desk", { viewport: desk }],
  ["in the dark", { viewport: desk, colorScheme: "dark" }],
  ["on a phone", { viewport: phone }],
  ["on a phone in the dark", { viewport: phone, colorScheme: "dark" }],
]) {
  test(`axe finds nothing serious ${name}: as it opens, with an incident, with the dialog`, async () => {
    const opened = await openPage(browser, "data", options);
    const { page } = opened;
    assert.deepEqual(await barriers(page), []);
    await page.locator("#table [data-row]").filter({ hasText: "Kirkuk" }).click();
    await page.waitForSelector("#panel-body h3");
    assert.deepEqual(await barriers(page), []);
    await page.getByRole("button", { name: "About this map" }).click();
    await page.waitForSelector("#about[open]");
    assert.deepEqual(await barriers(page), []);
    await close(opened);
  });
}
