// SPDX-License-Identifier: MIT
// The marks on the map: incidents, launch places, areas by name, and the frames of what was hit. They are buttons in one
// group, of which the tab key reaches one; the arrow keys go from there to the nearest in their direction.
import * as L from "leaflet";
import { element } from "./dom.ts";
import type { AreaLayers } from "./map_areas.ts";
import { type Box, overlaps } from "./map_base.ts";
import { incidentsText, phrase, t } from "./language.ts";
import { SmallAreas } from "./small_areas.ts";
import { type Stack, stacksOf } from "./stacks.ts";
import { frame, hollow, launchInk, mark, otherInk, styleInk } from "./symbols.ts";
import type { View } from "./view.ts";
import { placeText, spotText } from "./words.ts";

const radius = 6.5;
const frameRadius = 11;
const pastTheEdge = 40;
/** Marks this near, in metres on the ground, are at one place: zooming in would not part them. */
const oneDegree = 0.0005;

interface Drawn {
  button: HTMLButtonElement;
  x: number;
  y: number;
}

/** Positions of a layer, in the unit square of the map's projection. */
class Projected {
  readonly x: Float64Array;
  readonly y: Float64Array;

  constructor(lon: Float64Array, lat: Float64Array) {
    this.x = lon.map((value) => (value + 180) / 360);
    this.y = lat.map((value) => {
      const sine = Math.sin((Math.max(-85.0511, Math.min(85.0511, value)) * Math.PI) / 180);
      return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    });
  }
}

export class MarkLayer {
  private readonly pane: HTMLElement;
  private readonly frames: HTMLElement;
  private readonly tip: HTMLElement;
  private readonly smallAreas: SmallAreas;
  private readonly spots: Projected;
  private readonly launches: Projected;
  private readonly bases: Projected;
  private drawn: Drawn[] = [];
  private boxes: Box[] = [];
  /** What the tab key reaches, by its key. */
  private reached = "";
  private readonly xs: Float64Array;
  private readonly ys: Float64Array;
  private readonly items: Int32Array;

  constructor(
    private readonly map: L.Map,
    private readonly view: View,
    private readonly areas: AreaLayers,
    private readonly showTogether: (spots: number[], title: string) => void,
  ) {
    const { spots, launches, bases } = view.model;
    this.frames = map.createPane("frames");
    this.frames.style.zIndex = "590";
    this.frames.setAttribute("aria-hidden", "true");
    this.pane = map.createPane("marks");
    this.pane.style.zIndex = "600";
    this.pane.setAttribute("role", "group");
    this.pane.setAttribute("aria-label", phrase("Places on the map. Arrow keys go to the nearest in their direction."));
    this.smallAreas = new SmallAreas(map, areas);
    this.tip = element("div", { class: "tip", "aria-hidden": "true" });
    map.getContainer().append(this.tip);
    this.spots = new Projected(spots.lon, spots.lat);
    this.launches = new Projected(launches.lon, launches.lat);
    this.bases = new Projected(
      Float64Array.from(bases, (base) => base.lon),
      Float64Array.from(bases, (base) => base.lat),
    );
    const most = Math.max(spots.count, launches.count, bases.length);
    this.xs = new Float64Array(most);
    this.ys = new Float64Array(most);
    this.items = new Int32Array(most);
    this.pane.addEventListener("keydown", (event) => this.onKey(event));
    L.DomEvent.disableClickPropagation(this.pane);
  }

  /** Where there are marks now. */
  taken(): Box[] {
    return this.boxes;
  }

  focus(): boolean {
    const reached = this.drawn.find(({ button }) => button.tabIndex === 0);
    reached?.button.focus();
    return reached !== undefined;
  }

