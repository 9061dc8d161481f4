// SPDX-License-Identifier: MIT
// Days are whole numbers, counted from 1970-01-01. An incident has a first and a last day on which it may have
// happened: what is known to the month only may have happened on any day of it.

export const noDay = -0x80000000;

const dayMs = 86_400_000;

export function dayOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / dayMs);
}

/** `2020-07-27` */
export function dayText(day: number): string {
  const date = new Date(day * dayMs);
  const year = String(date.getUTCFullYear()).padStart(4, "0");
  const month = String(date.getUTCMonth() + 1).padStart(2, "0");
  return `${year}-${month}-${String(date.getUTCDate()).padStart(2, "0")}`;
}

export type Unit = "all" | "day" | "week" | "month" | "quarter" | "year";

/** The first day of the unit that the day is in; weeks begin on Monday. */
export function startOf(unit: Unit, day: number): number {
  const date = new Date(day * dayMs);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + 1;
  switch (unit) {
    case "week":
      return day - ((((day + 3) % 7) + 7) % 7);
    case "month":
      return dayOf(year, month, 1);
    case "quarter":
      return dayOf(year, month - ((month - 1) % 3), 1);
    case "year":
      return dayOf(year, 1, 1);
    default:
      return day;
  }
}

/** The first day of the unit that comes after the one that begins on that day. */
export function nextStart(unit: Unit, start: number): number {
  const date = new Date(start * dayMs);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + 1;
  switch (unit) {
    case "week":
      return start + 7;
    case "month":
      return dayOf(year, month + 1, 1);
    case "quarter":
      return dayOf(year, month + 3, 1);
    case "year":
      return dayOf(year + 1, 1, 1);
    default:
      return start + 1;
  }
}

/** Days from the first to the last, both included. */
export interface Span {
  first: number;
  last: number;
}

/** The spans of a unit that hold all days of `whole`, at most `most` of them. */
export function spansOf(unit: Unit, whole: Span, most = 20_000): Span[] {
  if (unit === "all") return [whole];
  const spans: Span[] = [];
  for (let start = startOf(unit, whole.first); start <= whole.last && spans.length < most; ) {
    const next = nextStart(unit, start);
    spans.push({ first: start, last: next - 1 });
    start = next;
  }
  return spans;
}

/** `2020-07-27`, `July 2020`, `2020`, or the first and the last day. */
export function spanText(unit: Unit, span: Span, locale = "en-GB"): string {
  const date = new Date(span.first * dayMs);
  switch (unit) {
    case "day":
      return dayText(span.first);
    case "month":
      return date.toLocaleDateString(locale, { month: "long", year: "numeric", timeZone: "UTC" });
    case "year":
      return String(date.getUTCFullYear());
    case "quarter":
      return locale.startsWith("en")
        ? `Quarter ${Math.floor(date.getUTCMonth() / 3) + 1} of ${date.getUTCFullYear()}`
        : `${Math.floor(date.getUTCMonth() / 3) + 1}/4 ${date.getUTCFullYear()}`;
    default:
      return `${dayText(span.first)} ${locale.startsWith("en") ? "to" : "–"} ${dayText(span.last)}`;
  }
}

/** Whether something that happened on some day of its span may have happened in another span. */
export function mayBeIn(firstDay: number, lastDay: number, span: Span): boolean {
  return firstDay <= span.last && lastDay >= span.first;
}
