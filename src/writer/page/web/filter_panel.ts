// SPDX-License-Identifier: MIT
// The fields in which somebody chooses what is shown.
import { byId, element } from "./dom.ts";
import { type FilterKey, filterKeys } from "./filters.ts";
import { number, onLanguage, t, type TextKey } from "./language.ts";
import type { View } from "./view.ts";

const mostValues = 400;

function titleOf(key: FilterKey): string {
  return t(`filter_${key}` as TextKey);
}

function wordsOf(key: FilterKey, value: string): string {
  return key === "located" ? t(`located_${value}` as TextKey) : value;
}

export class FilterPanel {
  private readonly body = element("div", { class: "filters" });
  private readonly summary = element("summary", {});
  private readonly clear = element("button", { type: "button", id: "clear-filters" });
  private readonly fields = new Map<FilterKey, HTMLSelectElement | HTMLInputElement>();

  constructor(private readonly view: View) {
    const details = element("details", { id: "filters" }, this.summary, this.body);
    byId("filter-region").append(details);
    this.clear.addEventListener("click", () => this.view.clearFilters());
    // What each filter counts is counted when somebody looks at it.
    details.addEventListener("toggle", () => {
      if (details.open && this.fields.size === 0) this.build();
    });
    onLanguage(() => (this.fields.size > 0 ? this.build() : this.refresh()));
    view.onChange((change) => {
      if (change === "shown") this.refresh();
    });
    this.refresh();
  }

  private build(): void {
    this.fields.clear();
    const rows = filterKeys.map((key) => this.row(key)).filter((row) => row !== null);
    this.clear.textContent = t("clear_filters");
    this.body.replaceChildren(...rows, this.clear);
    this.refresh();
  }

  private row(key: FilterKey): HTMLElement | null {
    const counts = this.view.filters.counts(key, () => true);
    if (counts.length === 0 || (counts.length === 1 && key !== "killed" && this.view.filters.get(key) === "")) return null;
    const field = key === "killed" ? this.numberField() : this.choice(key, counts);
    field.id = `filter-${key}`;
    this.fields.set(key, field);
    return element("p", {}, element("label", { for: field.id }, titleOf(key)), field);
  }

  private choice(key: FilterKey, counts: [string, number][]): HTMLSelectElement {
    const choice = element("select", {}, element("option", { value: "" }, t("any")));
    for (const [value, count] of counts.slice(0, mostValues)) {
      choice.append(element("option", { value, dir: "auto" }, `${wordsOf(key, value)} (${number(count)})`));
    }
    choice.addEventListener("change", () => this.view.filter(key, choice.value));
    return choice;
  }

  private numberField(): HTMLInputElement {
    const field = element("input", { type: "number", min: 0, step: 1, inputmode: "numeric" });
    field.addEventListener("change", () => this.view.filter("killed", field.value));
    return field;
  }

  private refresh(): void {
    const { filters } = this.view;
    if (this.fields.size === 0 && !filters.isEmpty && this.body.childElementCount === 0) {
      this.build();
      return;
    }
    for (const [key, field] of this.fields) field.value = filters.get(key);
    this.clear.disabled = filters.isEmpty;
    const chosen = filterKeys.filter((key) => filters.get(key) !== "");
    const words = chosen.map((key) => (key === "killed" ? `≥ ${filters.get(key)}` : wordsOf(key, filters.get(key))));
    this.summary.textContent = t("filters") + (words.length > 0 ? `: ${words.join(", ")}` : "");
  }
}
