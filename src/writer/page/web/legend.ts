// SPDX-License-Identifier: MIT
// The legend: what each mark means, how often it is there, and switches for layers and types.
import { byId, element, svgElement } from "./dom.ts";
import type { Model } from "./model.ts";
import { frame, launchInk, mark, otherInk, styleInk } from "./symbols.ts";
import type { View } from "./view.ts";
import { counted } from "./words.ts";

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

const remarks: Record<string, string> = {
  attack_areas: "drawn as the area, never as a point",
  launch_to_target: "straight lines between reported places, not flight paths",
  uncertainty: "it may lie anywhere inside",
  not_mapped: "in the table only",
};

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

export class Legend {
  private readonly styleCounts: HTMLElement[] = [];
  
  constructor(private readonly view: View) {
    const { model } = view;
    const rows = layers
      .filter((name) => (model.layer(name)?.count ?? 0) > 0)
      .map((name) => this.layerRow(name));
    byId("legend").append(element("ul", { class: "legend" }, ...rows));
    view.onChange((change) => {
      if (change === "shown") this.refresh();
    });
    this.refresh();
  }

  private row(sampled: Node | null, title: string, remark: string, count: HTMLElement, on: boolean, change: (on: boolean) => void) {
    const box = element("input", { type: "checkbox", checked: on });
    box.addEventListener("change", () => change(box.checked));
    const picture = element("span", { class: "sample" });
    if (sampled) picture.append(sampled);
    const words = element("span", { class: "words" }, title, remark ? element("small", {}, ` ${remark}`) : null);
    return element("li", {}, element("label", {}, box, picture, words, count));
  }

  private layerRow(name: string): HTMLElement {
    const { model } = this.view;
    const layer = model.layer(name);
    const title = layer?.title ?? name;
    const count = element("span", { class: "count" }, (layer?.count ?? 0).toLocaleString("en-GB"));
    const item = this.row(sample(name), title, remarks[name] ?? "", count, this.view.isOn(name), (on) =>
      this.view.switchLayer(name, on),
    );
    if (name === "attacks") item.append(this.types(model));
    return item;
  }

  private types(model: Model): HTMLElement {
    const counts = this.countStyles(() => true);
    const rows = model.about.styles.map((style, number) => {
      const count = element("span", { class: "count" });
      const title = style.type ?? "Any other type";
      const item = this.row(mark(style.symbol, styleInk(style), 6), title, "", count, true, (on) =>
        this.view.switchStyle(number, on),
      );
      this.styleCounts.push(count);
      item.hidden = counts[number] === 0;
      return item;
    });
    return element("ul", { "aria-label": "Types" }, ...rows);
  }

  /** Spots of each type, on the map as points or areas. */
  private countStyles(isWanted: (spot: number) => boolean): number[] {
    const { spots, about } = this.view.model;
    const others = this.view.model.layerNumber("other_incidents");
    const counts = about.styles.map(() => 0);
    for (let spot = 0; spot < spots.count; spot++) {
      const hasType = spots.layer[spot] !== others && this.view.model.isMapped(spot);
      if (hasType && isWanted(spot)) counts[spots.style[spot]]++;
    }
    return counts;
  }

  private refresh(): void {
    const counts = this.countStyles((spot) => this.view.isInTime(this.view.model.spots.incident[spot]));
    this.styleCounts.forEach((element, number) => (element.textContent = counts[number].toLocaleString("en-GB")));
    const shown = this.view.shownCount();
    const all = counted(this.view.model.incidents.count, "incident", "incidents");
    byId("shown-count").textContent = `${shown.toLocaleString("en-GB")} of ${all} shown`;
  }
}
