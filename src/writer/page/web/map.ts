// SPDX-License-Identifier: MIT
// The map: base map and areas on canvases, marks as buttons that a keyboard reaches.
import * as L from "leaflet";
import { AreaLayers } from "./map_areas.ts";
import { BaseLayer, hiddenBelow } from "./map_base.ts";
import { MarkLayer } from "./map_marks.ts";
import { none } from "./blocks.ts";
import { byId } from "./dom.ts";
import { onLanguage, t } from "./language.ts";
import { outliersOf, outsideOf } from "./outliers.ts";
import type { View } from "./view.ts";

/** Below this zoom a kilometre differs too much between the top and the bottom of the map for one scale bar. */
const leastZoomWithScale = 4;
const farthestIn = 14;
const mostLookedAt = 3_000;

export class MapPanel {
  readonly map: L.Map;
  private readonly base: BaseLayer;
  private readonly areas: AreaLayers;
  private readonly marks: MarkLayer;
  private readonly scale = L.control.scale({ imperial: false, position: "bottomleft" });
  private scaleShown = false;
  /** Names of what lies outside of the map at first. */
  private outside: string[] = [];
  /** What the map was last made to show whole, and where that put it. */
  private fitted: { bounds: L.LatLngBounds; centre: L.LatLng; zoom: number } | null = null;

  constructor(
    element: HTMLElement,
    private readonly view: View,
    showTogether: (spots: number[], title: string) => void,
  ) {
    this.map = L.map(element, {
      attributionControl: false,
      zoomAnimation: false,
      fadeAnimation: false,
      inertia: !matchMedia("(prefers-reduced-motion: reduce)").matches,
      minZoom: 1,
      maxZoom: farthestIn,
      zoomSnap: 0.5,
      worldCopyJump: false,
      maxBounds: [
        [-89, -220],
        [89, 220],
      ],
    });
    this.base = new BaseLayer(this.map, view.model);
    this.areas = new AreaLayers(this.map, view);
    this.marks = new MarkLayer(this.map, view, this.areas, showTogether);
    this.showMost();
    onLanguage(() => this.tellOutside());
    this.map.on("zoomend", () => {
      this.refreshScale();
      this.base.zoomed();
    });
    this.map.on("moveend", () => {
      this.marks.draw();
      this.base.drawNames(this.marks.taken());
    });
    this.refreshScale();
    this.base.zoomed();
    this.areas.draw();
    this.marks.draw();
    this.base.drawNames(this.marks.taken());
    view.onChange((change) => {
      if (change === "shown") this.areas.draw();
      if (change === "selected") this.lookAtSelected();
      if (change === "hovered") this.areas.drawPointedAt();
      else this.marks.draw();
      if (change === "shown") this.base.drawNames(this.marks.taken());
    });
  }

  private refreshScale(): void {
    const wanted = this.map.getZoom() >= leastZoomWithScale;
    if (wanted === this.scaleShown) return;
    if (wanted) this.scale.addTo(this.map);
    else this.scale.remove();
    this.scaleShown = wanted;
  }

  /** Shows where most incidents are, and tells what lies far off. */
  private showMost(): void {
    const { spots, launches } = this.view.model;
    const lats: number[] = [];
    const lons: number[] = [];
    const names: string[] = [];
    const add = (lat: number, lon: number, name: string) => {
      if (Number.isNaN(lat) || Number.isNaN(lon)) return;
      lats.push(lat);
      lons.push(lon);
      names.push(name);
    };
    // Of very many, every so many tell where most are.
    const step = Math.max(1, Math.ceil(spots.count / mostLookedAt));
    for (let i = 0; i < spots.count; i += step) add(spots.lat[i], spots.lon[i], spots.place[i]);
    for (let i = 0; i < launches.count && lats.length < 2 * mostLookedAt; i++) add(launches.lat[i], launches.lon[i], launches.place[i]);
    const { frame } = this.view.model.about;
    const beyond = frame ? outsideOf(frame, lats, lons) : outliersOf(lats, lons);
    const outside = new Set(step > 1 ? [] : beyond);
    this.outside = [...outside].map((i) => names[i]);
    this.tellOutside();
    if (frame) {
      const [west, south, east, north] = frame;
      this.show(L.latLngBounds([[south, west], [north, east < west ? east + 360 : east]]));
      return;
    }
    if (outside.size === 0) {
      this.showAll();
      return;
    }
    const bounds = L.latLngBounds(lats.flatMap((lat, i): L.LatLngTuple[] => (outside.has(i) ? [] : [[lat, lons[i]]])));
    this.show(bounds);
  }

