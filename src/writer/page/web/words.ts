// SPDX-License-Identifier: MIT
// What is said of incidents, in the map, the table and the panel alike.
import { none } from "./blocks.ts";
import { number, phrase, t } from "./language.ts";
import type { Model } from "./model.ts";

export function counted(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** `2.0 km`, `850 m` */
export function metresText(metres: number): string {
  if (metres < 1_000) return `${Math.round(metres)} m`;
  return `${(metres / 1_000).toFixed(metres < 10_000 ? 1 : 0)} km`;
}

export function typeText(model: Model, incident: number): string {
  return model.incidents.subType[incident] || model.incidents.type[incident] || t("type_not_stated");
}

export function dateText(model: Model, incident: number): string {
  return model.incidents.date[incident] || phrase("undated");
}

export function placeText(model: Model, spot: number): string {
  return model.spots.place[spot] || phrase("place not stated");
}

/** `Nineveh, Iraq` */
export function regionText(model: Model, spot: number): string {
  const { admin1, country, place } = model.spots;
  return [admin1[spot], country[spot]].filter((part) => part && part !== place[spot]).join(", ");
}

/** How an incident is on the map at one of its places. */
export function positionText(model: Model, spot: number): string {
  if (model.spots.area[spot] !== none) return t("area_only");
  if (!model.isMapped(spot)) return t("located_none");
  const metres = model.spots.uncertaintyM[spot];
  return metres === none ? t("point") : `${t("point")} ± ${metresText(metres)}`;
}

/** `Camp Taji, 2020-07-27, Shelling/artillery/missile attack` */
export function spotText(model: Model, spot: number): string {
  const incident = model.spots.incident[spot];
  return [placeText(model, spot), dateText(model, incident), typeText(model, incident)].join(", ");
}
