// SPDX-License-Identifier: MIT
// What lies below the layers: land, borders (dashed where disputed), names of countries and towns.
import * as L from "leaflet";
import { integers, texts } from "./blocks.ts";
import { element } from "./dom.ts";
import type { Model } from "./model.ts";
import { areaOf, bordersOf, boundsOf, isInside, largestRing, linesOf, type Path, positionInside } from "./shapes.ts";

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Named {
  name: string;
  lat: number;
  lon: number;
  isCountry: boolean;
  isSea: boolean;
  /** Of a country in which incidents lie: it is named where there is any room. */
  isMeant: boolean;
  /** In degrees; a country smaller on the screen than its name has none. */
  width: number;
  /** The outline of a country: where its middle is out of view its name stands elsewhere in it. */
  ring: Path | null;
}

/** Where a name may stand, and how large its letters are. */
interface Offer {
  point: L.Point;
  letters: number;
}

const mostNames = 60;
/** Of the names of countries that find no room else. */
const smallLetters = 9.5;
const beyondMark = [6, 12];
/** Arabic. */
const joining = /[\u0600-\u06ff]/;
/** To the right, left, above, below, at the corners. */
const beside = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [-1, -1], [1, 1], [-1, 1]];
const leastZoomWithProvinces = 4;
/** Of ranks from 0; those beyond are drawn near enough only. */
const largeRivers = 4;

/** A colour of the style sheet. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Pixels at the foot of the map that sentences cover; the page to review drafts on has none. */
export function hiddenBelow(): number {
  const words = document.getElementById("map-words");
  return words && getComputedStyle(words).position === "absolute" ? words.offsetHeight : 0;
}

export function latLngs(area: Path[][]): L.LatLngTuple[][][] {
  return area.map((polygon) => polygon.map((ring) => ring.map(([x, y]): L.LatLngTuple => [y, x])));
}

export class BaseLayer {
  private readonly group = L.layerGroup();
  private readonly screen = L.canvas({ pane: "base", padding: 0.3 });
  private readonly paper = L.svg({ pane: "base", padding: 0 });
  private readonly names: HTMLElement;
  private readonly areas: { isCountry: boolean; isSettled: boolean; rings: L.LatLngTuple[][][]; borders: L.LatLngTuple[][] }[] = [];
  private readonly lakes: L.LatLngTuple[][][][] = [];
  private readonly rivers: { isLarge: boolean; lines: L.LatLngTuple[][] }[] = [];
  private readonly named: Named[] = [];
  private hadProvinces = true;
  /** Whether tiles are seen, which have land and towns of their own. */
  private overTiles = false;

  constructor(
    private readonly map: L.Map,
    model: Model,
  ) {
    map.createPane("base").style.zIndex = "200";
    this.names = map.createPane("names");
    this.names.style.zIndex = "450";
    this.names.setAttribute("aria-hidden", "true");
    this.group.addTo(map);
    this.read(model);
    if (model.about.tiles) this.addTiles(model.about.tiles);
    this.draw();
  }

  /** What the server does not give, for want of a network say, the page draws itself. */
  private addTiles({ url, attribution }: { url: string; attribution: string }): void {
    this.map.createPane("tiles").style.zIndex = "150";
    // Owners of tiles ask for the page's origin; the rest of its address is nobody's business.
    const tiles = L.tileLayer(url, { pane: "tiles", maxZoom: 19, referrerPolicy: "strict-origin-when-cross-origin" });
    tiles.once("tileload", () => {
      this.overTiles = true;
      this.draw();
      this.map.fire("moveend");
    });
    tiles.addTo(this.map);
    const credit = new L.Control({ position: "bottomright" });
    credit.onAdd = () => element("div", { class: "tiles-credit", dir: "auto" }, attribution);
    credit.addTo(this.map);
  }