  private tellOutside(): void {
    const told = byId("map-outside");
    told.hidden = this.outside.length === 0;
    const names = [...new Set(this.outside)];
    const listed = names.slice(0, 5).join(", ") + (names.length > 5 ? ", …" : "");
    told.textContent = told.hidden ? "" : t("outside", { count: this.outside.length, names: listed });
  }

  private show(bounds: L.LatLngBounds): void {
    this.map.fitBounds(bounds.pad(0.08), { maxZoom: 9, animate: false, paddingTopLeft: [40, 10], paddingBottomRight: [20, 14 + hiddenBelow()] });
    this.fitted = { bounds, centre: this.map.getCenter(), zoom: this.map.getZoom() };
  }

  /** Shows all that has a position; a country-wide area only where there is nothing else. */
  showAll(): void {
    const { spots, launches } = this.view.model;
    const bounds = L.latLngBounds([]);
    for (let i = 0; i < spots.count; i++) {
      if (!Number.isNaN(spots.lon[i])) bounds.extend([spots.lat[i], spots.lon[i]]);
    }
    for (let i = 0; i < launches.count; i++) {
      if (!Number.isNaN(launches.lon[i])) bounds.extend([launches.lat[i], launches.lon[i]]);
    }
    if (!bounds.isValid()) {
      for (const area of this.view.model.areas()) {
        for (const [outer] of area) for (const [x, y] of outer ?? []) bounds.extend([y, x]);
      }
    }
    if (bounds.isValid()) this.show(bounds);
    else this.map.setView([20, 20], 2, { animate: false });
  }

  goTo(lat: number, lon: number, zoom: number): void {
    this.map.setView([lat, lon], Math.max(zoom, this.map.getZoom()), { animate: false });
  }

  private lookAtSelected(): void {
    this.areas.drawPointedAt();
    const spot = this.view.selectedSpot;
    if (spot < 0) return;
    const { spots } = this.view.model;
    if (!Number.isNaN(spots.lon[spot])) {
      const at = L.latLng(spots.lat[spot], spots.lon[spot]);
      const inView = this.map.getBounds().pad(-0.08).contains(at);
      if (!inView) this.map.setView(at, Math.max(this.map.getZoom(), 7), { animate: false });
    } else if (spots.area[spot] !== none) {
      const bounds = this.areas.boundsOfArea(spots.area[spot]);
      if (bounds && !this.map.getBounds().intersects(bounds)) this.map.fitBounds(bounds, { animate: false });
    }
  }

  /** After the map's element changed its size: what it was fitted to is fitted again, unless a reader has moved it. */
  resized(): void {
    const { fitted } = this;
    const isWhereItWas = fitted && this.map.getZoom() === fitted.zoom && this.map.getCenter().equals(fitted.centre);
    this.map.invalidateSize({ animate: false, pan: false });
    if (isWhereItWas) this.show(fitted.bounds);
  }

  /** After the reader's device went from light to dark, or back. */
  recoloured(onPaper = false): void {
    this.base.draw(onPaper);
    this.areas.draw(onPaper);
  }

  /** Before the map's element gets another size for paper; gives what undoes it. */
  onPaper(resize: () => void): () => void {
    const shown = this.map.getBounds();
    const centre = this.map.getCenter();
    const zoom = this.map.getZoom();
    resize();
    this.resized();
    this.map.fitBounds(shown, { animate: false });
    this.recoloured(true);
    return () => {
      this.resized();
      this.map.setView(centre, zoom, { animate: false });
      this.recoloured();
    };
  }

  /** Moves the focus to the marks, or to the map where there is none. */
  focus(): void {
    if (!this.marks.focus()) this.map.getContainer().focus();
  }
}
