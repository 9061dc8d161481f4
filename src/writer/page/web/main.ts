// SPDX-License-Identifier: MIT
// The page: puts its parts together.
import { prepareAbout } from "./about.ts";
import { announce, byId } from "./dom.ts";
import { Legend } from "./legend.ts";
import { MapPanel } from "./map.ts";
import { Model } from "./model.ts";
import { NotMapped } from "./not_mapped.ts";
import { Panel } from "./panel.ts";
import { Search } from "./search.ts";
import { Table } from "./table.ts";
import { Timeline } from "./timeline.ts";
import { View } from "./view.ts";
import { spotText } from "./words.ts";

function headings(model: Model): void {
  const { about } = model;
  byId("title").textContent = about.title;
  byId("subtitle").textContent = about.subtitle;
  byId("empty-area").textContent = about.empty_area;
  byId("boundaries").textContent = about.boundaries;
  byId("map-note").textContent = about.note ?? "";
  byId("map-note").hidden = !about.note;
  const sources = about.publishers.length > 0 ? ` Sources: ${about.publishers.slice(0, 40).join(", ")}.` : "";
  byId("footer").textContent = `${about.credit}${sources} Build ${about.build_id}.`;
  byId("footer").dir = "auto";
}

/** The incident that the address names: `#incident=ID`. */
function incidentOfAddress(model: Model): number {
  const named = new URLSearchParams(location.hash.slice(1)).get("incident");
  return named === null ? -1 : model.incidentNumber(named);
}

function followAddress(view: View): void {
  const open = () => {
    const incident = incidentOfAddress(view.model);
    if (incident >= 0 && incident !== view.selected) view.select(incident);
  };
  view.onChange((change) => {
    if (change !== "selected") return;
    const fragment = view.selected < 0 ? "" : `#${new URLSearchParams({ incident: view.model.incidents.id[view.selected] })}`;
    try {
      history.replaceState(null, "", location.pathname + location.search + fragment);
    } catch {
      // A page that is shown inside another may not change its address.
    }
  });
  window.addEventListener("hashchange", open);
  open();
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
  headings(model);
  const view = new View(model);
  new Legend(view);
  new NotMapped(view);
  const panel = new Panel(view);
  const showTogether = (spots: number[], title: string) => panel.showTogether(spots, title);
  const map = new MapPanel(byId("map"), view, showTogether);
  const table = new Table(view);
  new Timeline(view, model.days);
  new Search(view, map, showTogether);
  prepareAbout(model);
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