  private read(model: Model): void {
    const aDegree = model.about.steps_a_degree;
    for (const { name, country, settled, meant, shape } of model.base.areas) {
      const area = areaOf(shape, aDegree);
      const [borders] = latLngs([bordersOf(area)]);
      this.areas.push({ isCountry: country === 1, isSettled: settled === 1, rings: latLngs(area), borders });
      const ring = country === 1 && name ? largestRing(area) : null;
      const inside = ring && positionInside(ring);
      const bounds = ring && boundsOf(ring);
      if (!name || !inside || !bounds) continue;
      const isMeant = meant === 1;
      this.named.push({ name, lon: inside[0], lat: inside[1], isCountry: true, isSea: false, isMeant, width: bounds.east - bounds.west, ring });
    }
    this.named.sort((a, b) => Number(b.isMeant) - Number(a.isMeant));
    for (const { name, lon, lat, width } of model.base.seas ?? []) {
      this.named.push({ name, lon, lat, isCountry: false, isSea: true, isMeant: false, width, ring: null });
    }
    for (const shape of model.base.lakes ?? []) this.lakes.push(latLngs(areaOf(shape, aDegree)));
    for (const { rank, shape } of model.base.rivers ?? []) {
      this.rivers.push({ isLarge: rank < largeRivers, lines: latLngs([linesOf(shape, aDegree)])[0] });
    }
    const { towns } = model.base;
    const lons = integers([towns], "lon");
    const lats = integers([towns], "lat");
    texts([towns], "name").forEach((name, i) => {
      this.named.push({ name, lon: lons[i] / aDegree, lat: lats[i] / aDegree, isCountry: false, isSea: false, isMeant: false, width: 0, ring: null });
    });
  }

  /** Provinces are drawn near enough only. */
  zoomed(): void {
    if (this.hadProvinces !== this.map.getZoom() >= leastZoomWithProvinces) this.draw();
  }

  /** Paper gets drawings that are sharp in any size. */
  draw(onPaper = false): void {
    this.group.clearLayers();
    const renderer = onPaper ? this.paper : this.screen;
    const common = { renderer, interactive: false, smoothFactor: 1, pane: "base" };
    const land = { ...common, stroke: false, fillColor: colour("--land"), fillOpacity: 1 };
    const painted = this.overTiles ? [] : this.areas;
    for (const { isCountry, rings } of painted) if (isCountry) this.group.addLayer(L.polygon(rings, land));
    const addBorders = (borders: L.LatLngTuple[][], options: L.PolylineOptions) =>
      this.group.addLayer(L.polyline(borders, { ...common, ...options }));
    this.hadProvinces = this.map.getZoom() >= leastZoomWithProvinces;
    if (!this.overTiles) {
      for (const { isLarge, lines } of this.rivers) {
        if (isLarge || this.hadProvinces) addBorders(lines, { color: colour("--river"), weight: isLarge ? 1.3 : 0.8 });
      }
      const water = { ...common, color: colour("--river"), weight: 0.6, fillColor: colour("--sea"), fillOpacity: 1 };
      for (const lake of this.lakes) this.group.addLayer(L.polygon(lake, water));
    }
    for (const { isCountry, borders } of this.areas) {
      if (!isCountry && this.hadProvinces && !this.overTiles) addBorders(borders, { color: colour("--province"), weight: 0.8 });
    }
    for (const { isCountry, isSettled, borders } of this.areas) {
      if (isCountry) addBorders(borders, { color: colour("--border"), weight: 1.1, dashArray: isSettled ? undefined : "4 4" });
    }
  }

  /** Where a name may stand, the best first. */
  private placesOf({ lat, lon, ring }: Named, view: L.LatLngBounds): [number, number][] {
    const places: [number, number][] = [[lat, lon]];
    if (!ring) return places;
    const bounds = boundsOf(ring);
    if (!bounds || !view.intersects([[bounds.south, bounds.west], [bounds.north, bounds.east]])) return [];
    const steps = 9;
    for (let row = 1; row < steps; row++) {
      for (let column = 1; column < steps; column++) {
        const y = view.getSouth() + ((view.getNorth() - view.getSouth()) * row) / steps;
        const x = view.getWest() + ((view.getEast() - view.getWest()) * column) / steps;
        if (isInside(ring, x, y)) places.push([y, x]);
      }
    }
    const rest = places.slice(1);
    const middle = rest.reduce(([a, b], [c, d]) => [a + c / rest.length, b + d / rest.length], [0, 0]);
    rest.sort((a, b) => Math.hypot(a[0] - middle[0], a[1] - middle[1]) - Math.hypot(b[0] - middle[0], b[1] - middle[1]));
    return [places[0], ...rest];
  }

