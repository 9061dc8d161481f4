// SPDX-License-Identifier: MIT
// What of the build is shown now: which layers and types, which days, and which incident is looked at.
import { mayBeIn, type Span } from "./dates.ts";
import { type FilterKey, Filters } from "./filters.ts";
import type { Model } from "./model.ts";

export type Change = "shown" | "selected" | "hovered";

/** Above these numbers, what would only cover the map is drawn when somebody asks for it. */
const mostDrawnAtOnce = { uncertainty: 1_000, launch_to_target: 300, launch_sites: 300 };

export class View {
  readonly layersOn = new Map<string, boolean>();
  readonly stylesOn: boolean[];
  /** The days that are shown; nothing: all. */
  span: Span | null = null;
  undatedShown = true;
  readonly filters: Filters;
  /** 1 for each spot that is shown, on the map or in the table. */
  readonly shown: Uint8Array;
  readonly incidentShown: Uint8Array;
  /** 1 for each spot that days and filters let through, whatever layers are on. */
  readonly matching: Uint8Array;
  selected = -1;
  /** Where there are several, the spot of the incident that was chosen. */
  selectedSpot = -1;
  hovered: number[] = [];

  private readonly listeners: ((change: Change) => void)[] = [];

  constructor(readonly model: Model) {
    for (const layer of model.about.layers) {
      const most = mostDrawnAtOnce[layer.name as keyof typeof mostDrawnAtOnce] ?? Infinity;
      this.layersOn.set(layer.name, layer.count <= most);
    }
    this.stylesOn = model.about.styles.map(() => true);
    this.filters = new Filters(model);
    this.shown = new Uint8Array(model.spots.count);
    this.incidentShown = new Uint8Array(model.incidents.count);
    this.matching = new Uint8Array(model.spots.count);
    this.refresh();
  }

  onChange(listener: (change: Change) => void): void {
    this.listeners.push(listener);
  }

  private tell(change: Change): void {
    for (const listener of this.listeners) listener(change);
  }

  isOn(layer: string): boolean {
    return this.layersOn.get(layer) ?? false;
  }

  switchLayer(layer: string, on: boolean): void {
    this.layersOn.set(layer, on);
    this.update();
  }

  switchStyle(style: number, on: boolean): void {
    this.stylesOn[style] = on;
    this.update();
  }

  showDays(span: Span | null, undatedShown: boolean): void {
    this.span = span;
    this.undatedShown = undatedShown;
    this.update();
  }

  /** Shows only what has that value; nothing: whatever the value. */
  filter(key: FilterKey, value: string): void {
    this.filters.set(key, value);
    this.update();
  }

  clearFilters(): void {
    this.filters.clear();
    this.update();
  }

  private update(): void {
    this.refresh();
    this.tell("shown");
  }

  /** Whether the days that are shown let an incident be seen. */
  isInTime(incident: number): boolean {
    if (!this.model.isDated(incident)) return this.undatedShown;
    const { firstDay, lastDay } = this.model.incidents;
    return !this.span || mayBeIn(firstDay[incident], lastDay[incident], this.span);
  }

  private refresh(): void {
    const { spots } = this.model;
    const inTime = new Uint8Array(this.model.incidents.count);
    for (let i = 0; i < inTime.length; i++) inTime[i] = this.isInTime(i) ? 1 : 0;
    const layerOn = this.model.about.layers.map((layer) => this.isOn(layer.name));
    const others = this.model.layerNumber("other_incidents");
    this.incidentShown.fill(0);
    for (let spot = 0; spot < spots.count; spot++) {
      const layer = spots.layer[spot];
      const typeOn = layer === others || this.stylesOn[spots.style[spot]];
      this.matching[spot] = inTime[spots.incident[spot]] === 1 && this.filters.has(spot) ? 1 : 0;
      const isShown = this.matching[spot] === 1 && layerOn[layer] && typeOn;
      this.shown[spot] = isShown ? 1 : 0;
      if (isShown) this.incidentShown[spots.incident[spot]] = 1;
    }
  }

  /** Whether a launch place or a line of the incident is shown. */
  isMatching(incident: number): boolean {
    const { spots } = this.model;
    const first = this.model.firstSpot[incident];
    for (let spot = Math.max(0, first); first >= 0 && spot < spots.count && spots.incident[spot] === incident; spot++) {
      if (this.matching[spot]) return true;
    }
    return false;
  }

  /** How many incidents are shown, on the map or in the table. */
  shownCount(): number {
    let count = 0;
    for (const shown of this.incidentShown) count += shown;
    return count;
  }

  select(incident: number, spot = -1): void {
    this.selected = incident;
    this.selectedSpot = spot >= 0 || incident < 0 ? spot : this.model.firstSpot[incident];
    this.hovered = [];
    this.tell("selected");
  }

  /** Spots whose possible areas are drawn while they are pointed at. */
  hover(spots: number[]): void {
    if (spots.length === 0 && this.hovered.length === 0) return;
    this.hovered = spots;
    this.tell("hovered");
  }
}