  draw(): void {
    const hadFocus = this.pane.contains(document.activeElement);
    this.drawn = [];
    this.boxes = [];
    this.hideTip();
    this.drawFrames();
    const { spots } = this.view.model;
    for (const stack of this.stacksIn(this.spots, spots.count, (i) => this.view.shown[i] === 1)) this.addStack(stack);
    if (this.view.isOn("launch_sites")) this.addLaunches();
    this.addAreas();
    this.pane.replaceChildren(...this.drawn.map(({ button }) => button));
    const reached = this.drawn.find(({ button }) => button.dataset.key === this.reached) ?? this.drawn[0];
    if (reached) {
      reached.button.tabIndex = 0;
      if (hadFocus) reached.button.focus({ preventScroll: true });
    }
  }

  /** The stacks of those items of a layer that are wanted and in view. */
  private stacksIn(projected: Projected, count: number, isWanted: (item: number) => boolean): Stack[] {
    const scale = 256 * 2 ** this.map.getZoom();
    const origin = this.map.getPixelOrigin();
    const size = this.map.getSize();
    const topLeft = this.map.containerPointToLayerPoint([0, 0]);
    const left = topLeft.x - pastTheEdge;
    const top = topLeft.y - pastTheEdge;
    const right = topLeft.x + size.x + pastTheEdge;
    const bottom = topLeft.y + size.y + pastTheEdge;
    let found = 0;
    for (let i = 0; i < count; i++) {
      if (!isWanted(i)) continue;
      const x = projected.x[i] * scale - origin.x;
      const y = projected.y[i] * scale - origin.y;
      if (!(x >= left && x <= right && y >= top && y <= bottom)) continue;
      this.xs[found] = x;
      this.ys[found] = y;
      this.items[found] = i;
      found++;
    }
    return stacksOf(this.xs, this.ys, this.items, found);
  }