  /** Names of countries and towns where there is room for them; `taken` is covered already. */
  drawNames(taken: Box[]): void {
    const boxes = [...taken];
    const drawn: HTMLElement[] = [];
    const view = this.map.getBounds();
    const zoom = this.map.getZoom();
    const pixelsADegree = (256 * 2 ** zoom) / 360;
    const size = this.map.getSize();
    const topLeft = this.map.containerPointToLayerPoint([0, 0]);
    const frame = { left: topLeft.x, top: topLeft.y, right: topLeft.x + size.x, bottom: topLeft.y + size.y - hiddenBelow() };
    for (const named of this.named) {
      if (drawn.length >= mostNames) break;
      const { name, isCountry, isSea, isMeant, width } = named;
      const letters = isCountry ? 12.5 : 11;
      const wide = widthOf(named, letters);
      if (isCountry && ((!isMeant && width * pixelsADegree < wide * 0.7) || zoom > 11)) continue;
      if (isSea && (width * pixelsADegree < wide || this.overTiles)) continue;
      if (!isCountry && !isSea && (zoom < 4 || this.overTiles || !view.contains([named.lat, named.lon]))) continue;
      const points = this.placesOf(named, view).map((place) => this.map.latLngToLayerPoint(place));
      const offers: Offer[] = points.map((point) => ({ point, letters }));
      // Beside a country that its incidents cover; where there is little room, in small letters.
      if (isMeant && points.length > 0) offers.push(...offersBeside(named, points[0]));
      // Beyond the mark of what happened in the town, which stands for its dot.
      const isMarked = !isCountry && !isSea && taken.some(({ left, top, right, bottom }) => {
        const [{ x, y }] = points;
        return x >= left && x <= right && y >= top && y <= bottom;
      });
      if (isMarked) for (const beyond of beyondMark) offers.push({ point: points[0].add([beyond, 0]), letters });
      for (const { point, letters } of offers) {
        const wide = widthOf(named, letters);
        const left = isCountry || isSea ? point.x - wide / 2 : point.x + 5;
        const box = { left, top: point.y - letters * 0.7, right: left + wide, bottom: point.y + letters * 0.7 };
        const isCut = box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom;
        if (isCut || boxes.some((other) => overlaps(box, other))) continue;
        boxes.push({ ...box, left: box.left - 6 });
        const isSmall = isCountry && letters === smallLetters;
        const kind = isCountry ? `country${isSmall ? " small" : ""}` : isSea ? "sea" : isMarked ? "town marked" : "town";
        const label = element("span", { class: `name ${kind}${joining.test(name) ? " joining" : ""}`, dir: "auto" }, name);
        label.style.transform = `translate(${Math.round(point.x)}px, ${Math.round(point.y)}px)`;
        drawn.push(label);
        break;
      }
    }
    this.names.replaceChildren(...drawn);
  }
}

/** Of a name, in pixels. */
function widthOf({ name, isCountry }: Named, letters: number): number {
  return name.length * letters * (isCountry ? (letters === smallLetters ? 0.7 : 0.85) : 0.56);
}

/** Places about a point for the name of a country, the nearest first. */
function offersBeside(named: Named, middle: L.Point): Offer[] {
  const offers: Offer[] = [];
  for (const far of [1, 1.7, 2.6]) {
    for (const letters of [12.5, smallLetters]) {
      const wide = widthOf(named, letters);
      for (const [x, y] of beside) offers.push({ point: middle.add([x * (wide / 2 + 12 * far), y * letters * 1.44 * far]), letters });
    }
  }
  return offers;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}
