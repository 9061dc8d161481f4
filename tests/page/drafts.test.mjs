// SPDX-License-Identifier: MIT
// The map of a build with --drafts: what nobody confirmed is hollow, and the legend says so.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { barriers, close, desk, openBrowser, openPage, phone } from "./browser.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

test("what was confirmed is filled, a draft is hollow and called a draft, and the legend has a line for it", async () => {
  const opened = await openPage(browser, "drafts");
  const { page } = opened;
  const line = page.locator("#legend li.drafts");
  assert.equal(await line.count(), 1);
  assert.equal(await line.locator("input").count(), 0, "there is nothing to switch");
  const words = (await line.locator(".words").textContent()).trim();
  assert.match(words, /draft/i);
  const hollow = page.locator(`button.mark[aria-label*="(${words})"]`);
  const all = await page.locator("button.mark").count();
  assert.ok((await hollow.count()) > 0);
  assert.ok((await hollow.count()) < all, "one was confirmed");
  const filled = page.locator("[fill^='#']:not([fill='#ffffff'])");
  assert.equal(await hollow.filter({ has: filled }).count(), 0, "drafts are their edge alone");
  assert.equal(await page.locator("button.mark").filter({ has: filled }).count(), all - (await hollow.count()), "all else is filled");
  assert.equal(await line.locator(".sample [fill^='#']").count(), 0, "the line's sample is as drafts are");
  await close(opened);
});

test("a build without drafts has no line for them", async () => {
  const opened = await openPage(browser, "data");
  assert.equal(await opened.page.locator("#legend li.drafts").count(), 0);
  await close(opened);
});

for (const [name, options] of [["at a desk", { viewport: desk }], ["in the dark", { viewport: desk, colorScheme: "dark" }], ["on a phone", { viewport: phone }]]) {
  test(`axe finds nothing serious ${name}`, async () => {
    const opened = await openPage(browser, "drafts", options);
    assert.deepEqual(await barriers(opened.page), []);
    await close(opened);
  });
}
