// SPDX-License-Identifier: MIT
// All that is known of one incident: what, when, where and why there, what else the words may mean, how far, what each
// report says, what does not fit, and the sources.
import type { Cell } from "./blocks.ts";
import { byId, dataText, element, sourceLink } from "./dom.ts";
import { onLanguage, phrase, t } from "./language.ts";
import type { Details, LookUp, Model } from "./model.ts";
import { reportTable } from "./panel_reports.ts";
import type { View } from "./view.ts";
import { counted, dateText, metresText, placeText, spotText, typeText } from "./words.ts";

type Row = Map<string, Cell>;

const placeLayers = ["attacks", "attack_areas", "other_incidents", "not_mapped"];
const mostListed = 200;

export function textOf(row: Row | undefined, column: string): string {
  const value = row?.get(column);
  return value === undefined ? "" : String(value);
}

/** `0`, `3`, `at least 30`, `4 to 6`, `up to 20`; empty where nothing is said. */
export function boundsText(low: string, best: string, high: string): string {
  if (best !== "") return best;
  if (low !== "" && high !== "") return low === high ? low : `${low} to ${high}`;
  if (low !== "") return `at least ${low}`;
  return high === "" ? "" : `up to ${high}`;
}

function parts(text: string): string[] {
  return text
    .split("|")
    .map((part) => part.trim())
    .filter(Boolean);
}

/** `Erbil, Iraq`: names that stand beside one another, each once. */
function namesOf(...names: (string | null)[]): string {
  return [...new Set(names.filter(Boolean))].join(", ");
}

/** What is written with ` | ` between, a line each. */
function lines(text: string): string {
  return parts(text).join("\n");
}

/** Each claim with who makes it; `by` has as many parts, in the same order. */
export function saidBy(what: string, by: string): string {
  const who = parts(by);
  const claims = parts(what);
  if (who.length !== claims.length) return who.length > 0 ? `${lines(what)}\naccording to ${who.join(", ")}` : lines(what);
  return claims.map((claim, i) => `${claim} (according to ${who[i]})`).join("\n");
}

function section(title: string, ...content: (Node | null)[]): HTMLElement | null {
  const filled = content.filter((node) => node !== null);
  return filled.length === 0 ? null : element("section", {}, element("h3", {}, phrase(title)), ...filled);
}

/** Pairs of a title and a text; those without a text are left out. */
function facts(pairs: [string, string][]): HTMLElement | null {
  const told = pairs.filter(([, text]) => text !== "");
  if (told.length === 0) return null;
  return element(
    "dl",
    {},
    ...told.map(([title, text]) => element("div", {}, element("dt", {}, phrase(title)), element("dd", { dir: "auto" }, text))),
  );
}

function list(items: (Node | string)[]): HTMLElement | null {
  return items.length === 0 ? null : element("ul", {}, ...items.map((item) => element("li", { dir: "auto" }, item)));
}

export class Panel {
  private readonly panel = byId("panel");
  private readonly title = byId("panel-title");
  private readonly body = byId("panel-body");
  private cameFrom: Element | null = null;
  private readonly model: Model;

