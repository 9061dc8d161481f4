// SPDX-License-Identifier: MIT
// Texts as they are compared in a search: without case, marks on letters, apostrophes and hyphens; the forms of alef, yeh
// and teh marbuta are one.

export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}\u0640'’‘ʿʾ`-]/gu, "")
    .replace(/[أإآٱ]/g, "ا")
    .replace(/[ىی]/g, "ي")
    .replace(/ک/g, "ك")
    .replace(/ة/g, "ه")
    .replace(/\s+/g, " ")
    .trim();
}
