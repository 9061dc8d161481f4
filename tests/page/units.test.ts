// SPDX-License-Identifier: MIT
// The parts of the page's front end that need no browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { integers, none, rowOf, texts } from "../../src/writer/page/web/blocks.ts";
import { dayOf, dayText, mayBeIn, spansOf, spanText, startOf } from "../../src/writer/page/web/dates.ts";
import { webAddress } from "../../src/writer/page/web/dom.ts";
import { folded } from "../../src/writer/page/web/fold.ts";
import { boundsText, saidBy } from "../../src/writer/page/web/panel.ts";
import { disagreeing } from "../../src/writer/page/web/panel_reports.ts";
import { blocksOf } from "../../src/writer/page/web/plain_markdown.ts";
import { areaOf, bordersOf, largestRing, linesOf, positionInside } from "../../src/writer/page/web/shapes.ts";
import { stacksAt, stacksOf } from "../../src/writer/page/web/stacks.ts";
import { scrollFor, windowAt } from "../../src/writer/page/web/table_window.ts";
import { metresText } from "../../src/writer/page/web/words.ts";

test("days are counted from 1970-01-01, before it too", () => {
  assert.equal(dayOf(1970, 1, 1), 0);
  assert.equal(dayText(dayOf(2020, 2, 29)), "2020-02-29");
  assert.equal(dayText(dayOf(1969, 12, 31)), "1969-12-31");
  assert.equal(dayText(dayOf(99, 1, 1)), "0099-01-01");
});

test("weeks begin on Monday, also before 1970", () => {
  assert.equal(dayText(startOf("week", dayOf(2020, 7, 26))), "2020-07-20");
  assert.equal(dayText(startOf("week", dayOf(2020, 7, 27))), "2020-07-27");
  assert.equal(dayText(startOf("week", dayOf(1969, 12, 30))), "1969-12-29");
});

test("spans of a unit hold every day once", () => {
  const whole = { first: dayOf(2019, 11, 15), last: dayOf(2020, 3, 1) };
  for (const unit of ["day", "week", "month", "quarter", "year"] as const) {
    const spans = spansOf(unit, whole);
    assert.ok(spans[0].first <= whole.first && spans[spans.length - 1].last >= whole.last, unit);
    for (let i = 1; i < spans.length; i++) assert.equal(spans[i].first, spans[i - 1].last + 1, unit);
  }
  assert.deepEqual(spansOf("all", whole), [whole]);
  assert.equal(spansOf("month", whole).length, 5);
  assert.equal(spanText("month", spansOf("month", whole)[3]), "February 2020");
  assert.equal(spanText("quarter", spansOf("quarter", whole)[1]), "Quarter 1 of 2020");
});

test("what is known to the month only may have happened on each of its days, and on no other", () => {
  const first = dayOf(2020, 6, 1);
  const last = dayOf(2020, 6, 30);
  assert.ok(mayBeIn(first, last, { first: dayOf(2020, 6, 17), last: dayOf(2020, 6, 17) }));
  assert.ok(mayBeIn(first, last, { first: last, last: dayOf(2020, 8, 1) }));
  assert.ok(!mayBeIn(first, last, { first: dayOf(2020, 7, 1), last: dayOf(2020, 7, 1) }));
});

test("only addresses of the web become links", () => {
  assert.equal(webAddress("https://example.org/a"), "https://example.org/a");
  assert.equal(webAddress(" http://example.org "), "http://example.org/");
  for (const bad of ["javascript:alert(1)", "data:text/html,x", "//example.org", "file:///etc", "java\nscript:1", "https://", ""]) {
    assert.equal(webAddress(bad), null, bad);
  }
});

test("a search knows no case, no marks on letters and no forms of alef and yeh", () => {
  assert.equal(folded("  Qaryat Shaykh ʻĀmir "), folded("qaryat shaykh ʻamir"));
  assert.equal(folded("أربيل"), folded("اربيل"));
  assert.equal(folded("الكاظمية"), folded("الكاظميه"));
  assert.equal(folded("کرکوک"), folded("كركوك"));
});

test("marks that would hide one another are one, those apart stay apart", () => {
  const stacks = stacksAt(12, [0, 5, 100], [0, 5, 0], [7, 8, 9], 3, 10);
  assert.deepEqual(stacks?.map(({ members, count }) => [members, count]), [[[7, 8], 2], [[9], 1]]);
  assert.equal(stacksAt(12, [0, 50, 100], [0, 0, 0], [1, 2, 3], 3, 2), null);
});

test("none of many marks is lost, and there are at most 300 of them", () => {
  const count = 50_000;
  const xs = Float64Array.from({ length: count }, (_, i) => (i * 7919) % 1300);
  const ys = Float64Array.from({ length: count }, (_, i) => (i * 104729) % 850);
  const stacks = stacksOf(xs, ys, Int32Array.from(xs.keys()), count);
  assert.ok(stacks.length > 10 && stacks.length <= 300);
  assert.equal(stacks.reduce((sum, stack) => sum + stack.count, 0), count);
});