  constructor(private readonly view: View) {
    this.model = view.model;
    byId("close-panel").addEventListener("click", () => this.close());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !this.panel.hidden && !byId<HTMLDialogElement>("about").open) this.close();
    });
    onLanguage(() => {
      if (view.selected >= 0 && !this.panel.hidden) void this.showIncident(view.selected);
    });
    view.onChange((change) => {
      if (change === "selected" && view.selected >= 0) void this.showIncident(view.selected);
    });
  }

  private open(title: string, content: (Node | null)[]): void {
    if (!this.panel.contains(document.activeElement)) this.cameFrom = document.activeElement;
    this.title.textContent = title;
    this.body.replaceChildren(...content.filter((node) => node !== null));
    this.panel.hidden = false;
    byId("side").scrollTop = 0;
    this.title.focus({ preventScroll: !matchMedia("(max-width: 760px)").matches });
  }

  close(): void {
    this.panel.hidden = true;
    this.view.select(-1);
    const back = this.cameFrom instanceof HTMLElement && this.cameFrom.isConnected ? this.cameFrom : null;
    (back ?? byId("map")).focus({ preventScroll: true });
  }

  /** Several incidents that one mark stands for. */
  showTogether(spots: number[], title: string): void {
    const items = spots.slice(0, mostListed).map((spot) => {
      const button = element("button", { type: "button", class: "link", dir: "auto" }, spotText(this.model, spot));
      button.addEventListener("click", () => this.view.select(this.model.spots.incident[spot], spot));
      return button;
    });
    const more = spots.length - items.length;
    const rest = more > 0 ? element("p", {}, `and ${counted(more, "more: it is", "more: they are")} in the table`) : null;
    this.open(title, [list(items), rest]);
  }

  private async showIncident(incident: number): Promise<void> {
    const details = await this.model.details(incident);
    if (this.view.selected !== incident) return;
    const places = placeLayers.flatMap((layer) => details.rows(layer).map((row) => ({ layer, row })));
    const first = places[0]?.row;
    const spot = this.model.firstSpot[incident];
    const title = spot >= 0 ? placeText(this.model, this.view.selectedSpot >= 0 ? this.view.selectedSpot : spot) : details.id;
    const heading = element("p", { class: "lead", dir: "auto" }, `${dateText(this.model, incident)} · ${typeText(this.model, incident)}`);
    this.open(title, [
      heading,
      this.what(first, details.rows("reports").length),
      ...places.map(({ layer, row }) => this.where(layer, row)),
      this.alternatives(details.lookUps),
      this.distances(details),
      this.reports(details),
      this.doubts(details),
      this.sources(details),
      element("p", { class: "id" }, `${phrase("Incident")} `, element("code", { dir: "auto" }, details.id)),
    ]);
  }

  /** What is told, as far as the reports bear it. The notes of several reports stand in their table. */
  private what(row: Row | undefined, reportCount: number): HTMLElement | null {
    if (!row) return null;
    const text = (column: string) => textOf(row, column);
    const people = (what: string) => boundsText(text(`${what}_low`), text(`${what}_best`), text(`${what}_high`));
    const own = (this.model.layer("attacks")?.columns ?? []).filter((column) => column.own === 1);
    return section(
      "What is told",
      facts([
        ["Date", text("event_date")],
        ["Event type", [text("event_type"), text("sub_event_type")].filter(Boolean).join(", ")],
        ["Weapon", [text("weapon_count_text"), text("weapon")].filter(Boolean).join(" ")],
        ["Killed", people("killed")],
        ["Injured", people("injured")],
        ["Damage", text("damage")],
        ["Attributed to", saidBy(text("attributed_to"), text("attributed_by"))],
        ["Claimed by", lines(text("claimed_by"))],
        ["Denied by", lines(text("denied_by"))],
        ...own.map((column): [string, string] => [column.title, text(column.name)]),
        ["Notes", reportCount > 1 ? "" : text("notes")],
      ]),
    );
  }

  private domain(name: string, value: string): string {
    return this.model.about.domains[name]?.[value] ?? value;
  }

  private where(layer: string, row: Row): HTMLElement | null {
    const text = (column: string) => textOf(row, column);
    const metres = Number(text("uncertainty_m"));
    const isMapped = layer !== "not_mapped";
    const launch = text("role") === "launch_place" ? `${phrase("Launch place")}: ` : "";
    const title = `${launch}${phrase(isMapped ? "Where, and why there" : "Not on the map, and why")}`;
    const uncertainty = text("uncertainty_m") === "" ? "" : t("within_metres", { metres: metresText(metres) });
    return section(
      title,
      facts([
        ["Place", namesOf(text("location") || text("place"), text("admin1"), text("country"))],
        ["In the report's words", text("place_words")],
        ["How well located", this.domain("status", text("status"))],
        ["Position", text("latitude") === "" ? "" : `${text("latitude")}, ${text("longitude")}`],
        ["Possible area", layer === "attack_areas" ? phrase("the area drawn") : uncertainty],
        ["Precision", this.domain("where_prec", text("where_prec"))],
        ["How", this.domain("method", text("method"))],
        ["Match score", text("match_score")],
        ["Decided by", text("decided_by")],
        ["Generalised", text("data_generalizations")],
        ["Withheld", text("information_withheld")],
      ]),
      text("because") ? element("blockquote", { dir: "auto" }, text("because")) : null,
      text("candidates") ? facts([["Places that fit", text("candidates")]]) : null,
      text("remedy") ? facts([["What would mend it", text("remedy")]]) : null,
    );
  }

  /** What else the words of the reports may mean. */
  private alternatives(lookUps: LookUp[]): HTMLElement | null {
    const seen = new Set<string>();
    const told: HTMLElement[] = [];
    for (const { words, alternatives } of lookUps) {
      if (!alternatives?.length || seen.has(words)) continue;
      seen.add(words);
      const items = alternatives.map((match) => {
        const place = namesOf(match.name, match.kind, match.admin1, match.country);
        const score = ` (${match.score.toFixed(2)}) `;
        return element("span", {}, dataText(place), score, match.because ? dataText(match.because) : null);
      });
      told.push(element("p", { dir: "auto" }, `“${words}” by itself may also mean:`), list(items) as HTMLElement);
    }
    return section("Other places of that name", ...told);
  }

  private distances(details: Details): HTMLElement | null {
    const told = details.rows("launch_to_target").map((row) => this.distance(row));
    const sites = details.rows("launch_sites").map((row) => {
      const text = (column: string) => textOf(row, column);
      return element(
        "div",
        {},
        facts([
          ["Reported launch place", namesOf(text("location"), text("admin1"), text("country"))],
          ["In the report's words", text("place_words")],
          ["According to", text("launch_said_by")],
          ["Disputed by", text("launch_disputed_by")],
        ]),
        text("because") ? element("blockquote", { dir: "auto" }, text("because")) : null,
      );
    });
    return section("Launch place and distance", ...sites, ...told);
  }

  private distance(row: Row): HTMLElement {
    const text = (column: string) => textOf(row, column);
    const km = (column: string) => (text(column) === "" ? "" : `${Number(text(column)).toFixed(1)} km`);
    const degrees = (column: string) => `${Math.round(Number(text(column)))}°`;
    const bearing =
      text("azimuth_deg") === ""
        ? ""
        : `${degrees("azimuth_deg")} (${degrees("azimuth_deg_start")} to ${degrees("azimuth_deg_end")}) ${text("compass")}`;
    const bounds = [
      ["least", km("distance_km_min")],
      ["likely", km("distance_km")],
      ["greatest", km("distance_km_max")],
    ];
    return element(
      "div",
      {},
      facts([
        ["Distance", text("distance_text") || text("distance_reason")],
        ["From and to", `${text("launch_location")} → ${text("location")}`],
        ["Bounds", bounds.filter(([, value]) => value).map(([name, value]) => `${name} ${value}`).join(", ")],
        ["Bearing from launch to target", bearing],
      ]),
      element("p", { class: "remark" }, "A straight line between reported places, not a flight path."),
    );
  }

  private reports(details: Details): HTMLElement | null {
    const reports = details.rows("reports");
    if (reports.length === 0) return null;
    const table = reportTable(this.model, reports, details.rows("disagreements"));
    return section(reports.length === 1 ? "The report" : t("reports_side", { count: reports.length }), table);
  }

  private doubts(details: Details): HTMLElement | null {
    const disagreements = details.rows("disagreements").map((row) => dataText(textOf(row, "sentence")));
    const findings = details.rows("findings").map((row) => {
      const where = textOf(row, "input_row") ? ` (row ${textOf(row, "input_row")})` : "";
      return element("span", {}, element("strong", {}, `${textOf(row, "severity")}: `), dataText(textOf(row, "sentence")), where);
    });
    const disagreeing = disagreements.length > 0 ? element("h4", {}, phrase("The reports disagree")) : null;
    const checking = findings.length > 0 ? element("h4", {}, phrase("Things to check")) : null;
    return section("Doubts", disagreeing, list(disagreements), checking, list(findings));
  }

  private sources(details: Details): HTMLElement | null {
    const ids = new Set(details.rows("reports").map((row) => textOf(row, "source_id")));
    const items: HTMLElement[] = [];
    for (const id of ids) {
      const source = this.model.source(id);
      if (!source) continue;
      items.push(sourceItem(source));
    }
    return section("Sources", list(items));
  }
}

/** A publication, with links to where it is and where it is kept. */
export function sourceItem(source: Row): HTMLElement {
  const text = (column: string) => textOf(source, column);
  const archived = text("archived_url");
  return element(
    "span",
    {},
    sourceLink(text("title") || text("source_id"), text("url")),
    dataText(`. ${[text("publisher"), text("author"), text("published")].filter(Boolean).join(", ")}`),
    archived ? " · " : null,
    archived ? sourceLink("archived copy", archived) : null,
    text("original_source") ? dataText(` · after ${text("original_source")}`) : null,
  );
}
