// SPDX-License-Identifier: MIT
// What is shown stands in the address, after `#`: an incident, filters, days, the language. docs/page.md has the names.
import { dayOf, dayText, type Span } from "./dates.ts";
import { filterKeys } from "./filters.ts";
import { chooseLanguage, firstLanguage, isLanguage, language, onLanguage } from "./language.ts";
import type { View } from "./view.ts";

/** The day of `2020-07-27`; nothing for any other text. */
export function readDay(text: string | null): number | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text ?? "");
  if (!parts) return null;
  const day = dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return dayText(day) === parts[0] ? day : null;
}

function spanOf(asked: URLSearchParams, whole: Span | null): Span | null {
  const first = readDay(asked.get("from"));
  const last = readDay(asked.get("to"));
  if (!whole || (first === null && last === null)) return null;
  const span = { first: first ?? whole.first, last: last ?? whole.last };
  return span.first <= span.last ? span : null;
}

/** What stands after `#` for what is shown now; empty where nothing is chosen. */
export function fragmentOf(view: View): string {
  const told = new URLSearchParams();
  if (view.selected >= 0) told.set("incident", view.model.incidents.id[view.selected]);
  for (const key of filterKeys) if (view.filters.get(key) !== "") told.set(key, view.filters.get(key));
  if (view.span) {
    told.set("from", dayText(view.span.first));
    told.set("to", dayText(view.span.last));
  }
  if (!view.undatedShown) told.set("undated", "no");
  if (language() !== firstLanguage()) told.set("lang", language());
  const text = told.toString();
  return text === "" ? "" : `#${text}`;
}

export function linkOf(view: View): string {
  return location.href.replace(/#.*$/, "") + fragmentOf(view);
}

/** The language that the address asks for, before anything is drawn. */
export function followLanguage(): void {
  const asked = new URLSearchParams(location.hash.slice(1)).get("lang");
  if (isLanguage(asked)) chooseLanguage(asked);
}

export function followAddress(view: View): void {
  const state = () => [filterKeys.map((key) => view.filters.get(key)), view.span, view.undatedShown];
  const open = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    const lang = asked.get("lang") ?? firstLanguage();
    if (isLanguage(lang)) chooseLanguage(lang);
    const before = JSON.stringify(state());
    for (const key of filterKeys) view.filters.set(key, asked.get(key) ?? "");
    const span = spanOf(asked, view.model.days);
    const undated = asked.get("undated") !== "no";
    // Drawing all anew takes a while where there is much.
    if (before !== JSON.stringify([filterKeys.map((key) => view.filters.get(key)), span, undated])) view.showDays(span, undated);
    const named = asked.get("incident");
    const incident = named === null ? -1 : view.model.incidentNumber(named);
    if (incident >= 0 && incident !== view.selected) view.select(incident);
  };
  const tell = () => {
    try {
      history.replaceState(null, "", location.pathname + location.search + fragmentOf(view));
    } catch {
      // A page that is shown inside another may not change its address.
    }
  };
  open();
  view.onChange((change) => {
    if (change !== "hovered") tell();
  });
  onLanguage(tell);
  window.addEventListener("hashchange", open);
}
