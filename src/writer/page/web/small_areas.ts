// SPDX-License-Identifier: MIT
// Areas that are too small to be seen at a zoom, or that a mark hides, stand in dashed rings above the marks.
import * as L from "leaflet";
import { svgElement } from "./dom.ts";
import type { AreaLayers } from "./map_areas.ts";
import type { Box } from "./map_base.ts";

const leastRadius = 8;
const beyondMark = 4;

/** A dashed circle on a light one, as large as asked. */
export function dashedRing(radius: number): SVGElement {
  const size = Math.ceil(radius * 2 + 5);
  const svg = svgElement("svg", { width: size, height: size, viewBox: `0 0 ${size} ${size}`, "aria-hidden": "true" });
  const circle = { cx: size / 2, cy: size / 2, r: radius, fill: "none" };
  svg.append(svgElement("circle", { ...circle, class: "small-area-halo", "stroke-width": 4 }));
  svg.append(svgElement("circle", { ...circle, class: "small-area-line", "stroke-width": 1.8, "stroke-dasharray": "4 2.5" }));
  return svg;
}

export class SmallAreas {
  private readonly pane: HTMLElement;

  constructor(
    private readonly map: L.Map,
    private readonly areas: AreaLayers,
  ) {
    this.pane = map.createPane("small-areas");
    this.pane.style.zIndex = "610";
    this.pane.style.pointerEvents = "none";
    this.pane.setAttribute("aria-hidden", "true");
  }

  /** \param marks what is drawn already \return the radii of the rings, by the numbers of their areas */
  draw(marks: Box[]): Map<number, number> {
    const radii = new Map<number, number>();
    const drawn: HTMLElement[] = [];
    for (const { number, label } of this.areas.shown) {
      const point = this.map.latLngToLayerPoint([label[1], label[0]]);
      const radius = radiusAbout(point, marks);
      if (this.sizeOf(number) >= 2 * radius) continue;
      radii.set(number, radius);
      const ring = document.createElement("span");
      ring.className = "small-area";
      ring.append(dashedRing(radius));
      ring.style.transform = `translate(${point.x.toFixed(1)}px, ${point.y.toFixed(1)}px) translate(-50%, -50%)`;
      drawn.push(ring);
    }
    this.pane.replaceChildren(...drawn);
    document.body.classList.toggle("has-small-areas", drawn.length > 0);
    return radii;
  }

  /** In pixels, from edge to edge. */
  private sizeOf(number: number): number {
    const bounds = this.areas.boundsOfArea(number);
    if (!bounds) return Infinity;
    const from = this.map.latLngToLayerPoint(bounds.getSouthWest());
    const to = this.map.latLngToLayerPoint(bounds.getNorthEast());
    return Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y));
  }
}

/** Of a ring that no mark about the same point hides. */
function radiusAbout(point: L.Point, marks: Box[]): number {
  let radius = leastRadius;
  for (const { left, top, right, bottom } of marks) {
    if (point.x < left || point.x > right || point.y < top || point.y > bottom) continue;
    radius = Math.max(radius, (right - left) / 2 + beyondMark);
  }
  return radius;
}
