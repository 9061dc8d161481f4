// SPDX-License-Identifier: MIT
// The legend: what each mark means, how often it is there, and switches for layers and types.
import { none } from "./blocks.ts";
import { byId, element, svgElement } from "./dom.ts";
import { language, number, onLanguage, t, textOrNull } from "./language.ts";
import type { Model } from "./model.ts";
import { dashedRing } from "./small_areas.ts";
import { frame, hollow, launchInk, mark, otherInk, styleInk } from "./symbols.ts";
import type { View } from "./view.ts";

/** Layers of the map, in the order in which they are told. */
const layers = [
  "attacks",
  "attack_areas",
  "other_incidents",
  "bases",
  "launch_sites",
  "launch_to_target",
  "uncertainty",
  "range_rings",
  "not_mapped",
];

function line(attributes: Record<string, string | number>): SVGElement {
  return svgElement(
    "svg",
    { width: 24, height: 16, viewBox: "0 0 24 16", "aria-hidden": "true" },
    svgElement("line", { x1: 1, y1: 8, x2: 23, y2: 8, "stroke-width": 1.8, ...attributes }),
  );
}

function area(className: string): SVGElement {
  return svgElement(
    "svg",
    { width: 24, height: 16, viewBox: "0 0 24 16", "aria-hidden": "true" },
    svgElement("rect", { x: 1.5, y: 1.5, width: 21, height: 13, rx: 3, class: className }),
  );
}

function sample(layer: string): Node | null {
  switch (layer) {
    case "attack_areas":
      return area("sample-area");
    case "other_incidents":
      return mark("circle", otherInk, 6);
    case "bases":
      return frame(7);
    case "launch_sites":
      return mark("triangle", launchInk, 6);
    case "launch_to_target":
      return line({ class: "sample-launch", "stroke-dasharray": "6 4" });
    case "uncertainty":
      return area("sample-possible");
    case "range_rings":
      return line({ class: "sample-ring", "stroke-dasharray": "2 4" });
    default:
      return null;
  }
}

/** A title that may be broken after each stroke. */
function broken(title: string): (string | Node)[] {
  return title.split("/").flatMap((part, i, all) => (i + 1 < all.length ? [`${part}/`, element("wbr", {})] : [part]));
}

export class Legend {
  private readonly styleCounts: HTMLElement[] = [];
  private readonly layerCounts = new Map<string, HTMLElement>();

  constructor(private readonly view: View) {
    this.build();
    onLanguage(() => this.build());
    view.onChange((change) => {
      if (change === "shown") this.refresh();
    });
  }

  private build(): void {
    const { model } = this.view;
    this.styleCounts.length = 0;
    this.layerCounts.clear();
    const rows = layers.filter((name) => (model.layer(name)?.count ?? 0) > 0).map((name) => this.layerRow(name));
    if (model.incidents.draft.includes(1)) rows.push(this.remarkRow("drafts", mark("circle", hollow(otherInk), 6), t("draft")));
    if ((model.layer("attack_areas")?.count ?? 0) > 0) rows.push(this.remarkRow("small-areas", dashedRing(6), t("small_area")));
    byId("legend").replaceChildren(element("ul", { class: "legend" }, ...rows));
    this.refresh();
  }

  private row(sampled: Node | null, title: string, remark: string, count: HTMLElement, on: boolean, change: (on: boolean) => void) {
    const box = element("input", { type: "checkbox", checked: on });
    box.addEventListener("change", () => change(box.checked));
    const picture = element("span", { class: "sample" });
    if (sampled) picture.append(sampled);
    const words = element("span", { class: "words" }, ...broken(title), remark ? element("small", {}, ` ${remark}`) : null);
    return element("li", {}, element("label", {}, box, picture, words, count));
  }

  private layerRow(name: string): HTMLElement {
    const { model } = this.view;
    const known = model.layer(name)?.title ?? name;
    const title = language() === "en" ? known : (textOrNull(`layer.${name}`) ?? known);
    const count = element("span", { class: "count" });
    this.layerCounts.set(name, count);
    const item = this.row(sample(name), title, textOrNull(`remark.${name}`) ?? "", count, this.view.isOn(name), (on) =>
      this.view.switchLayer(name, on),
    );
    if (name === "attacks") item.append(this.types(model));
    return item;
  }

  /** Says what a mark means; there is nothing to switch. */
  private remarkRow(className: string, picture: Node, words: string): HTMLElement {
    const sampled = element("span", { class: "sample" });
    sampled.append(picture);
    return element("li", { class: className }, element("span", {}, sampled, element("span", { class: "words" }, words)));
  }

  private types(model: Model): HTMLElement {
    const counts = this.countStyles(() => true);
    const rows = model.about.styles.map((style, number) => {
      const count = element("span", { class: "count" });
      const title = style.type ?? t("any_other_type");
      const item = this.row(mark(style.symbol, styleInk(style), 6), title, "", count, this.view.stylesOn[number], (on) =>
        this.view.switchStyle(number, on),
      );
      this.styleCounts.push(count);
      item.hidden = counts[number] === 0;
      return item;
    });
    return element("ul", { "aria-label": t("types") }, ...rows);
  }

  /** Points of each type: together they are the points of the layer. */
  private countStyles(isWanted: (spot: number) => boolean): number[] {
    const { spots, about } = this.view.model;
    const attacks = this.view.model.layerNumber("attacks");
    const counts = about.styles.map(() => 0);
    for (let spot = 0; spot < spots.count; spot++) {
      if (spots.layer[spot] === attacks && isWanted(spot)) counts[spots.style[spot]]++;
    }
    return counts;
  }

  /** How much of a layer days and filters let through. */
  private countOf(name: string): number {
    const { model } = this.view;
    const { spots, launches } = model;
    const number = model.layerNumber(name);
    let count = 0;
    switch (name) {
      case "bases": {
        const places = new Set<string>();
        for (let spot = 0; spot < spots.count; spot++) if (this.view.matching[spot]) places.add(spots.place[spot]);
        return model.bases.filter((base) => places.has(base.name)).length;
      }
      case "launch_sites":
        for (let i = 0; i < launches.count; i++) if (this.view.isMatching(launches.incident[i])) count++;
        return count;
      case "launch_to_target": {
        const lines = model.lines();
        return lines ? lines.filter((line) => this.view.isMatching(line.incident)).length : (model.layer(name)?.count ?? 0);
      }
      case "uncertainty": {
        const shown = new Set<number>();
        for (let spot = 0; spot < spots.count; spot++) if (this.view.matching[spot]) shown.add(spots.footprint[spot]);
        for (let i = 0; i < launches.count; i++) if (this.view.isMatching(launches.incident[i])) shown.add(launches.footprint[i]);
        shown.delete(none);
        return shown.size;
      }
      case "range_rings":
        return model.rings.length;
      default:
        for (let spot = 0; spot < spots.count; spot++) if (spots.layer[spot] === number && this.view.matching[spot]) count++;
        return count;
    }
  }

  private refresh(): void {
    for (const [name, element] of this.layerCounts) element.textContent = number(this.countOf(name));
    const counts = this.countStyles((spot) => this.view.matching[spot] === 1);
    this.styleCounts.forEach((element, style) => (element.textContent = number(counts[style])));
    byId("shown-count").textContent = t("shown_of", { shown: this.view.shownCount(), all: this.view.model.incidents.count });
  }
}
