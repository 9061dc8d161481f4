// SPDX-License-Identifier: MIT
// What is asked for besides days and layers: each filter lets through the spots that have one value.
import { none } from "./blocks.ts";
import type { Model } from "./model.ts";

export const filterKeys = ["type", "weapon", "actor", "country", "province", "source", "located", "killed"] as const;
export type FilterKey = (typeof filterKeys)[number];

/** Parts that are separated by ` | `, each once. */
export function partsOf(text: string): string[] {
  if (text === "") return [];
  return text.includes("|") ? [...new Set(text.split("|").map((part) => part.trim()).filter(Boolean))] : [text];
}

/** The publisher of `Publisher, 2020-10-01`. */
function publisherOf(source: string): string {
  return source.replace(/, \d{4}(-\d\d){0,2}$/, "");
}

export class Filters {
  private readonly asked = new Map<FilterKey, string>();

  constructor(private readonly model: Model) {}

  get(key: FilterKey): string {
    return this.asked.get(key) ?? "";
  }

  set(key: FilterKey, value: string): void {
    if (value === "") this.asked.delete(key);
    else this.asked.set(key, value);
  }

  clear(): void {
    this.asked.clear();
  }

  get isEmpty(): boolean {
    return this.asked.size === 0;
  }

  /** The values of a spot. */
  valuesOf(key: FilterKey, spot: number): string[] {
    const { incidents, spots } = this.model;
    const incident = spots.incident[spot];
    switch (key) {
      case "type":
        return [incidents.subType[incident] || incidents.type[incident]].filter(Boolean);
      case "weapon":
        return partsOf(incidents.weapon[incident]);
      case "actor":
        return partsOf(incidents.actors[incident]);
      case "country":
        return spots.country[spot] ? [spots.country[spot]] : [];
      case "province":
        return spots.admin1[spot] ? [spots.admin1[spot]] : [];
      case "source":
        return [...new Set(partsOf(incidents.sources[incident]).map(publisherOf))];
      case "located":
        return [spots.area[spot] !== none ? "area" : this.model.isMapped(spot) ? "point" : "none"];
      case "killed":
        return incidents.killed[incident] === none ? [] : [String(incidents.killed[incident])];
    }
  }

  /** Whether a spot has what every filter asks for, but for the one that is left out. */
  has(spot: number, leftOut?: FilterKey): boolean {
    for (const [key, value] of this.asked) {
      if (key === leftOut) continue;
      const values = this.valuesOf(key, spot);
      const fits = key === "killed" ? values.length > 0 && Number(values[0]) >= Number(value) : values.includes(value);
      if (!fits) return false;
    }
    return true;
  }

  /** Each value with its number of incidents among spots that are wanted, the commonest first. */
  counts(key: FilterKey, isWanted: (spot: number) => boolean): [string, number][] {
    const counts = new Map<string, number>();
    const last = new Map<string, number>();
    const { spots } = this.model;
    for (let spot = 0; spot < spots.count; spot++) {
      if (!isWanted(spot)) continue;
      for (const value of this.valuesOf(key, spot)) {
        // The spots of an incident stand together: it counts once.
        if (last.get(value) === spots.incident[spot]) continue;
        last.set(value, spots.incident[spot]);
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }
}
