// SPDX-License-Identifier: MIT
// Large builds, on a page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { barriers, close, openBrowser, openPage, phone, shownCount } from "./browser.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

/** Runs in the page, and gives how long the main thread was busy with it, in ms. */
async function busy(page, work) {
  return page.evaluate(async (source) => {
    const start = performance.now();
    (0, eval)(source);
    document.body.getBoundingClientRect();
    return performance.now() - start;
  }, work);
}

for (const [name, seconds, ms] of [
  ["10000", 5, 400],
  ["100000", 5, 1_500],
]) {
  test(`${name} incidents open within ${seconds} s, and can be used`, { timeout: 280_000 }, async (context) => {
    let opened;
    for (let tries = 0; tries < 3; tries++) {
      if (opened) await close(opened);
      opened = await openPage(browser, name);
      if (opened.seconds < seconds) break;
    }
    context.diagnostic(`opened in ${opened.seconds} s`);
    assert.ok(opened.seconds < seconds, `opened in ${opened.seconds} s`);
    const { page } = opened;
    assert.equal(await shownCount(page), Number(name));
    assert.ok((await page.locator("button.mark").count()) <= 700);
    assert.ok((await page.locator("#table [data-row]").count()) < 60);

    const month = await busy(
      page,
      "document.querySelector('#time-unit').value = 'month'; document.querySelector('#time-unit').dispatchEvent(new Event('change'))",
    );
    const sort = await busy(page, "document.querySelector('#table .place button').click()");
    context.diagnostic(`a month ${Math.round(month)} ms, sorted ${Math.round(sort)} ms`);
    assert.ok(month < ms, `a month is shown in ${month} ms`);
    assert.ok((await shownCount(page)) < Number(name) / 20);
    await page.locator("#time-unit").selectOption("all");

    await page.locator("#search").fill("r-rutba");
    await page.locator("#search").fill("i4242");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("#panel-body .id code")?.textContent === "i4242");
    assert.match(await page.locator("#panel").innerText(), /Made-up report 4242/);
    await page.locator("[role=grid]").focus();
    await page.keyboard.press("End");
    const last = page.locator(`#${await page.locator("[role=grid]").getAttribute("aria-activedescendant")}`);
    assert.ok(await last.isVisible());
    assert.deepEqual(await barriers(page), []);
    await close(opened);
  });
}

test("100,000 incidents on a phone's width", { timeout: 120_000 }, async () => {
  const opened = await openPage(browser, "100000", { viewport: phone });
  assert.equal(await shownCount(opened.page), 100_000);
  assert.ok((await opened.page.evaluate(() => document.documentElement.scrollWidth)) <= phone.width);
  assert.deepEqual(await barriers(opened.page), []);
  await close(opened);
});
