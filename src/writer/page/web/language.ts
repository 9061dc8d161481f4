// SPDX-License-Identifier: MIT
// The words of the page itself, in the language that was chosen; the words of the data stay as they are. Translators edit
// texts.json: each text in each language, {name} where a value goes.
import table from "./texts.json" with { type: "json" };

export type TextKey = keyof typeof table;
export type Language = "en" | "ar" | "fr" | "uk" | "es";

export const languages: [Language, string][] = [
  ["en", "English"],
  ["ar", "العربية"],
  ["fr", "Français"],
  ["uk", "Українська"],
  ["es", "Español"],
];

const locales: Record<Language, string> = { en: "en-GB", ar: "ar-u-nu-latn", fr: "fr", uk: "uk", es: "es" };

let first: Language = "en";
let current: Language = "en";
const listeners: (() => void)[] = [];

export function language(): Language {
  return current;
}

/** The language that the page has where nobody chose one. */
export function firstLanguage(): Language {
  return first;
}

/** Before anything is drawn. */
export function beginIn(language: string | undefined): void {
  if (isLanguage(language ?? null)) current = first = language as Language;
}

/** By which numbers and days are written. */
export function locale(): string {
  return locales[current];
}

export function isLanguage(text: string | null): text is Language {
  return languages.some(([code]) => code === text);
}

/** The text of that name, with its values put in. */
export function t(key: TextKey, values: Record<string, string | number> = {}): string {
  const texts: Partial<Record<Language, string>> = table[key];
  const text = texts[current] || texts.en || key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === "number" ? number(value) : value;
  });
}

/** An English title of the page in the language that was chosen, where the table has it. */
export function phrase(english: string): string {
  const texts: Partial<Record<Language, string>> | undefined = (table as Record<string, Partial<Record<Language, string>>>)[`phrase.${english}`];
  return texts?.[current] ?? english;
}

/** The text of that name where there is one. */
export function textOrNull(key: string): string | null {
  return key in table ? t(key as TextKey) : null;
}

export function number(value: number): string {
  return value.toLocaleString(locale());
}

export function incidentsText(count: number): string {
  return count === 1 ? t("incident_one") : t("incidents", { count });
}

export function onLanguage(listener: () => void): void {
  listeners.push(listener);
}

/** Puts the skeleton of the page into the language: `data-text` names the text, `data-label` that of a label. */
export function translateSkeleton(): void {
  document.documentElement.lang = current;
  document.documentElement.dir = current === "ar" ? "rtl" : "ltr";
  document.querySelectorAll<HTMLElement>("[data-text]").forEach((node) => {
    node.textContent = t(node.dataset.text as TextKey);
  });
  document.querySelectorAll<HTMLElement>("[data-label]").forEach((node) => {
    node.setAttribute("aria-label", t(node.dataset.label as TextKey));
  });
}

export function chooseLanguage(chosen: Language): void {
  if (chosen === current) return;
  current = chosen;
  translateSkeleton();
  for (const listener of listeners) listener();
}
