// SPDX-License-Identifier: MIT
// Elements made by hand: every text goes in as text, never as markup.

type Attributes = Record<string, string | number | boolean | null | undefined>;
type Child = Node | string | null | undefined;

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  append(made, children);
  return made;
}

const svgNamespace = "http://www.w3.org/2000/svg";

export function svgElement(tag: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  const made = document.createElementNS(svgNamespace, tag);
  setAttributes(made, attributes);
  append(made, children);
  return made;
}

function setAttributes(made: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? "" : String(value));
  }
}

function append(made: Element, children: Child[]): void {
  for (const child of children) {
    if (child !== null && child !== undefined && child !== "") made.append(child);
  }
}

/** The element of the page's skeleton with that id. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found as T;
}

/** A text of the data: in whatever direction its letters run. */
export function dataText(text: string, tag: "span" | "p" | "div" | "td" | "blockquote" = "span"): HTMLElement {
  return element(tag, { dir: "auto" }, text);
}

/** An address of the data, where it is one of the web; nothing for any other, such as `javascript:`. */
export function webAddress(text: string): string | null {
  if (!/^https?:\/\//i.test(text.trim())) return null;
  try {
    const url = new URL(text.trim());
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

/** A link to an address of the data; plain text where it is no web address. */
export function sourceLink(text: string, address: string | null | undefined): HTMLElement {
  const href = address ? webAddress(address) : null;
  if (!href) return dataText(text);
  return element("a", { href, rel: "noopener noreferrer", target: "_blank", dir: "auto" }, text);
}

/** Tells a screen reader what has changed. */
export function announce(words: string): void {
  byId("announcements").textContent = words;
}
