// SPDX-License-Identifier: MIT
// Small charts of what is shown, by month, type, province and actor: each bar is a button that asks for that value.
import { noDay, spanText, startOf, nextStart } from "./dates.ts";
import { byId, element } from "./dom.ts";
import type { FilterKey } from "./filters.ts";
import { locale, number, onLanguage, t, type TextKey } from "./language.ts";
import type { View } from "./view.ts";

const mostBars = 8;
const mostMonths = 12;
const charts: [FilterKey, TextKey][] = [
  ["type", "by_type"],
  ["province", "by_province"],
  ["actor", "by_actor"],
];

interface Bar {
  words: string;
  count: number;
  isChosen: boolean;
  take(): void;
}

export class Charts {
  private readonly body = element("div", { class: "charts" });
  private readonly summary = element("summary", {});
  private readonly details = element("details", { id: "charts" }, this.summary, this.body);

  constructor(private readonly view: View) {
    byId("filter-region").append(this.details);
    this.details.addEventListener("toggle", () => this.draw());
    view.onChange((change) => {
      if (change === "shown") this.draw();
    });
    onLanguage(() => this.draw());
    this.draw();
  }

  private draw(): void {
    this.summary.textContent = t("charts");
    if (!this.details.open) return;
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.bar : undefined;
    const drawn = [this.chart("by_month", this.months()), ...charts.map(([key, title]) => this.chart(title, this.bars(key)))];
    this.body.replaceChildren(...drawn.filter((chart) => chart !== null));
    if (focused) this.body.querySelector<HTMLElement>(`[data-bar="${CSS.escape(focused)}"]`)?.focus();
  }

  private bars(key: FilterKey): Bar[] {
    const { filters, model } = this.view;
    const isWanted = (spot: number) => this.view.isInTime(model.spots.incident[spot]) && filters.has(spot, key);
    const chosen = filters.get(key);
    return filters.counts(key, isWanted).slice(0, mostBars).map(([value, count]) => ({
      words: value,
      count,
      isChosen: value === chosen,
      take: () => this.view.filter(key, value === chosen ? "" : value),
    }));
  }

  /** The months with most incidents that lie wholly within one, in their order. */
  private months(): Bar[] {
    const { model, filters } = this.view;
    const { firstDay, lastDay } = model.incidents;
    const counts = new Map<number, Set<number>>();
    for (let spot = 0; spot < model.spots.count; spot++) {
      const incident = model.spots.incident[spot];
      if (firstDay[incident] === noDay || lastDay[incident] === noDay || !filters.has(spot)) continue;
      const month = startOf("month", firstDay[incident]);
      if (startOf("month", lastDay[incident]) !== month) continue;
      const known = counts.get(month);
      if (known) known.add(incident);
      else counts.set(month, new Set([incident]));
    }
    return [...counts]
      .sort((a, b) => b[1].size - a[1].size)
      .slice(0, mostMonths)
      .sort((a, b) => a[0] - b[0])
      .map(([first, incidents]) => {
        const span = { first, last: nextStart("month", first) - 1 };
        const isChosen = this.view.span?.first === span.first && this.view.span.last === span.last;
        const take = () => this.view.showDays(isChosen ? null : span, this.view.undatedShown);
        return { words: spanText("month", span, locale()), count: incidents.size, isChosen, take };
      });
  }

  private chart(title: TextKey, bars: Bar[]): HTMLElement | null {
    if (bars.length === 0) return null;
    const most = Math.max(...bars.map(({ count }) => count));
    const items = bars.map(({ words, count, isChosen, take }) => {
      const fill = element("span", { class: "bar", "aria-hidden": "true" });
      fill.style.width = `${Math.max(2, (count / most) * 100)}%`;
      const button = element(
        "button",
        { type: "button", class: "link", "aria-pressed": isChosen ? "true" : "false", "data-bar": `${title} ${words}` },
        element("span", { dir: "auto" }, words),
        element("span", { class: "count" }, number(count)),
        fill,
      );
      button.addEventListener("click", take);
      return element("li", {}, button);
    });
    return element("section", {}, element("h3", {}, t(title)), element("ul", {}, ...items));
  }
}