  private add(key: string, x: number, y: number, label: string, className: string, content: (Node | string)[]): HTMLButtonElement {
    const button = element("button", { type: "button", class: `mark ${className}`, "aria-label": label, tabindex: -1 });
    button.dataset.key = key;
    button.append(...content);
    button.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) translate(-50%, -50%)`;
    button.addEventListener("focus", () => {
      this.reach(button);
      this.showTip(button, label, x, y);
    });
    button.addEventListener("blur", () => this.hideTip());
    button.addEventListener("pointerenter", () => this.showTip(button, label, x, y));
    button.addEventListener("pointerleave", () => this.hideTip());
    this.drawn.push({ button, x, y });
    return button;
  }

  private pointAt(button: HTMLButtonElement, spots: number[]): void {
    for (const event of ["pointerenter", "focus"]) button.addEventListener(event, () => this.view.hover(spots));
    for (const event of ["pointerleave", "blur"]) button.addEventListener(event, () => this.view.hover([]));
  }

  private addStack(stack: Stack): void {
    const { model } = this.view;
    const [first] = stack.members;
    const chosen = stack.members.some((spot) => model.spots.incident[spot] === this.view.selected);
    const style = this.commonestStyle(stack);
    const size = stack.count === 1 ? radius : Math.min(22, 9 + 2.2 * Math.log2(stack.count));
    const symbol = style === null ? "circle" : style.symbol;
    const ink = style === null ? otherInk : styleInk(style);
    const draft = stack.members.every((spot) => model.isDraft(model.spots.incident[spot]));
    const svg = mark(symbol, draft ? hollow(ink) : ink, size, stack.count);
    const words = stack.count === 1 ? spotText(model, first) : `${this.placesOf(stack)}: ${incidentsText(stack.count)}`;
    const label = draft ? `${words} (${t("draft")})` : words;
    const key = `spot ${first}`;
    const button = this.add(key, stack.x, stack.y, label, chosen ? "chosen" : "", [svg]);
    if (chosen) button.setAttribute("aria-current", "true");
    this.boxes.push({ left: stack.x - size, top: stack.y - size, right: stack.x + size, bottom: stack.y + size });
    this.pointAt(button, stack.members);
    button.addEventListener("click", () => this.open(stack));
  }

  /** The style of what happened most; nothing where none of it was an attack. */
  private commonestStyle(stack: Stack) {
    const { model } = this.view;
    const attacks = model.layerNumber("attacks");
    const counts = new Map<number, number>();
    for (const spot of stack.members) {
      if (model.spots.layer[spot] !== attacks) continue;
      const style = model.spots.style[spot];
      counts.set(style, (counts.get(style) ?? 0) + 1);
    }
    let best: number | null = null;
    for (const [style, count] of counts) {
      if (best === null || count > (counts.get(best) ?? 0)) best = style;
    }
    return best === null ? null : model.about.styles[best];
  }

  private placesOf(stack: Stack): string {
    const names = new Set<string>();
    for (const spot of stack.members) {
      names.add(placeText(this.view.model, spot));
      if (names.size > 3) break;
    }
    const listed = [...names];
    return listed.length > 3 ? `${listed.slice(0, 2).join(", ")} and others` : listed.join(", ");
  }

  private open(stack: Stack): void {
    const { spots } = this.view.model;
    if (stack.count === 1) {
      this.view.select(spots.incident[stack.members[0]], stack.members[0]);
      return;
    }
    const bounds = L.latLngBounds(stack.members.map((spot) => [spots.lat[spot], spots.lon[spot]]));
    const wide = Math.max(bounds.getEast() - bounds.getWest(), bounds.getNorth() - bounds.getSouth());
    if (wide > oneDegree && this.map.getZoom() < this.map.getMaxZoom()) {
      this.map.fitBounds(bounds.pad(0.2), { animate: false });
      return;
    }
    this.showTogether(stack.members, `${this.placesOf(stack)}: ${incidentsText(stack.count)}`);
  }

  private addLaunches(): void {
    const { launches } = this.view.model;
    const isWanted = (i: number) => this.view.isMatching(launches.incident[i]);
    for (const stack of this.stacksIn(this.launches, launches.count, isWanted)) {
      const [first] = stack.members;
      const names = [...new Set(stack.members.map((i) => launches.place[i]))].slice(0, 3).join(", ");
      const saidBy = stack.count === 1 && launches.saidBy[first] ? ` (according to ${launches.saidBy[first]})` : "";
      const label = `Reported launch place: ${names}${saidBy}${stack.count > 1 ? `, ${stack.count} incidents` : ""}`;
      const draft = stack.members.every((i) => this.view.model.isDraft(launches.incident[i]));
      const svg = mark("triangle", draft ? hollow(launchInk) : launchInk, stack.count > 1 ? radius * 1.5 : radius, stack.count);
      const button = this.add(`launch ${first}`, stack.x, stack.y, label, "launch", [svg]);
      this.boxes.push({ left: stack.x - 8, top: stack.y - 8, right: stack.x + 8, bottom: stack.y + 8 });
      const spots = stack.members.map((i) => this.view.model.firstSpot[launches.incident[i]]).filter((spot) => spot >= 0);
      button.addEventListener("click", () => {
        if (spots.length === 1) this.view.select(launches.incident[first], spots[0]);
        else this.showTogether(spots, label);
      });
    }
  }

  private addAreas(): void {
    const size = this.map.getSize();
    const topLeft = this.map.containerPointToLayerPoint([0, 0]);
    const rings = this.smallAreas.draw(this.boxes);
    for (const { number, label, spots } of this.areas.shown) {
      const point = this.map.latLngToLayerPoint([label[1], label[0]]);
      const isInView =
        point.x >= topLeft.x && point.y >= topLeft.y && point.x <= topLeft.x + size.x && point.y <= topLeft.y + size.y;
      if (!isInView) continue;
      const name = placeText(this.view.model, spots[0]);
      const words = `${name} · ${spots.length}`;
      const wide = words.length * 6.4 + 14;
      const ring = rings.get(number);
      if (ring) this.boxes.push({ left: point.x - ring, top: point.y - ring, right: point.x + ring, bottom: point.y + ring });
      const beyond = ring ? ring + 14 : 22;
      const x = Math.max(topLeft.x + wide / 2 + 2, Math.min(topLeft.x + size.x - wide / 2 - 2, point.x));
      const y = this.freeHeight(x, point.y, wide, ring ? [beyond, -beyond, beyond + 22] : [0, beyond, -beyond]);
      this.boxes.push({ left: x - wide / 2, top: y - 11, right: x + wide / 2, bottom: y + 11 });
      const chosen = spots.some((spot) => this.view.model.spots.incident[spot] === this.view.selected);
      const title = `${words}: ${t("layer.attack_areas")}`;
      const text = element("span", { dir: "auto" }, words);
      const button = this.add(`area ${number}`, x, y, title, chosen ? "area chosen" : "area", [text]);
      this.pointAt(button, spots.slice(0, 1));
      button.addEventListener("click", () => {
        if (spots.length === 1) this.view.select(this.view.model.spots.incident[spots[0]], spots[0]);
        else this.showTogether(spots, title);
      });
    }
  }

  /** Where a name of that width about `x` covers no mark: as far from `y` as one of `offsets` says, the best first. */
  private freeHeight(x: number, y: number, wide: number, offsets: number[]): number {
    for (const off of offsets) {
      const box = { left: x - wide / 2, top: y + off - 11, right: x + wide / 2, bottom: y + off + 11 };
      if (!this.boxes.some((other) => overlaps(box, other))) return y + off;
    }
    return y + offsets[0];
  }

  private drawFrames(): void {
    const drawn: HTMLElement[] = [];
    if (this.view.isOn("bases")) {
      for (const stack of this.stacksIn(this.bases, this.view.model.bases.length, () => true)) {
        const holder = element("span", { class: "frame" });
        holder.append(frame(frameRadius));
        const reach = frameRadius + 1;
        this.boxes.push({ left: stack.x - reach, top: stack.y - reach, right: stack.x + reach, bottom: stack.y + reach });
        holder.style.transform = `translate(${stack.x.toFixed(1)}px, ${stack.y.toFixed(1)}px) translate(-50%, -50%)`;
        drawn.push(holder);
      }
    }
    this.frames.replaceChildren(...drawn);
  }

  private reach(button: HTMLButtonElement): void {
    for (const other of this.drawn) other.button.tabIndex = other.button === button ? 0 : -1;
    this.reached = button.dataset.key ?? "";
  }

  private onKey(event: KeyboardEvent): void {
    const directions: Record<string, [number, number]> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
    };
    const direction = directions[event.key];
    if (event.key === "Enter" || event.key === " ") event.stopPropagation();
    if (!direction) return;
    event.preventDefault();
    event.stopPropagation();
    const from = this.drawn.find(({ button }) => button === document.activeElement);
    if (from) nearestTowards(from, direction, this.drawn)?.button.focus();
  }

  private showTip(button: HTMLElement, words: string, x: number, y: number): void {
    this.tip.textContent = words;
    this.tip.dir = "auto";
    const at = this.map.layerPointToContainerPoint([x, y]);
    const size = this.map.getSize();
    this.tip.classList.add("shown");
    const half = this.tip.offsetWidth / 2;
    const left = Math.max(half + 4, Math.min(size.x - half - 4, at.x));
    const above = at.y - button.offsetHeight / 2 - 8;
    const isBelow = above < this.tip.offsetHeight + 4;
    this.tip.classList.toggle("below", isBelow);
    this.tip.style.left = `${left}px`;
    this.tip.style.top = `${isBelow ? at.y + button.offsetHeight / 2 + 8 : above}px`;
  }

  private hideTip(): void {
    this.tip.classList.remove("shown");
  }
}

/** Of those that lie rather in a direction than beside it, the nearest. */
function nearestTowards(from: Drawn, [dx, dy]: [number, number], all: Drawn[]): Drawn | null {
  let best: Drawn | null = null;
  let least = Infinity;
  for (const other of all) {
    if (other === from) continue;
    const along = (other.x - from.x) * dx + (other.y - from.y) * dy;
    const beside = Math.abs((other.x - from.x) * dy) + Math.abs((other.y - from.y) * dx);
    if (along <= 0 || beside > along * 2) continue;
    const distance = along + beside * 2;
    if (distance < least) {
      least = distance;
      best = other;
    }
  }
  return best;
}
