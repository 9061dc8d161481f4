// SPDX-License-Identifier: MIT
// What the map was made from: sources, methods, gazetteers, licences, how to cite it.
import { byId, dataText, element } from "./dom.ts";
import { onLanguage, phrase, t } from "./language.ts";
import type { Model } from "./model.ts";
import { sourceItem, textOf } from "./panel.ts";
import { blocksOf } from "./plain_markdown.ts";
import { type Cells, readBlocks, rowOf } from "./blocks.ts";

declare const LEAFLET_LICENCE: string;

const mostSources = 500;

function list(items: Node[]): HTMLElement {
  return element("ul", {}, ...items.map((item) => element("li", {}, item)));
}

function table(title: string, head: string[], rows: string[][]): HTMLElement {
  const row = (cells: string[], tag: "th" | "td") => element("tr", {}, ...cells.map((cell) => element(tag, { dir: "auto" }, cell)));
  const body = element("tbody", {}, ...rows.map((cells) => row(cells, "td")));
  const drawn = element("table", {}, head.length > 0 ? element("thead", {}, row(head, "th")) : null, body);
  return element("div", { class: "wide", tabindex: 0, role: "region", "aria-label": title }, drawn);
}

/** The note on methods, its headings below those of the dialog. */
function methods(markdown: string): Node[] {
  return blocksOf(markdown).map((block) => {
    switch (block.kind) {
      case "heading":
        return element(block.level <= 2 ? "h3" : "h4", { dir: "auto" }, block.text);
      case "list":
        return list(block.items.map((item) => dataText(item)));
      case "table":
        return table(block.head.join(", ") || "Table", block.head, block.rows);
      default:
        return element("p", { dir: "auto" }, block.text);
    }
  });
}

function citation(model: Model): string {
  const { about } = model;
  return `${about.title}. ${about.credit} Build ${about.build_id}.`;
}

async function content(model: Model): Promise<Node[]> {
  const { about, base } = model;
  const sources = readBlocks<{ rows: { cells: Cells }[] }>("sources").flatMap(({ rows }) => rows);
  const columns = model.layer("sources")?.columns ?? [];
  const parts: Node[] = [
    element("p", {}, element("strong", {}, phrase(about.empty_area)), ` ${phrase(about.boundaries)}`),
    dataText(about.count, "p"),
  ];
  if (about.note) parts.push(dataText(about.note, "p"));
  if (about.methods) {
    parts.push(...methods(about.methods));
  } else {
    parts.push(element("h3", {}, phrase("Cite as")), dataText(citation(model), "p"));
  }
  parts.push(element("p", {}, `${phrase("Build")} `, element("code", {}, about.build_id), `, incidentmap ${about.version}`));
  if (sources.length > 0) {
    parts.push(element("h3", {}, phrase("Sources of the reports")));
    parts.push(list(sources.slice(0, mostSources).map(({ cells }) => sourceItem(rowOf(cells, columns)))));
    if (sources.length > mostSources) parts.push(element("p", {}, t("and_more", { count: sources.length - mostSources })));
  }
  const findings = await model.generalFindings();
  if (findings.length > 0) {
    parts.push(element("h3", {}, phrase("Things to check in the input")));
    parts.push(list(findings.map((row) => dataText(`${textOf(row, "severity")}: ${textOf(row, "sentence")}`))));
  }
  parts.push(element("h3", {}, phrase("Borders, names and licences")));
  parts.push(list([...(about.tiles ? [about.tiles.attribution] : []), ...base.attributions].map((attribution) => dataText(attribution))));
  parts.push(element("h3", {}, phrase("What went into this build")), table(phrase("What went into this build"), ["what", "name", "value"].map(phrase), about.build));
  parts.push(element("h3", {}, phrase("The program of this page")));
  parts.push(element("p", {}, phrase("Drawn with Leaflet 1.9.4, which is under the BSD 2-clause licence:")));
  parts.push(element("pre", {}, LEAFLET_LICENCE));
  return parts;
}

/** Fills the dialog when it is first opened. */
export function prepareAbout(model: Model): void {
  const dialog = byId<HTMLDialogElement>("about");
  const body = byId("about-body");
  byId("open-about").addEventListener("click", async () => {
    if (body.childElementCount === 0) body.replaceChildren(...(await content(model)));
    dialog.showModal();
  });
  onLanguage(() => body.replaceChildren());
  byId("close-about").addEventListener("click", () => dialog.close());
}