test("columns of several blocks are joined, each with its own texts", () => {
  const blocks = [
    { texts: ["Taji"], columns: { place: [0, null], count: [3, null] } },
    { texts: ["Erbil"], columns: { place: [0], count: [-1] } },
  ];
  assert.deepEqual(texts(blocks, "place"), ["Taji", "", "Erbil"]);
  assert.deepEqual([...integers(blocks, "count")], [3, none, -1]);
  assert.deepEqual([...rowOf([1, "x", 0, 5], [{ name: "a" }, { name: "b" }])], [["b", "x"], ["a", 5]]);
});

test("shapes are steps from one position to the next", () => {
  assert.deepEqual(linesOf([[4400000, 3300000, 100000, -50000]], 100_000), [[[44, 33], [45, 32.5]]]);
  const area = areaOf([[[0, 0, 10, 0, 0, 10, -10, 0]], [[20, 20, 1, 0, 0, 1]]], 10);
  assert.deepEqual(largestRing(area), [[0, 0], [1, 0], [1, 1], [0, 1]]);
  const inside = positionInside([[0, 0], [4, 0], [4, 1], [1, 1], [1, 4], [0, 4]]);
  assert.ok(inside && (inside[0] < 1 || inside[1] < 1), "a name stands inside an area that is bent");
  assert.equal(positionInside([]), null);
});

test("where an area was only cut there is no border", () => {
  const square: [number, number][] = [[0, 0], [4, 0], [4, 4], [0, 4]];
  assert.deepEqual(bordersOf([[square]]), [[...square, [0, 0]]]);
  const atTheEdge: [number, number][] = [[170, 60], [180, 60], [180, 70], [170, 70]];
  assert.deepEqual(bordersOf([[atTheEdge]]), [[[170, 60], [180, 60]], [[180, 70], [170, 70], [170, 60]]]);
  assert.deepEqual(bordersOf([[[[30, 65], [170, 65], [170, 70]]]]), [[[170, 65], [170, 70]]]);
});

test("a long table has those rows that can be seen", () => {
  assert.deepEqual(windowAt(0, 300, 30, 100_000, 2), { first: 0, end: 12 });
  assert.deepEqual(windowAt(2_999_700, 300, 30, 100_000, 2), { first: 99_988, end: 100_000 });
  assert.deepEqual(windowAt(500, 300, 30, 0), { first: 0, end: 0 });
  assert.equal(scrollFor(5, 0, 300, 30), 0);
  assert.equal(scrollFor(20, 0, 300, 30), 330);
  assert.equal(scrollFor(1, 300, 300, 30), 30);
});

test("numbers say what the reports bear", () => {
  assert.equal(boundsText("3", "3", "3"), "3");
  assert.equal(boundsText("30", "", ""), "at least 30");
  assert.equal(boundsText("4", "", "6"), "4 to 6");
  assert.equal(boundsText("", "", "20"), "up to 20");
  assert.equal(boundsText("", "", ""), "");
  assert.equal(metresText(850), "850 m");
  assert.equal(metresText(2_500), "2.5 km");
  assert.equal(metresText(23_400), "23 km");
});

test("each claim is told with who makes it", () => {
  assert.equal(saidBy("A | B", "x | y"), "A (according to x)\nB (according to y)");
  assert.equal(saidBy("A | B", "x"), "A\nB\naccording to x");
  assert.equal(saidBy("A", ""), "A");
});

test("both sides of a disagreement are marked, in the columns that it is about", () => {
  const row = new Map([["field", "place"], ["report_id_a", "r1"], ["report_id_b", "r2"]]);
  assert.deepEqual([...disagreeing([row])], ["r1\nplace", "r1\nplace_words", "r2\nplace", "r2\nplace_words"]);
});

test("the note on methods is headings, lists, tables and paragraphs; markup in it is text", () => {
  const note = "# Methods\n\nTwo\nlines <b>bold</b>.\n\n* one\n  more\n* `two`\n\n| a | b |\n|---|---:|\n| 1 | x\\|y |\n";
  assert.deepEqual(blocksOf(note), [
    { kind: "heading", level: 1, text: "Methods" },
    { kind: "paragraph", text: "Two lines <b>bold</b>." },
    { kind: "list", items: ["one more", "two"] },
    { kind: "table", head: ["a", "b"], rows: [["1", "x|y"]] },
  ]);
});

test("what the note on methods has escaped stands for itself", () => {
  const text = (markdown: string) => (blocksOf(markdown)[0] as { text: string }).text;
  assert.equal(text("\\<b\\> \\*not\\* **bold** 3 * 4"), "<b> *not* bold 3 * 4");
  assert.equal(text("``a ` b`` and `http://example.org`"), "a ` b and http://example.org");
  assert.equal(text("a ` alone"), "a ` alone");
  assert.deepEqual(blocksOf("| x |\n| --- |\n| `a\\|b` \\\\ |")[0], { kind: "table", head: ["x"], rows: [["a|b \\"]] });
});
