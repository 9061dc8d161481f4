// SPDX-License-Identifier: MIT
// The table of what is shown, linked with the map: a row for each incident at each of its places.
import { none } from "./blocks.ts";
import { byId, element } from "./dom.ts";
import { noDay } from "./dates.ts";
import { onLanguage, t, type TextKey } from "./language.ts";
import { scrollFor, windowAt } from "./table_window.ts";
import type { View } from "./view.ts";
import { dateText, placeText, positionText, regionText, typeText } from "./words.ts";

const rowHeight = 30;
const mostPrinted = 2_000;

interface TableColumn {
  title: TextKey;
  className: string;
  text(spot: number): string;
  /** What rows are ordered by; numbers before texts are never mixed within a column. */
  key(spot: number): number | string;
}

export class Table {
  private readonly columns: TableColumn[];
  private readonly head = element("div", { class: "head", role: "row", "aria-rowindex": 1 });
  private readonly grid = element("div", {
    class: "grid",
    role: "grid",
    tabindex: 0,
    "aria-labelledby": "table-title",
    "aria-describedby": "table-help",
  });
  private readonly space = element("div", { class: "space", role: "rowgroup" });
  private readonly rows: number[] = [];
  private sortedBy = 0;
  private descending = false;
  private active = 0;

  constructor(private readonly view: View) {
    const { incidents, spots } = view.model;
    this.columns = [
      { title: "date", className: "date", text: (i) => dateText(view.model, spots.incident[i]), key: (i) => this.dayKey(i) },
      { title: "place", className: "place", text: (i) => placeText(view.model, i), key: (i) => spots.place[i] },
      { title: "region", className: "region", text: (i) => regionText(view.model, i), key: (i) => regionText(view.model, i) },
      { title: "what", className: "what", text: (i) => typeText(view.model, spots.incident[i]), key: (i) => typeText(view.model, spots.incident[i]) },
      { title: "weapon", className: "weapon", text: (i) => incidents.weapon[spots.incident[i]], key: (i) => incidents.weapon[spots.incident[i]] },
      { title: "located", className: "position", text: (i) => positionText(view.model, i), key: (i) => this.positionKey(i) },
      {
        title: "reports",
        className: "reports",
        text: (i) => this.numberText(incidents.reports[spots.incident[i]]),
        key: (i) => incidents.reports[spots.incident[i]],
      },
      { title: "id", className: "id", text: (i) => incidents.id[spots.incident[i]], key: (i) => incidents.id[spots.incident[i]] },
    ];
    this.build();
    this.refresh();
    view.onChange((change) => {
      if (change === "shown") this.refresh();
      if (change === "selected") this.showSelected();
    });
    onLanguage(() => this.refresh());
    window.addEventListener("beforeprint", () => this.drawForPaper());
    window.addEventListener("afterprint", () => this.refresh());
  }

  private numberText(value: number): string {
    return value === none ? "" : String(value);
  }

  /** Undated ones come last. */
  private dayKey(spot: number): number {
    const day = this.view.model.incidents.firstDay[this.view.model.spots.incident[spot]];
    return day === noDay ? Infinity : day;
  }

  private positionKey(spot: number): number {
    const { spots } = this.view.model;
    if (!this.view.model.isMapped(spot)) return Infinity;
    return (spots.area[spot] !== none ? 1e9 : 0) + Math.max(0, spots.uncertaintyM[spot]);
  }

  private build(): void {
    this.columns.forEach((column, number) => {
      const button = element("button", { type: "button", "data-text": column.title }, t(column.title));
      button.addEventListener("click", () => this.sortBy(number));
      this.head.append(element("div", { role: "columnheader", class: column.className }, button));
    });
    this.grid.append(element("div", { class: "heads", role: "rowgroup" }, this.head), this.space);
    byId("table").append(
      element("p", { id: "table-help", class: "help", "data-text": "table_help" }, t("table_help")),
      this.grid,
    );
    this.grid.addEventListener("scroll", () => this.draw(), { passive: true });
    this.grid.addEventListener("keydown", (event) => this.onKey(event));
    this.space.addEventListener("click", (event) => {
      const row = (event.target as Element).closest<HTMLElement>("[data-row]");
      if (row) this.open(Number(row.dataset.row));
    });
    new ResizeObserver(() => this.draw()).observe(this.grid);
  }

  /** Of what is seen below the head, which stays where it is. */
  private height(): number {
    return this.grid.clientHeight - this.head.offsetHeight;
  }

  private sortBy(column: number): void {
    this.descending = this.sortedBy === column && !this.descending;
    this.sortedBy = column;
    this.refresh();
  }

