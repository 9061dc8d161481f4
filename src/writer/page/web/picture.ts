// SPDX-License-Identifier: MIT
// The map as it stands on the screen, with its title and credit, as a picture.
import { byId } from "./dom.ts";
import { phrase } from "./language.ts";
import { colour } from "./map_base.ts";
import type { MapPanel } from "./map.ts";
import type { View } from "./view.ts";

const scale = 2;
const head = 58;
const foot = 44;
const margin = 12;

function imageOf(svg: SVGElement): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGElement;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  // What the style sheet paints has no style sheet in a picture.
  const painted = Array.from(svg.querySelectorAll("[class^='small-area']"));
  Array.from(copy.querySelectorAll("[class^='small-area']")).forEach((shape, i) => shape.setAttribute("stroke", getComputedStyle(painted[i]).stroke));
  for (const text of Array.from(copy.querySelectorAll("text"))) {
    const dark = text.classList.contains("dark");
    text.setAttribute("fill", dark ? "#1e2326" : "#ffffff");
    text.setAttribute("font-family", "system-ui, sans-serif");
    text.setAttribute("font-size", "11");
    text.setAttribute("font-weight", "700");
  }
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error("a mark could not be drawn"));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  });
}

/** Words of the page as they stand on it, on a light edge. */
function drawWords(draw: CanvasRenderingContext2D, words: Element, origin: DOMRect): void {
  const box = words.getBoundingClientRect();
  const style = getComputedStyle(words);
  draw.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  draw.textBaseline = "middle";
  draw.textAlign = "center";
  draw.lineJoin = "round";
  draw.lineWidth = 3;
  const text = style.textTransform === "uppercase" ? (words.textContent ?? "").toUpperCase() : (words.textContent ?? "");
  const x = box.left - origin.left + box.width / 2;
  const y = box.top - origin.top + box.height / 2;
  draw.strokeStyle = colour("--halo");
  draw.strokeText(text, x, y);
  draw.fillStyle = style.color;
  draw.fillText(text, x, y);
}

function fitted(draw: CanvasRenderingContext2D, text: string, width: number): string {
  if (draw.measureText(text).width <= width) return text;
  let end = text.length;
  while (end > 1 && draw.measureText(`${text.slice(0, end)}…`).width > width) end--;
  return `${text.slice(0, end)}…`;
}

/** \return a PNG of twice as many pixels as the map has on the screen */
export async function pictureOf(map: MapPanel, view: View): Promise<Blob> {
  const element = map.map.getContainer();
  const origin = element.getBoundingClientRect();
  const canvas = document.createElement("canvas");
  canvas.width = origin.width * scale;
  canvas.height = (origin.height + head + foot) * scale;
  const draw = canvas.getContext("2d");
  if (!draw) throw new Error("this browser draws no pictures");
  draw.scale(scale, scale);
  draw.fillStyle = colour("--paper");
  draw.fillRect(0, 0, origin.width, origin.height + head + foot);
  draw.save();
  draw.translate(0, head);
  draw.beginPath();
  draw.rect(0, 0, origin.width, origin.height);
  draw.clip();
  draw.fillStyle = colour("--sea");
  draw.fillRect(0, 0, origin.width, origin.height);
  const at = (box: DOMRect): [number, number, number, number] => [box.left - origin.left, box.top - origin.top, box.width, box.height];
  for (const layer of Array.from(element.querySelectorAll("canvas"))) draw.drawImage(layer, ...at(layer.getBoundingClientRect()));
  for (const name of Array.from(element.querySelectorAll(".name, button.mark.area"))) drawWords(draw, name, origin);
  for (const svg of Array.from(element.querySelectorAll<SVGElement>(".frame svg, button.mark svg, .small-area svg"))) {
    draw.drawImage(await imageOf(svg), ...at(svg.getBoundingClientRect()));
  }
  draw.restore();
  draw.fillStyle = colour("--ink");
  draw.textBaseline = "top";
  draw.font = "700 20px system-ui, sans-serif";
  draw.fillText(fitted(draw, view.model.about.title, origin.width - 2 * margin), margin, 8);
  draw.font = "14px system-ui, sans-serif";
  draw.fillText(fitted(draw, byId("shown-count").textContent ?? "", origin.width - 2 * margin), margin, 34);
  draw.font = "11px system-ui, sans-serif";
  draw.fillText(fitted(draw, phrase(view.model.about.boundaries), origin.width - 2 * margin), margin, origin.height + head + 8);
  draw.fillText(fitted(draw, byId("footer").textContent ?? "", origin.width - 2 * margin), margin, origin.height + head + 24);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture was made"))), "image/png"));
}
