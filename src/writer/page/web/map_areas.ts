// SPDX-License-Identifier: MIT
// Areas and lines of the layers, drawn on canvases below the marks.
import * as L from "leaflet";
import { none } from "./blocks.ts";
import { colour, latLngs } from "./map_base.ts";
import { largestRing, type Position, positionInside } from "./shapes.ts";
import type { View } from "./view.ts";

const mostPointedAt = 5;

/** An area of incidents that are known by area only, with those that are shown. */
export interface ShownArea {
  number: number;
  label: Position;
  spots: number[];
}

export class AreaLayers {
  private readonly areas = L.layerGroup();
  private readonly footprints = L.layerGroup();
  private readonly lines = L.layerGroup();
  private readonly rings = L.layerGroup();
  private readonly pointedAt = L.layerGroup();
  private readonly screen = {
    areas: L.canvas({ pane: "areas", padding: 0.3 }),
    lines: L.canvas({ pane: "lines", padding: 0.3 }),
    "pointed-at": L.svg({ pane: "pointed-at" }),
  };
  private readonly paper = {
    areas: L.svg({ pane: "areas", padding: 0 }),
    lines: L.svg({ pane: "lines", padding: 0 }),
    "pointed-at": L.svg({ pane: "pointed-at", padding: 0 }),
  };
  private onPaper = false;
  private readonly labels = new Map<number, Position>();
  private footprintsOf = "";
  /** Those drawn now. */
  shown: ShownArea[] = [];

  constructor(
    map: L.Map,
    private readonly view: View,
  ) {
    const panes: [string, string][] = [
      ["areas", "350"],
      ["lines", "390"],
      ["pointed-at", "400"],
    ];
    for (const [pane, order] of panes) map.createPane(pane).style.zIndex = order;
    for (const group of [this.areas, this.rings, this.footprints, this.lines, this.pointedAt]) group.addTo(map);
  }

  boundsOfArea(number: number): L.LatLngBounds | null {
    const area = this.view.model.areas()[number];
    const bounds = L.latLngBounds([]);
    for (const [outer] of area ?? []) for (const [x, y] of outer) bounds.extend([y, x]);
    return bounds.isValid() ? bounds : null;
  }

  /** Paper gets drawings that are sharp in any size. */
  draw(onPaper = this.onPaper): void {
    this.onPaper = onPaper;
    this.drawAreas();
    this.drawRings();
    this.drawFootprints();
    this.drawLines();
    this.drawPointedAt();
  }

  private style(pane: "areas" | "lines" | "pointed-at", options: L.PolylineOptions): L.PolylineOptions {
    const renderer = (this.onPaper ? this.paper : this.screen)[pane];
    return { pane, renderer, interactive: false, smoothFactor: 0.6, ...options };
  }

  private drawAreas(): void {
    const { model } = this.view;
    const { spots } = model;
    const byArea = new Map<number, number[]>();
    for (let spot = 0; spot < spots.count; spot++) {
      const area = spots.area[spot];
      if (area === none || !this.view.shown[spot]) continue;
      const others = byArea.get(area);
      if (others) others.push(spot);
      else byArea.set(area, [spot]);
    }
    this.areas.clearLayers();
    this.shown = [];
    for (const [number, members] of byArea) {
      const area = model.areas()[number];
      if (!area) continue;
      // An edge alone where only the country is known: several would paint the map full.
      const isCountry = spots.place[members[0]] === spots.country[members[0]];
      this.areas.addLayer(
        L.polygon(
          latLngs(area),
          this.style("areas", {
            color: colour("--area-line"),
            weight: 1.3,
            dashArray: isCountry ? "2 4" : "5 3",
            fillColor: colour("--area"),
            fillOpacity: isCountry ? 0 : 0.07,
          }),
        ),
      );
      const label = this.labelOf(number);
      if (label) this.shown.push({ number, label, spots: members });
    }
  }

