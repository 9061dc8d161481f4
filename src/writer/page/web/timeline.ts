// SPDX-License-Identifier: MIT
// The time slider: which days are shown, how many incidents each span has, and a button that steps through them.
import { byId, element, svgElement } from "./dom.ts";
import { readDay } from "./address.ts";
import { dayText, mayBeIn, type Span, spansOf, spanText, type Unit } from "./dates.ts";
import { incidentsText, locale, number, onLanguage, t, type TextKey } from "./language.ts";
import type { View } from "./view.ts";

const stepMs = 900;
const bars = 160;
const units: Unit[] = ["all", "day", "week", "month", "quarter", "year"];

export class Timeline {
  private readonly unitChoice = element("select", { id: "time-unit" });
  private readonly slider = element("input", { type: "range", min: 0, max: 0, value: 0, id: "time-slider", "aria-labelledby": "time-title" });
  private readonly play = element("button", { type: "button", id: "play" });
  private readonly words = element("output", { id: "time-words", for: "time-slider time-unit" });
  private readonly upTo = element("input", { type: "checkbox", id: "time-up-to" });
  private readonly undated = element("input", { type: "checkbox", checked: true, id: "undated" });
  private readonly from = element("input", { type: "date", id: "time-from" });
  private readonly to = element("input", { type: "date", id: "time-to" });
  /** What the slider shows; nothing while days are chosen freely. */
  private shown: Span | null = null;
  private spans: Span[] = [];
  private unit: Unit = "all";
  private timer = 0;
  private readonly undatedCount: number;

  constructor(
    private readonly view: View,
    private readonly whole: Span | null,
  ) {
    const { model } = view;
    let undated = 0;
    for (let i = 0; i < model.incidents.count; i++) if (!model.isDated(i)) undated++;
    this.undatedCount = undated;
    byId("time").append(element("div", { class: "time-controls" }), element("div", { class: "time-line" }, this.histogram(), this.slider));
    this.build();
    onLanguage(() => this.build());
    view.onChange((change) => {
      if (change === "shown") this.refresh();
    });
    if (!whole) {
      for (const control of [this.unitChoice, this.slider, this.play, this.upTo, this.from, this.to]) control.disabled = true;
      return;
    }
    for (const field of [this.from, this.to]) {
      field.min = dayText(whole.first);
      field.max = dayText(whole.last);
      field.addEventListener("change", () => this.chooseDays());
    }
    this.unitChoice.addEventListener("change", () => this.choose(this.unitChoice.value as Unit));
    this.slider.addEventListener("input", () => this.show());
    this.upTo.addEventListener("change", () => this.show());
    this.undated.addEventListener("change", () => this.view.showDays(this.view.span, this.undated.checked));
    this.play.addEventListener("click", () => (this.timer ? this.stop() : this.start()));
    this.choose("all");
  }

  /** The controls in the language that was chosen. */
  private build(): void {
    this.play.textContent = t(this.timer ? "pause" : "play");
    const chosen = this.unit;
    this.unitChoice.replaceChildren(...units.map((unit) => element("option", { value: unit }, t(`unit_${unit}` as TextKey))));
    this.unitChoice.value = chosen;
    const undated = element("label", { class: "undated" }, this.undated, ` ${t("undated", { count: this.undatedCount })}`);
    undated.hidden = this.undatedCount === 0;
    document.querySelector(".time-controls")?.replaceChildren(
      this.play,
      element("label", { for: "time-unit" }, `${t("show")} `, this.unitChoice),
      element("label", { class: "up-to" }, this.upTo, ` ${t("and_before")}`),
      element("span", { class: "days" }, element("label", { for: "time-from" }, t("from_day")), this.from, element("label", { for: "time-to" }, t("to_day")), this.to),
      undated,
      this.words,
    );
    this.refresh();
  }

  /** Days that were typed; an empty field leaves that end open. */
  private chooseDays(): void {
    if (!this.whole) return;
    this.stop();
    const first = readDay(this.from.value) ?? this.whole.first;
    const last = readDay(this.to.value) ?? this.whole.last;
    const isAll = first <= this.whole.first && last >= this.whole.last;
    this.view.showDays(isAll ? null : { first: Math.min(first, last), last: Math.max(first, last) }, this.undated.checked);
  }

