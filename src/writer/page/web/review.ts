// SPDX-License-Identifier: MIT
// The review page: the text, the drafts, the map; a person settles each draft and downloads the table.
import * as L from "leaflet";
import { rawBlocks, readBlock, readLateBlock } from "./blocks.ts";
import { byId, dataText, element } from "./dom.ts";
import { BaseLayer, colour } from "./map_base.ts";
import type { BaseMap, Model } from "./model.ts";

interface Place {
  lon: number;
  lat: number;
  uncertainty_m: number;
}

interface Mark {
  begin: number;
  end: number;
  cell: string;
  note: string;
}

interface Draft {
  cells: string[];
  marks: Mark[];
  aside: Mark[];
  place: Place | null;
  launch: Place | null;
}

interface Review {
  columns: string[];
  texts: { name: string; text: string }[];
  drafts: Draft[];
  steps_a_degree: number;
}

const shown: [string, string][] = [
  ["event_date", "Day"],
  ["place", "Place"],
  ["country", "Country"],
  ["launch_place", "Launched from"],
  ["weapon", "Weapon"],
  ["weapon_count", "How many"],
  ["killed", "Killed"],
  ["injured", "Injured"],
  ["attributed_to", "Attributed to"],
  ["claimed_by", "Claimed by"],
  ["denied_by", "Denied by"],
  ["status_why", "Why so settled"],
];

/** The colour that a cell's words are underlined in. */
function roleOf(cell: string): string {
  if (cell.startsWith("launch")) return "launch";
  if (cell === "event_date") return "when";
  if (cell === "killed" || cell === "injured") return "toll";
  if (cell.startsWith("place") || cell === "country" || cell === "admin1") return "where";
  return "other";
}

