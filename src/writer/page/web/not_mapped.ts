// SPDX-License-Identifier: MIT
// What is not on the map, each with the reason and what would mend it.
import { byId, dataText, element } from "./dom.ts";
import { onLanguage, t } from "./language.ts";
import type { View } from "./view.ts";
import { dateText, placeText } from "./words.ts";

const mostListed = 200;

export class NotMapped {
  private readonly list = element("ul", {});
  private readonly summary = element("summary", {});
  private readonly all: number[] = [];

  constructor(private readonly view: View) {
    const { model } = view;
    for (let spot = 0; spot < model.spots.count; spot++) if (!model.isMapped(spot)) this.all.push(spot);
    if (this.all.length === 0) return;
    const details = element("details", { class: "not-mapped" }, this.summary, this.list);
    details.addEventListener("toggle", () => this.draw(details.open));
    byId("legend-region").append(details);
    view.onChange((change) => {
      if (change === "shown") this.draw(details.open);
    });
    onLanguage(() => this.draw(details.open));
    this.draw(false);
  }

  private draw(isOpen: boolean): void {
    const shown = this.all.filter((spot) => this.view.shown[spot] === 1);
    this.summary.textContent = t("not_mapped", { count: shown.length });
    if (!isOpen) return;
    const items = shown.slice(0, mostListed).map((spot) => this.item(spot));
    const more = shown.length - items.length;
    if (more > 0) items.push(element("li", {}, `and ${more.toLocaleString("en-GB")} more, in the table`));
    this.list.replaceChildren(...items);
  }

  private item(spot: number): HTMLLIElement {
    const { model } = this.view;
    const incident = model.spots.incident[spot];
    const launch = model.spots.role[spot] === "launch_place" ? "launch place: " : "";
    const words = `${launch}${placeText(model, spot)}, ${dateText(model, incident)}`;
    const button = element("button", { type: "button", class: "link", dir: "auto" }, words);
    button.addEventListener("click", () => this.view.select(incident, spot));
    return element("li", {}, button, dataText(model.spots.reason[spot], "p"));
  }
}