  /** How many incidents may have happened in each of some equal spans. Those known to the day stand dark below. */
  private histogram(): Node {
    const svg = svgElement("svg", { class: "histogram", viewBox: `0 0 ${bars} 30`, preserveAspectRatio: "none", "aria-hidden": "true" });
    if (!this.whole) return svg;
    const { first, last } = this.whole;
    const { firstDay, lastDay, count } = this.view.model.incidents;
    const days = last - first + 1;
    const sums = new Float64Array(bars);
    for (let i = 0; i < count; i++) {
      if (!this.view.model.isDated(i)) continue;
      const from = Math.floor(((firstDay[i] - first) / days) * bars);
      const to = Math.floor(((lastDay[i] - first) / days) * bars);
      for (let bar = from; bar <= to; bar++) sums[bar] += 1 / (to - from + 1);
    }
    const most = Math.max(...sums, 1);
    sums.forEach((sum, bar) => {
      if (sum === 0) return;
      const height = Math.max(1.2, (sum / most) * 29);
      svg.append(svgElement("rect", { x: bar + 0.1, y: 30 - height, width: 0.8, height }));
    });
    return svg;
  }

  private choose(unit: Unit): void {
    if (!this.whole) return;
    this.stop();
    const shownFrom = this.view.span?.first;
    this.unit = unit;
    this.spans = spansOf(unit, this.whole);
    this.slider.max = String(this.spans.length - 1);
    this.slider.disabled = unit === "all";
    this.upTo.disabled = unit === "all";
    const at = shownFrom === undefined ? 0 : this.spans.findIndex((span) => span.last >= shownFrom);
    this.slider.value = String(Math.max(0, at));
    this.show();
  }

  private current(): Span {
    return this.spans[Number(this.slider.value)];
  }

  private show(): void {
    if (!this.whole) return;
    const span = this.current();
    this.shown = this.unit === "all" ? null : this.upTo.checked ? { first: this.whole.first, last: span.last } : span;
    this.view.showDays(this.shown, this.undated.checked);
  }

  /** Says what is shown, whoever chose it. */
  private refresh(): void {
    this.undated.checked = this.view.undatedShown;
    if (!this.whole) {
      this.words.textContent = t("no_dates");
      return;
    }
    const { span } = this.view;
    const isSlider = span === this.shown;
    if (!isSlider) {
      this.unit = "all";
      this.unitChoice.value = "all";
      this.shown = span;
      this.spans = [this.whole];
      this.slider.max = "0";
      this.slider.disabled = this.upTo.disabled = true;
    }
    this.from.value = span ? dayText(span.first) : "";
    this.to.value = span ? dayText(span.last) : "";
    const title = span && this.unit !== "all" ? this.titleOf(this.current()) : spanText("all", span ?? this.whole, locale());
    this.words.textContent = `${title}: ${this.countIn(span ?? this.whole)}`;
    this.slider.setAttribute("aria-valuetext", title);
  }

  private titleOf(span: Span): string {
    const words = spanText(this.unit, span, locale());
    return this.upTo.checked ? t("up_to", { span: words }) : words;
  }

  /** `4 incidents, 1 of them only known to lie partly in this time` */
  private countIn(span: Span): string {
    const { firstDay, lastDay, count } = this.view.model.incidents;
    let all = 0;
    let partly = 0;
    for (let i = 0; i < count; i++) {
      if (!this.view.model.isDated(i) || !mayBeIn(firstDay[i], lastDay[i], span) || !this.view.isMatching(i)) continue;
      all++;
      if (firstDay[i] < span.first || lastDay[i] > span.last) partly++;
    }
    const words = incidentsText(all);
    return partly > 0 ? `${words}, ${t("partly", { count: number(partly) })}` : words;
  }

  private start(): void {
    if (this.unit === "all") {
      this.unitChoice.value = this.unitThatFits();
      this.choose(this.unitChoice.value as Unit);
    }
    if (Number(this.slider.value) >= this.spans.length - 1) this.slider.value = "0";
    this.play.textContent = t("pause");
    this.play.setAttribute("aria-pressed", "true");
    this.show();
    this.timer = window.setInterval(() => this.step(), stepMs);
  }

  /** So that playing all of it takes a minute at the most. */
  private unitThatFits(): Unit {
    const days = this.whole ? this.whole.last - this.whole.first + 1 : 1;
    if (days <= 60) return "day";
    if (days <= 420) return "week";
    if (days <= 1_830) return "month";
    return days <= 5_500 ? "quarter" : "year";
  }

  private step(): void {
    const next = Number(this.slider.value) + 1;
    if (next >= this.spans.length) {
      this.stop();
      return;
    }
    this.slider.value = String(next);
    this.show();
  }

  private stop(): void {
    window.clearInterval(this.timer);
    this.timer = 0;
    this.play.textContent = t("play");
    this.play.setAttribute("aria-pressed", "false");
  }
}
