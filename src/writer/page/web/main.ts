// SPDX-License-Identifier: MIT
// The page: puts its parts together.
import { prepareAbout } from "./about.ts";
import { followAddress, followLanguage } from "./address.ts";
import { Charts } from "./charts.ts";
import { announce, byId, element } from "./dom.ts";
import { FilterPanel } from "./filter_panel.ts";
import { beginIn, chooseLanguage, isLanguage, language, languages, onLanguage, phrase, t, translateSkeleton } from "./language.ts";
import { Legend } from "./legend.ts";
import { MapPanel } from "./map.ts";
import { Model } from "./model.ts";
import { NotMapped } from "./not_mapped.ts";
import { Panel } from "./panel.ts";
import { Search } from "./search.ts";
import { prepareSharing } from "./sharing.ts";
import { Table } from "./table.ts";
import { Timeline } from "./timeline.ts";
import { View } from "./view.ts";
import { spotText } from "./words.ts";

function headings(model: Model): void {
  const { about } = model;
  byId("title").textContent = about.title;
  byId("subtitle").textContent = about.subtitle;
  byId("empty-area").textContent = phrase(about.empty_area);
  byId("boundaries").textContent = phrase(about.boundaries);
  byId("map-note").textContent = about.note ?? "";
  byId("map-note").hidden = !about.note;
  const sources = about.publishers.length > 0 ? ` ${t("sources_line", { names: about.publishers.slice(0, 40).join(", ") })}` : "";
  // Among words from right to left its letters and digits would be put apart.
  const build = language() === "ar" ? `\u2068${about.build_id}\u2069` : about.build_id;
  byId("footer").textContent = `${about.credit}${sources} ${phrase("Build")} ${build}.`;
  byId("footer").dir = "auto";
}

function prepareLanguage(): void {
  const choice = byId<HTMLSelectElement>("language");
  choice.append(...languages.map(([code, name]) => element("option", { value: code, lang: code }, name)));
  choice.value = language();
  choice.addEventListener("change", () => {
    if (isLanguage(choice.value)) chooseLanguage(choice.value);
  });
  onLanguage(() => (choice.value = language()));
}

/** The map, the legend and the time alone: where the page was made so, or with `?embed`, unless with `?whole`. */
function followEmbedding(model: Model): void {
  const asked = new URLSearchParams(location.search);
  if (asked.has("embed") || (model.about.embedded === 1 && !asked.has("whole"))) document.documentElement.classList.add("embed");
}

function followDevice(map: MapPanel): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => map.recoloured());
  new ResizeObserver(() => map.resized()).observe(byId("map"));
  const paper = document.documentElement.classList;
  let undo = () => {};
  window.addEventListener("beforeprint", () => (undo = map.onPaper(() => paper.add("printing"))));
  window.addEventListener("afterprint", () => {
    paper.remove("printing");
    undo();
  });
  byId("print").addEventListener("click", () => window.print());
}

async function start(): Promise<void> {
  const model = new Model();
  await model.load();
  const view = new View(model);
  followEmbedding(model);
  beginIn(model.about.language);
  followLanguage();
  translateSkeleton();
  prepareLanguage();
  headings(model);
  onLanguage(() => headings(model));
  new Legend(view);
  new FilterPanel(view);
  new Charts(view);
  new NotMapped(view);
  const panel = new Panel(view);
  const showTogether = (spots: number[], title: string) => panel.showTogether(spots, title);
  const map = new MapPanel(byId("map"), view, showTogether);
  const table = new Table(view);
  new Timeline(view, model.days);
  new Search(view, map, showTogether);
  prepareAbout(model);
  prepareSharing(view, map);
  byId("show-all").addEventListener("click", () => map.showAll());
  document.querySelector(".skip")?.addEventListener("click", (event) => {
    event.preventDefault();
    table.focus();
  });
  view.onChange((change) => {
    if (change === "selected" && view.selectedSpot >= 0) announce(`Chosen: ${spotText(model, view.selectedSpot)}`);
  });
  followDevice(map);
  followAddress(view);
  document.documentElement.dataset.ready = "true";
}

void start();