  private refresh(): void {
    const { spots } = this.view.model;
    this.rows.length = 0;
    for (let spot = 0; spot < spots.count; spot++) if (this.view.shown[spot]) this.rows.push(spot);
    this.sort();
    this.head.querySelectorAll("[role=columnheader]").forEach((header, number) => {
      const sorted = number === this.sortedBy ? (this.descending ? "descending" : "ascending") : "none";
      header.setAttribute("aria-sort", sorted);
    });
    this.grid.setAttribute("aria-rowcount", String(this.rows.length + 1));
    this.space.style.height = `${this.rows.length * rowHeight}px`;
    byId("table-title").textContent = t("table_title", { count: this.rows.length });
    this.active = Math.max(0, Math.min(this.active, this.rows.length - 1));
    this.draw();
  }

  private sort(): void {
    const { key } = this.columns[this.sortedBy];
    const keys = new Map<number, number | string>(this.rows.map((spot) => [spot, key(spot)]));
    const sign = this.descending ? -1 : 1;
    const days = this.view.model.incidents.firstDay;
    const { incident } = this.view.model.spots;
    const compare = (a: number, b: number): number => {
      const keyA = keys.get(a) as number | string;
      const keyB = keys.get(b) as number | string;
      if (keyA === keyB) return days[incident[a]] - days[incident[b]] || a - b;
      // What is empty or unknown comes last, whichever way.
      if (keyA === "" || keyA === Infinity) return 1;
      if (keyB === "" || keyB === Infinity) return -1;
      if (typeof keyA === "string") return sign * collator.compare(keyA, keyB as string);
      return sign * (keyA < (keyB as number) ? -1 : 1);
    };
    this.rows.sort(compare);
  }

  private draw(): void {
    const { first, end } = windowAt(this.grid.scrollTop, this.height(), rowHeight, this.rows.length);
    const drawn: HTMLElement[] = [];
    for (let at = first; at < end; at++) drawn.push(this.drawRow(at));
    this.space.replaceChildren(...drawn);
    const activeShown = this.active >= first && this.active < end && this.rows.length > 0;
    if (activeShown) this.grid.setAttribute("aria-activedescendant", `row-${this.active}`);
    else this.grid.removeAttribute("aria-activedescendant");
  }

  /** On paper all rows stand one below the other. */
  private drawForPaper(): void {
    const count = Math.min(this.rows.length, mostPrinted);
    const drawn = Array.from({ length: count }, (_, at) => this.drawRow(at));
    const cut = count < this.rows.length ? element("p", {}, t("table_cut", { count })) : null;
    this.space.replaceChildren(...drawn, ...(cut ? [cut] : []));
  }

  private drawRow(at: number): HTMLElement {
    const spot = this.rows[at];
    const selected = this.view.model.spots.incident[spot] === this.view.selected;
    const row = element("div", {
      role: "row",
      id: `row-${at}`,
      "data-row": at,
      "aria-rowindex": at + 2,
      "aria-selected": selected ? "true" : "false",
      class: at === this.active ? "row active" : "row",
    });
    row.style.top = `${at * rowHeight}px`;
    for (const column of this.columns) {
      const words = column.text(spot);
      row.append(element("div", { role: "gridcell", class: column.className, dir: "auto", title: words }, words));
    }
    row.addEventListener("pointerenter", () => this.view.hover([spot]));
    row.addEventListener("pointerleave", () => this.view.hover([]));
    return row;
  }

  private open(at: number): void {
    const spot = this.rows[at];
    if (spot === undefined) return;
    this.active = at;
    this.view.select(this.view.model.spots.incident[spot], spot);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.target !== this.grid) return;
    const page = Math.max(1, Math.floor(this.height() / rowHeight) - 1);
    const moves: Record<string, number> = {
      ArrowDown: this.active + 1,
      ArrowUp: this.active - 1,
      PageDown: this.active + page,
      PageUp: this.active - page,
      Home: 0,
      End: this.rows.length - 1,
    };
    if (event.key in moves) {
      event.preventDefault();
      this.activate(moves[event.key]);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.open(this.active);
    }
  }

  private activate(at: number): void {
    this.active = Math.max(0, Math.min(this.rows.length - 1, at));
    this.grid.scrollTop = scrollFor(this.active, this.grid.scrollTop, this.height(), rowHeight);
    this.draw();
  }

  private showSelected(): void {
    const at = this.rows.indexOf(this.view.selectedSpot);
    if (at >= 0) this.activate(at);
    else this.draw();
  }

  /** Moves the focus to the rows. */
  focus(): void {
    this.grid.focus();
  }
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
