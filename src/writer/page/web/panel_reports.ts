// SPDX-License-Identifier: MIT
// Each report of an incident beside the others, cells that disagree marked.
import type { Cell } from "./blocks.ts";
import { phrase } from "./language.ts";
import { element, sourceLink } from "./dom.ts";
import type { Model } from "./model.ts";
import { textOf } from "./panel.ts";

type Row = Map<string, Cell>;

/** Columns of `reports` that are not the report's own words. */
const made = new Set([
  "report_id", "incident_id", "source_id", "input_file", "input_row", "event_date", "date_start", "date_end",
  "date_precision", "status", "location", "place_id", "uncertainty_m", "method", "because", "match_score", "decided_by",
]);

/** Where the field of a disagreement stands in a report. */
const columnsOfField: Record<string, string[]> = {
  place: ["place", "place_words"],
  launch_place: ["launch_place", "launch_words"],
  event_date: ["event_date_text"],
};

/** What disagrees: `report id, column`. */
export function disagreeing(disagreements: Row[]): Set<string> {
  const cells = new Set<string>();
  for (const row of disagreements) {
    const field = textOf(row, "field");
    for (const side of ["report_id_a", "report_id_b"]) {
      for (const column of columnsOfField[field] ?? [field]) cells.add(`${textOf(row, side)}\n${column}`);
    }
  }
  return cells;
}

export function reportTable(model: Model, reports: Row[], disagreements: Row[]): HTMLElement {
  const marked = disagreeing(disagreements);
  const columns = (model.layer("reports")?.columns ?? []).filter(
    (column) => !made.has(column.name) && reports.some((report) => textOf(report, column.name) !== ""),
  );
  const head = element(
    "tr",
    {},
    element("th", { scope: "col" }, phrase("According to")),
    ...reports.map((report) => element("th", { scope: "col" }, heading(model, report))),
  );
  const rows = columns.map((column) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, column.title),
      ...reports.map((report) => {
        const differs = marked.has(`${textOf(report, "report_id")}\n${column.name}`);
        const mark = differs ? element("span", { class: "differs-mark" }, "≠", element("span", { class: "for-screen-readers" }, " differs: ")) : null;
        const words = textOf(report, column.name);
        return element("td", { dir: "auto", class: differs ? "differs" : null }, mark, mark ? " " : null, words);
      }),
    ),
  );
  const table = element("table", { class: "reports" }, element("thead", {}, head), element("tbody", {}, ...rows));
  return element("div", { class: "wide", tabindex: 0, role: "region", "aria-label": phrase("Reports side by side") }, table);
}

function heading(model: Model, report: Row): Node {
  const source = model.source(textOf(report, "source_id"));
  const row = textOf(report, "input_row");
  const publisher = textOf(source, "publisher") || textOf(source, "title") || textOf(report, "report_id");
  const published = textOf(source, "published");
  const words = published ? `${publisher}, ${published}` : publisher;
  return element("span", {}, sourceLink(words, textOf(source, "url")), row ? element("small", {}, ` row ${row}`) : null);
}