  private labelOf(number: number): Position | null {
    const known = this.labels.get(number);
    if (known) return known;
    const ring = largestRing(this.view.model.areas()[number]);
    const label = ring && positionInside(ring);
    if (label) this.labels.set(number, label);
    return label;
  }

  private drawRings(): void {
    this.rings.clearLayers();
    if (!this.view.isOn("range_rings")) return;
    const { model } = this.view;
    for (const ring of model.rings) {
      const area = model.areaOfRing(ring);
      this.rings.addLayer(
        L.polygon(
          latLngs(area),
          this.style("lines", { color: colour("--ring"), weight: 1.2, dashArray: "2 4", fill: false }),
        ),
      );
    }
  }

  /** False where something is to be read first; all is drawn anew once it was. */
  private isLoaded(known: boolean, load: () => Promise<void>): boolean {
    if (!known) void load().then(() => this.draw());
    return known;
  }

  /** All possible areas of what is shown, where that layer is on; drawn anew only where they are others. */
  private drawFootprints(): void {
    const wanted = new Set<number>();
    if (this.view.isOn("uncertainty") && this.isLoaded(this.view.model.hasFootprints, () => this.view.model.loadFootprints())) {
      const { spots, launches } = this.view.model;
      for (let i = 0; i < spots.count; i++) if (this.view.shown[i]) wanted.add(spots.footprint[i]);
      if (this.view.isOn("launch_sites")) {
        for (let i = 0; i < launches.count; i++) {
          if (this.view.isMatching(launches.incident[i])) wanted.add(launches.footprint[i]);
        }
      }
      wanted.delete(none);
    }
    const key = `${this.onPaper} ${colour("--possible")} ${[...wanted].join()}`;
    if (key === this.footprintsOf) return;
    this.footprintsOf = key;
    this.footprints.clearLayers();
    for (const number of wanted) {
      this.footprints.addLayer(
        L.polygon(
          latLngs(this.view.model.footprint(number)),
          this.style("areas", {
            color: colour("--possible"),
            weight: 0.8,
            opacity: 0.5,
            fillColor: colour("--possible"),
            fillOpacity: 0.13,
          }),
        ),
      );
    }
  }

  private drawLines(): void {
    this.lines.clearLayers();
    if (!this.view.isOn("launch_to_target")) return;
    const { model } = this.view;
    if (!this.isLoaded(model.lines() !== null, () => model.loadLines())) return;
    for (const line of model.lines() ?? []) {
      if (!this.view.incidentShown[line.incident]) continue;
      const paths = model.linePaths(line).map((path) => path.map(([x, y]): L.LatLngTuple => [y, x]));
      this.lines.addLayer(
        L.polyline(paths, this.style("lines", { color: colour("--launch"), weight: 1.5, dashArray: "6 4" })),
      );
    }
  }

  /** The areas of what is pointed at, and of the incident that was chosen. */
  drawPointedAt(): void {
    this.pointedAt.clearLayers();
    const { spots } = this.view.model;
    const wanted = this.view.hovered.slice(0, mostPointedAt);
    if (this.view.selected >= 0) {
      for (let spot = Math.max(this.view.model.firstSpot[this.view.selected], 0); spot < spots.count; spot++) {
        if (spots.incident[spot] !== this.view.selected) break;
        wanted.push(spot);
      }
    }
    const areas = new Set(wanted.map((spot) => spots.area[spot]));
    const footprints = new Set(wanted.map((spot) => spots.footprint[spot]));
    const style = this.style("pointed-at", {
      color: colour("--chosen"),
      weight: 2,
      fillColor: colour("--chosen"),
      fillOpacity: 0.1,
    });
    for (const number of areas) {
      if (number !== none) this.pointedAt.addLayer(L.polygon(latLngs(this.view.model.areas()[number]), style));
    }
    footprints.delete(none);
    const known = footprints.size === 0 || this.view.model.hasFootprints;
    if (!this.isLoaded(known, () => this.view.model.loadFootprints())) return;
    for (const number of footprints) {
      this.pointedAt.addLayer(L.polygon(latLngs(this.view.model.footprint(number)), style));
    }
  }
}
