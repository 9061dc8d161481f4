// SPDX-License-Identifier: MIT
// The time slider: which days are shown, how many incidents each span has, and a button that steps through them.
import { byId, element, svgElement } from "./dom.ts";
import { mayBeIn, type Span, spansOf, spanText, type Unit } from "./dates.ts";
import type { View } from "./view.ts";
import { counted } from "./words.ts";

const stepMs = 900;
const bars = 160;
const units: [Unit, string][] = [
  ["all", "whole time"],
  ["day", "one day"],
  ["week", "one week"],
  ["month", "one month"],
  ["quarter", "three months"],
  ["year", "one year"],
];

export class Timeline {
  private readonly unitChoice = element("select", { id: "time-unit" });
  private readonly slider = element("input", { type: "range", min: 0, max: 0, value: 0, id: "time-slider", "aria-labelledby": "time-title" });
  private readonly play = element("button", { type: "button", id: "play" }, "Play");
  private readonly words = element("output", { id: "time-words", for: "time-slider time-unit" });
  private readonly upTo = element("input", { type: "checkbox", id: "time-up-to" });
  private readonly undated = element("input", { type: "checkbox", checked: true, id: "undated" });
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
    byId("time").append(...this.controls());
    if (!whole) {
      this.words.textContent = "No incident has a date.";
      for (const control of [this.unitChoice, this.slider, this.play, this.upTo]) control.disabled = true;
      return;
    }
    this.unitChoice.addEventListener("change", () => this.choose(this.unitChoice.value as Unit));
    this.slider.addEventListener("input", () => this.show());
    this.upTo.addEventListener("change", () => this.show());
    this.undated.addEventListener("change", () => this.show());
    this.play.addEventListener("click", () => (this.timer ? this.stop() : this.start()));
    this.choose("all");
  }

  private controls(): HTMLElement[] {
    for (const [unit, words] of units) this.unitChoice.append(element("option", { value: unit }, words));
    const undated = element(
      "label",
      { class: "undated" },
      this.undated,
      ` show ${counted(this.undatedCount, "undated incident", "undated incidents")}`,
    );
    undated.hidden = this.undatedCount === 0;
    return [
      element(
        "div",
        { class: "time-controls" },
        this.play,
        element("label", { for: "time-unit" }, "Show ", this.unitChoice),
        element("label", { class: "up-to" }, this.upTo, " and all before"),
        undated,
        this.words,
      ),
      element("div", { class: "time-line" }, this.histogram(), this.slider),
    ];
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
    if (!this.whole) {
      this.view.showDays(null, this.undated.checked);
      return;
    }
    const span = this.current();
    const shown = this.upTo.checked ? { first: this.whole.first, last: span.last } : span;
    this.view.showDays(this.unit === "all" ? null : shown, this.undated.checked);
    const title = this.unit === "all" ? spanText("all", this.whole) : this.titleOf(span);
    this.words.textContent = `${title}: ${this.countIn(this.unit === "all" ? this.whole : shown)}`;
    this.slider.setAttribute("aria-valuetext", title);
  }

  private titleOf(span: Span): string {
    return (this.upTo.checked ? "up to " : "") + spanText(this.unit, span);
  }

  /** `4 incidents, 1 of them only known to lie partly in this time` */
  private countIn(span: Span): string {
    const { firstDay, lastDay, count } = this.view.model.incidents;
    let all = 0;
    let partly = 0;
    for (let i = 0; i < count; i++) {
      if (!this.view.model.isDated(i) || !mayBeIn(firstDay[i], lastDay[i], span)) continue;
      all++;
      if (firstDay[i] < span.first || lastDay[i] > span.last) partly++;
    }
    const words = counted(all, "incident", "incidents");
    return partly > 0 ? `${words}, ${partly.toLocaleString("en-GB")} of them with a date so wide that it may be another time` : words;
  }

  private start(): void {
    if (this.unit === "all") {
      this.unitChoice.value = this.unitThatFits();
      this.choose(this.unitChoice.value as Unit);
    }
    if (Number(this.slider.value) >= this.spans.length - 1) this.slider.value = "0";
    this.play.textContent = "Pause";
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
    this.play.textContent = "Play";
    this.play.setAttribute("aria-pressed", "false");
  }
}