/** A cell as RFC 4180 has it; one that a spreadsheet would run has an apostrophe before it. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvText(columns: string[], rows: string[][]): string {
  return [columns, ...rows].map((row) => row.map(csvCell).join(",") + "\n").join("");
}

class ReviewPage {
  private chosen = 0;
  private readonly map: L.Map;
  private readonly marks = L.layerGroup();

  constructor(
    private readonly review: Review,
    base: BaseMap,
  ) {
    this.map = L.map("map", { attributionControl: false, worldCopyJump: true, minZoom: 1, maxZoom: 14 });
    const model = { about: { steps_a_degree: review.steps_a_degree }, base } as unknown as Model;
    this.map.setView([20, 20], 2);
    const names = new BaseLayer(this.map, model);
    this.map.on("moveend zoomend", () => names.drawNames([]));
    this.marks.addTo(this.map);
    this.fit();
    names.drawNames([]);
    byId("review-add").addEventListener("click", () => this.add());
    byId("review-download").addEventListener("click", () => this.download());
    this.draw();
  }

  private index(column: string): number {
    return this.review.columns.indexOf(column);
  }
  private cell(draft: Draft, column: string): string {
    return draft.cells[this.index(column)] ?? "";
  }
  private set(draft: Draft, column: string, value: string): void {
    draft.cells[this.index(column)] = value;
  }

  private settle(draft: Draft, status: string): void {
    this.set(draft, "status", status);
    this.set(draft, "status_by", byId<HTMLInputElement>("review-by").value.trim());
    this.draw();
  }

  private change(draft: Draft, column: string, value: string): void {
    if (this.cell(draft, column) === value) return;
    this.set(draft, column, value);
    if (column !== "status_why" && this.cell(draft, "status") !== "added") this.set(draft, "status", "changed");
    this.set(draft, "status_by", byId<HTMLInputElement>("review-by").value.trim());
    if (column === "place") draft.place = null;
    if (column === "launch_place") draft.launch = null;
    this.drawMap();
    this.tell();
  }

  private add(): void {
    const cells = this.review.columns.map(() => "");
    const draft: Draft = { cells, marks: [], aside: [], place: null, launch: null };
    const added = this.review.drafts.filter((one) => this.cell(one, "draft_id").startsWith("added-")).length;
    this.set(draft, "draft_id", `added-${added + 1}`);
    this.set(draft, "report_id", `added-${added + 1}`);
    this.set(draft, "status", "added");
    this.set(draft, "status_by", byId<HTMLInputElement>("review-by").value.trim());
    const current = this.review.drafts[this.chosen];
    this.set(draft, "text_file", current ? this.cell(current, "text_file") : (this.review.texts[0]?.name ?? ""));
    this.review.drafts.push(draft);
    this.chosen = this.review.drafts.length - 1;
    this.draw();
  }

  private choose(i: number): void {
    this.chosen = i;
    this.draw();
    const place = this.review.drafts[i]?.place;
    if (place) this.map.setView([place.lat, place.lon], Math.max(this.map.getZoom(), 7));
  }

  private draw(): void {
    this.drawText();
    this.drawCards();
    this.drawMap();
    this.tell();
  }

  private tell(): void {
    const open = this.review.drafts.filter((draft) => this.cell(draft, "status") === "draft").length;
    byId("review-count").textContent = `${this.review.drafts.length} drafts, ${open} not settled. Nothing is on a map until you confirm it.`;
  }

  private drawText(): void {
    const draft = this.review.drafts[this.chosen];
    const name = draft ? this.cell(draft, "text_file") : (this.review.texts[0]?.name ?? "");
    const text = this.review.texts.find((one) => one.name === name);
    const region = byId("review-text");
    const words = element("div", { class: "words", dir: "auto" });
    const points = Array.from(text?.text ?? "");
    const marks = draft ? [...draft.marks, ...draft.aside.map((mark) => ({ ...mark, cell: "" }))] : [];
    marks.sort((a, b) => a.begin - b.begin || b.end - a.end);
    let at = 0;
    for (const mark of marks) {
      if (mark.begin < at) continue;
      words.append(points.slice(at, mark.begin).join(""));
      const kind = mark.cell === "" ? "aside" : roleOf(mark.cell);
      const title = mark.cell === "" ? `not the place: ${mark.note}` : `${mark.cell}: ${mark.note}`;
      words.append(element("mark", { class: kind, title }, points.slice(mark.begin, mark.end).join("")));
      at = mark.end;
    }
    words.append(points.slice(at).join(""));
    region.replaceChildren(element("h2", {}, name), words);
    region.querySelector("mark:not(.aside)")?.scrollIntoView({ block: "center" });
  }

  private drawCards(): void {
    byId("review-cards").replaceChildren(...this.review.drafts.map((draft, i) => this.card(draft, i)));
  }

  private card(draft: Draft, i: number): HTMLElement {
    const status = this.cell(draft, "status");
    const card = element("article", { class: `card ${status}${i === this.chosen ? " chosen" : ""}` });
    const show = element("button", { type: "button" }, "Show in the text");
    show.addEventListener("click", () => this.choose(i));
    card.append(
      element("h3", {}, dataText(`${this.cell(draft, "event_date") || "no day"}, ${this.cell(draft, "place") || "no place"}`), ` (${status}, ${this.cell(draft, "confidence") || "by hand"})`),
      dataText(this.cell(draft, "quote"), "blockquote"),
      element("p", { class: "why" }, dataText(this.cell(draft, "why"))),
    );
    for (const [column, title] of shown) {
      const input = element("input", { type: "text", dir: "auto" });
      input.value = this.cell(draft, column);
      input.addEventListener("change", () => this.change(draft, column, input.value.trim()));
      card.append(element("label", {}, element("span", {}, title), input));
    }
    const buttons = element("p", {}, show);
    for (const [word, to] of [["Confirm", "confirmed"], ["Reject", "rejected"], ["Open again", "draft"]]) {
      const button = element("button", { type: "button" }, word);
      button.addEventListener("click", () => {
        this.chosen = i;
        this.settle(draft, to);
      });
      buttons.append(" ", button);
    }
    card.append(buttons);
    return card;
  }

  private drawMap(): void {
    this.marks.clearLayers();
    this.review.drafts.forEach((draft, i) => {
      const status = this.cell(draft, "status");
      if (!draft.place || status === "rejected") return;
      const settled = status !== "draft";
      const ink = colour(i === this.chosen ? "--chosen" : "--area");
      const at: L.LatLngTuple = [draft.place.lat, draft.place.lon];
      this.marks.addLayer(L.circle(at, { radius: draft.place.uncertainty_m, color: ink, weight: 1, fill: false, dashArray: "3 4", interactive: false }));
      const point = L.circleMarker(at, { radius: 8, color: ink, weight: 2, fill: true, fillColor: ink, fillOpacity: settled ? 1 : 0 });
      point.bindTooltip(dataText(this.cell(draft, "place")));
      point.on("click", () => this.choose(i));
      this.marks.addLayer(point);
      if (!draft.launch) return;
      const from: L.LatLngTuple = [draft.launch.lat, draft.launch.lon];
      this.marks.addLayer(L.polyline([from, at], { color: colour("--launch"), weight: 1.5, dashArray: settled ? undefined : "5 5", interactive: false }));
      this.marks.addLayer(L.circleMarker(from, { radius: 5, color: colour("--launch"), weight: 2, fillOpacity: settled ? 1 : 0, interactive: false }));
    });
  }

  private fit(): void {
    const at = this.review.drafts.flatMap((draft) => (draft.place ? [[draft.place.lat, draft.place.lon] as L.LatLngTuple] : []));
    if (at.length > 0) this.map.fitBounds(L.latLngBounds(at).pad(0.3), { maxZoom: 8, animate: false });
  }

  private download(): void {
    const text = csvText(this.review.columns, this.review.drafts.map((draft) => draft.cells));
    const link = element("a", { download: document.title, href: URL.createObjectURL(new Blob([text], { type: "text/csv" })) });
    link.click();
    URL.revokeObjectURL(link.href);
  }
}

const [reviewBlock] = rawBlocks("review");
const [baseBlock] = rawBlocks("base");
if (reviewBlock && baseBlock) {
  void readLateBlock<BaseMap>(baseBlock).then((base) => {
    new ReviewPage(readBlock<Review>(reviewBlock), base);
    document.documentElement.dataset.ready = "";
  });
}
