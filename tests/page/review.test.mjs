// SPDX-License-Identifier: MIT
// The page to review drafts on: a person confirms, changes, rejects and adds, and takes the table away.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { barriers, close, desk, openBrowser, openPage, phone } from "./browser.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

/** The rows of a CSV text, each as an object. */
function rowsOf(text) {
  const rows = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    const row = rows.at(-1);
    if (quoted && c === '"' && text[i + 1] === '"') row[row.length - 1] += text[++i];
    else if (c === '"') quoted = !quoted;
    else if (c === "," && !quoted) row.push("");
    else if (c === "\n" && !quoted) rows.push([""]);
    else row[row.length - 1] += c;
  }
  const [head, ...body] = rows.filter((row) => row.length > 1);
  return body.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
}

const drafts = () => rowsOf(readFileSync(join(process.env.INCIDENTMAP_PAGES, "review", "texts.drafts.csv"), "utf8"));
const card = (page, i) => page.locator("#review-cards article").nth(i);

/** What the page's button gives, as a file and as rows. */
async function downloaded(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download the table" }).click()]);
  const folder = mkdtempSync(join(tmpdir(), "incidentmap review "));
  const file = join(folder, "texts.drafts.csv");
  await download.saveAs(file);
  return { folder, file, rows: rowsOf(readFileSync(file, "utf8")) };
}

test("every draft has its card, and none is settled", async () => {
  const opened = await openPage(browser, "review");
  const { page } = opened;
  assert.ok(drafts().length >= 3);
  assert.equal(await page.locator("#review-cards article").count(), drafts().length);
  assert.equal(await page.locator("#review-cards article.draft").count(), drafts().length);
  assert.match(await page.locator("#review-count").textContent(), new RegExp(`^${drafts().length} drafts, ${drafts().length} not settled`));
  await close(opened);
});

test("the words that a draft rests on are marked by their part, bystanders with the reason", async () => {
  const opened = await openPage(browser, "review");
  const { page } = opened;
  const first = drafts()[0];
  await card(page, 0).getByRole("button", { name: "Show in the text" }).click();
  const where = await page.locator("#review-text mark.where").first().textContent();
  assert.equal(where, first.place_words);
  for (const mark of await page.locator("#review-text mark.aside").all())
    assert.match(await mark.getAttribute("title"), /^not the place: ./);
  await close(opened);
});

test("confirm, change, reject and add, and the table says so, who and why", async () => {
  const opened = await openPage(browser, "review");
  const { page } = opened;
  const before = drafts();
  await page.getByLabel("Your name").fill("A. Reader");
  await card(page, 0).getByRole("button", { name: "Confirm" }).click();
  await card(page, 1).getByLabel("Place", { exact: true }).fill("Camp Taji");
  await card(page, 1).getByLabel("Why so settled").fill("the second source says so, \"plainly\"");
  await card(page, 1).getByLabel("Why so settled").press("Tab");
  await card(page, 2).getByRole("button", { name: "Reject" }).click();
  await page.getByRole("button", { name: "Add a report" }).click();
  const added = card(page, before.length);
  await added.getByLabel("Day", { exact: true }).fill("2021-03-02");
  await added.getByLabel("Place", { exact: true }).fill("=Kirkuk");
  await added.getByLabel("Place", { exact: true }).press("Tab");
  assert.match(await page.locator("#review-count").textContent(), new RegExp(`^${before.length + 1} drafts, ${before.length - 3} not settled`));

  const table = await downloaded(page);
  const [confirmed, changed, rejected] = table.rows;
  assert.deepEqual([confirmed.status, confirmed.status_by, confirmed.place], ["confirmed", "A. Reader", before[0].place]);
  assert.deepEqual([changed.status, changed.place, changed.status_why], ["changed", "Camp Taji", 'the second source says so, "plainly"']);
  assert.equal(rejected.status, "rejected");
  const last = table.rows.at(-1);
  assert.deepEqual([last.status, last.event_date, last.place], ["added", "2021-03-02", "'=Kirkuk"], "no spreadsheet runs a cell");
  assert.deepEqual(table.rows.slice(0, before.length).map((row) => row.draft_id), before.map((row) => row.draft_id));

  const told = execFileSync(process.env.INCIDENTMAP_PROGRAM, ["build", table.file, "-o", join(table.folder, "out"), "-f", "geojson", "--no-decisions"], { encoding: "utf8", stdio: "pipe" });
  assert.match(told, /3 incidents|3 reports/, "confirmed, changed and added are built");
  rmSync(table.folder, { recursive: true });
  await close(opened);
});

test("a draft is hollow on the map, and filled once it is settled", async () => {
  const opened = await openPage(browser, "review");
  const { page } = opened;
  const filled = () => page.locator("#map path[fill-opacity='1']").count();
  assert.equal(await filled(), 0);
  await card(page, 0).getByRole("button", { name: "Confirm" }).click();
  assert.ok((await filled()) > 0);
  await card(page, 0).getByRole("button", { name: "Open again" }).click();
  assert.equal(await filled(), 0);
  await close(opened);
});

for (const [name, options] of [["at a desk", { viewport: desk }], ["in the dark", { viewport: desk, colorScheme: "dark" }], ["on a phone", { viewport: phone }]]) {
  test(`axe finds nothing serious ${name}`, async () => {
    const opened = await openPage(browser, "review", options);
    assert.deepEqual(await barriers(opened.page), []);
    await close(opened);
  });
}
