// SPDX-License-Identifier: MIT
// Search by place and by id: a list of suggestions below the field.
import { byId, element } from "./dom.ts";
import { folded } from "./fold.ts";
import { integers, none, texts } from "./blocks.ts";
import { incidentsText, t } from "./language.ts";
import type { MapPanel } from "./map.ts";
import type { View } from "./view.ts";
import { dateText, placeText, spotText, typeText } from "./words.ts";

const mostFound = 12;
const townZoom = 9;

interface Found {
  words: string;
  remark: string;
  take(): void;
}

interface Place {
  name: string;
  words: Set<string>;
  spots: number[];
}

export class Search {
  private readonly field = byId<HTMLInputElement>("search");
  private readonly list = byId("search-results");
  private found: Found[] = [];
  private active = -1;
  private places: Place[] | null = null;
  private ids: string[] | null = null;
  /** All that is told of each incident; nothing before it is needed. */
  private told: string[] | null = null;
  private reading = false;

  constructor(
    private readonly view: View,
    private readonly map: MapPanel,
    private readonly showTogether: (spots: number[], title: string) => void,
  ) {
    this.field.addEventListener("input", () => this.search());
    this.field.addEventListener("keydown", (event) => this.onKey(event));
    this.field.addEventListener("blur", () => this.close());
    // A press on the list leaves the focus in the field, so that the click still finds the list.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const item = (event.target as Element).closest<HTMLElement>("[data-found]");
      if (item) this.take(Number(item.dataset.found));
    });
  }

  /** The places of the build by name, with the words that reports have for them. */
  private allPlaces(): Place[] {
    if (this.places) return this.places;
    const { spots } = this.view.model;
    const byName = new Map<string, Place>();
    for (let spot = 0; spot < spots.count; spot++) {
      const name = placeText(this.view.model, spot);
      let place = byName.get(name);
      if (!place) byName.set(name, (place = { name, words: new Set([folded(name)]), spots: [] }));
      place.spots.push(spot);
      if (spots.words[spot] && place.words.size < 20) place.words.add(folded(spots.words[spot]));
    }
    this.places = [...byName.values()];
    return this.places;
  }

  private search(): void {
    const asked = folded(this.field.value);
    this.found = asked === "" ? [] : [...this.foundPlaces(asked), ...this.foundIds(asked), ...this.foundTexts(asked), ...this.foundTowns(asked)];
    this.found.length = Math.min(this.found.length, mostFound);
    this.active = -1;
    this.draw(asked !== "");
  }

  /** Adds what has come in since the words were typed; what is chosen with the arrows stays chosen. */
  private searchAgain(): void {
    const chosen = this.found[this.active];
    this.search();
    if (!chosen) return;
    this.active = this.found.findIndex(({ words, remark }) => words === chosen.words && remark === chosen.remark);
    this.draw(true);
  }

  private foundPlaces(asked: string): Found[] {
    return this.allPlaces()
      .map((place) => ({ place, rank: rankOf(asked, place.words) }))
      .filter(({ rank }) => rank > 0)
      .sort((a, b) => b.rank - a.rank || b.place.spots.length - a.place.spots.length)
      .slice(0, mostFound - 2)
      .map(({ place }) => ({
        words: place.name,
        remark: incidentsText(place.spots.length),
        take: () => this.openPlace(place),
      }));
  }

  private openPlace(place: Place): void {
    const { spots } = this.view.model;
    if (place.spots.length === 1) {
      this.view.select(spots.incident[place.spots[0]], place.spots[0]);
      return;
    }
    const onMap = place.spots.find((spot) => !Number.isNaN(spots.lon[spot]));
    if (onMap !== undefined) this.map.goTo(spots.lat[onMap], spots.lon[onMap], townZoom);
    this.showTogether(place.spots, `${place.name}: ${incidentsText(place.spots.length)}`);
  }

  private foundIds(asked: string): Found[] {
    const { incidents, firstSpot } = this.view.model;
    this.ids ??= incidents.id.map(folded);
    const found: Found[] = [];
    for (let i = 0; i < this.ids.length && found.length < mostFound; i++) {
      if (!this.ids[i].includes(asked) || firstSpot[i] < 0) continue;
      const remark = `${dateText(this.view.model, i)}, ${typeText(this.view.model, i)}`;
      found.push({ words: incidents.id[i], remark, take: () => this.view.select(i) });
    }
    return found;
  }

  /** Incidents of which a note, an actor or a source has the words. */
  private foundTexts(asked: string): Found[] {
    const { model } = this.view;
    if (asked.length < 3) return [];
    if (!this.told) {
      void this.readTold();
      return [];
    }
    const found: Found[] = [];
    for (let i = 0; i < this.told.length && found.length < mostFound; i++) {
      const spot = model.firstSpot[i];
      if (spot < 0 || !this.told[i].includes(asked)) continue;
      found.push({ words: spotText(model, spot), remark: t("search_text"), take: () => this.view.select(i) });
    }
    return found;
  }

  private async readTold(): Promise<void> {
    if (this.reading) return;
    this.reading = true;
    this.list.setAttribute("aria-busy", "true");
    const told: string[] = [];
    await this.view.model.forEachTold((incident, text) => (told[incident] = folded(text)));
    this.told = told;
    if (document.activeElement === this.field) this.searchAgain();
    this.list.removeAttribute("aria-busy");
  }

  private foundTowns(asked: string): Found[] {
    const { towns } = this.view.model.base;
    const lons = integers([towns], "lon");
    const lats = integers([towns], "lat");
    const aDegree = this.view.model.about.steps_a_degree;
    return texts([towns], "name").flatMap((name, i) => {
      if (!folded(name).startsWith(asked) || lons[i] === none) return [];
      const take = () => this.map.goTo(lats[i] / aDegree, lons[i] / aDegree, townZoom);
      return [{ words: name, remark: t("search_town"), take }];
    });
  }

  private draw(asked: boolean): void {
    const items = this.found.map((found, number) => {
      const item = this.itemOf(found, number);
      item.setAttribute("aria-selected", String(number === this.active));
      return item;
    });
    const isStillReading = this.reading && !this.told;
    if (asked && items.length === 0 && !isStillReading) {
      items.push(element("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, t("search_none")));
    }
    this.list.replaceChildren(...items);
    this.list.hidden = items.length === 0;
    this.field.setAttribute("aria-expanded", String(items.length > 0));
    if (this.active >= 0) this.field.setAttribute("aria-activedescendant", `found-${this.active}`);
    else this.field.removeAttribute("aria-activedescendant");
  }

  /** The item that shows this already, so that a press on it is still a click after the list has grown; else a new one. */
  private itemOf({ words, remark }: Found, number: number): HTMLElement {
    const shown = this.list.children[number];
    if (shown instanceof HTMLElement && shown.dataset.found && shown.textContent === `${words} ${remark}`) return shown;
    return element(
      "li",
      { role: "option", id: `found-${number}`, "data-found": number },
      element("span", { dir: "auto" }, words),
      element("small", { dir: "auto" }, ` ${remark}`),
    );
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (this.found.length === 0) return;
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.active = (this.active + step + this.found.length) % this.found.length;
      this.draw(true);
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.take(Math.max(0, this.active));
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.stopPropagation();
      this.close();
    }
  }

  private take(number: number): void {
    const found = this.found[number];
    this.close();
    found?.take();
  }

  private close(): void {
    this.found = [];
    this.active = -1;
    this.draw(false);
  }
}

/** 3 where a word is what was asked, 2 where it begins so, 1 where it holds it. */
function rankOf(asked: string, words: Set<string>): number {
  let best = 0;
  for (const word of words) {
    if (word === asked) return 3;
    if (word.startsWith(asked)) best = Math.max(best, 2);
    else if (word.includes(asked)) best = Math.max(best, 1);
  }
  return best;
}
