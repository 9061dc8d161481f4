// SPDX-License-Identifier: MIT
// The same marks as in QGIS and in pictures.
import { svgElement } from "./dom.ts";
import type { Style, SymbolName } from "./model.ts";

/** The corners of a mark of radius 1 about 0/0; nothing for a circle. */
function corners(symbol: SymbolName): [number, number][] | null {
  switch (symbol) {
    case "circle":
      return null;
    case "square":
      return [
        [-0.89, -0.89],
        [0.89, -0.89],
        [0.89, 0.89],
        [-0.89, 0.89],
      ];
    case "diamond":
      return [
        [0, -1.2],
        [1.2, 0],
        [0, 1.2],
        [-1.2, 0],
      ];
    case "triangle":
      return [
        [0, -1.2],
        [1.1, 0.85],
        [-1.1, 0.85],
      ];
    case "triangle_down":
      return [
        [0, 1.2],
        [1.1, -0.85],
        [-1.1, -0.85],
      ];
    case "star":
      return Array.from({ length: 10 }, (_, i): [number, number] => {
        const radius = i % 2 === 0 ? 1.3 : 0.58;
        const angle = (Math.PI / 5) * i - Math.PI / 2;
        return [radius * Math.cos(angle), radius * Math.sin(angle)];
      });
  }
}

export interface Ink {
  fill: string;
  stroke: string;
  strokeWidth: number;
}

export function colourOf(rgb: number): string {
  return `#${rgb.toString(16).padStart(6, "0")}`;
}

export const launchInk: Ink = { fill: "#ffffff", stroke: "#0072b2", strokeWidth: 2.2 };
export const otherInk: Ink = { fill: "#ffffff", stroke: "#6c757d", strokeWidth: 2.2 };

export function styleInk(style: Style): Ink {
  return { fill: colourOf(style.rgb), stroke: "#ffffff", strokeWidth: 1.3 };
}

/** Of a draft that nobody has confirmed: the edge alone, in the colour that would fill it. */
export function hollow(ink: Ink): Ink {
  return { fill: "none", stroke: ink.fill === "#ffffff" ? ink.stroke : ink.fill, strokeWidth: 2.2 };
}

/** A mark drawn in a box of `size` pixels, with its number where it stands for several. */
export function mark(symbol: SymbolName, ink: Ink, radius: number, count = 1): SVGElement {
  const size = Math.ceil(radius * 2.6 + 4);
  const middle = size / 2;
  const svg = svgElement("svg", { width: size, height: size, viewBox: `0 0 ${size} ${size}`, "aria-hidden": "true" });
  const points = corners(symbol)
    ?.map(([x, y]) => `${(middle + x * radius).toFixed(2)},${(middle + y * radius).toFixed(2)}`)
    .join(" ");
  const shape = (attributes: Record<string, string | number>) =>
    points
      ? svgElement("polygon", { points, "stroke-linejoin": "round", ...attributes })
      : svgElement("circle", { cx: middle, cy: middle, r: radius, ...attributes });
  // A thin dark edge around the light one keeps it seen on any ground.
  svg.append(shape({ fill: "none", stroke: "rgba(0,0,0,0.45)", "stroke-width": ink.strokeWidth + 1.4 }));
  svg.append(shape({ fill: ink.fill, stroke: ink.stroke, "stroke-width": ink.strokeWidth }));
  if (count > 1) {
    const words = count.toLocaleString("en-GB");
    const dark = ink.fill === "#ffffff" || ink.fill === "none";
    svg.append(
      svgElement(
        "text",
        {
          x: middle,
          y: middle,
          "text-anchor": "middle",
          "dominant-baseline": "central",
          class: dark ? "mark-number dark" : "mark-number",
        },
        words,
      ),
    );
  }
  return svg;
}

/** The frame around an installation that was hit. */
export function frame(radius: number): SVGElement {
  const size = radius * 2 + 4;
  const svg = svgElement("svg", { width: size, height: size, viewBox: `0 0 ${size} ${size}`, "aria-hidden": "true" });
  const at = { x: 2, y: 2, width: radius * 2, height: radius * 2, fill: "none" };
  svg.append(svgElement("rect", { ...at, stroke: "rgba(255,255,255,0.8)", "stroke-width": 3.6 }));
  svg.append(svgElement("rect", { ...at, stroke: "#1e2326", "stroke-width": 1.6 }));
  return svg;
}
