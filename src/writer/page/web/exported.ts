// SPDX-License-Identifier: MIT
// What is shown as files: a table, GeoJSON.
import { none } from "./blocks.ts";
import type { Model } from "./model.ts";
import type { View } from "./view.ts";
import { dateText } from "./words.ts";

const fields = ["incident_id", "date", "event_type", "sub_event_type", "weapon", "killed", "place", "admin1", "country", "status", "latitude", "longitude", "uncertainty_m", "attributed_to", "sources"] as const;
type Field = (typeof fields)[number];
type Facts = Record<Field, string | number | null>;

function factsOf(model: Model, spot: number): Facts {
  const { incidents, spots } = model;
  const incident = spots.incident[spot];
  const whole = (value: number) => (value === none ? null : value);
  const degrees = (value: number) => (Number.isNaN(value) ? null : Math.round(value * 1e6) / 1e6);
  return {
    incident_id: incidents.id[incident],
    date: incidents.firstDay[incident] === none ? null : dateText(model, incident),
    event_type: incidents.type[incident],
    sub_event_type: incidents.subType[incident],
    weapon: incidents.weapon[incident],
    killed: whole(incidents.killed[incident]),
    place: spots.place[spot],
    admin1: spots.admin1[spot],
    country: spots.country[spot],
    status: spots.status[spot],
    latitude: degrees(spots.lat[spot]),
    longitude: degrees(spots.lon[spot]),
    uncertainty_m: whole(spots.uncertaintyM[spot]),
    attributed_to: incidents.actors[incident],
    sources: incidents.sources[incident],
  };
}

/** A cell of RFC 4180, of which no spreadsheet makes a formula. */
export function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function shownSpots(view: View): number[] {
  const shown: number[] = [];
  for (let spot = 0; spot < view.model.spots.count; spot++) if (view.shown[spot]) shown.push(spot);
  return shown;
}

export function csvOf(view: View): string {
  const rows = shownSpots(view).map((spot) => {
    const facts = factsOf(view.model, spot);
    return fields.map((field) => csvCell(facts[field])).join(",");
  });
  // A byte order mark, without which Excel garbles what is not Latin.
  return `\uFEFF${[fields.join(","), ...rows].join("\r\n")}\r\n`;
}

/** RFC 7946; the areas are those of the page, a little simplified. */
export function geoJsonOf(view: View): string {
  const { model } = view;
  const features = shownSpots(view).map((spot) => {
    const { latitude, longitude, ...properties } = factsOf(model, spot);
    const area = model.spots.area[spot];
    const geometry =
      area !== none
        ? { type: "MultiPolygon", coordinates: model.areas()[area] ?? [] }
        : latitude === null
          ? null
          : { type: "Point", coordinates: [longitude, latitude] };
    return { type: "Feature", geometry, properties };
  });
  return JSON.stringify({ type: "FeatureCollection", features });
}
