// SPDX-License-Identifier: MIT
// The little of Markdown that the note on methods is written in: headings, lists, tables, paragraphs. Everything else,
// HTML too, is plain text.

export type Block =
  | { kind: "heading"; level: number; text: string }
  | { kind: "list"; items: string[] }
  | { kind: "table"; head: string[]; rows: string[][] }
  | { kind: "paragraph"; text: string };

const punctuation = /[!-/:-@[-`{-~]/;

/** A code span that begins at `at`, and where it ends; nothing where none does (CommonMark 0.31, 6.1). */
function codeSpan(text: string, at: number): { inside: string; end: number } | null {
  const fence = /^`+/.exec(text.slice(at))?.[0] ?? "";
  for (let end = at + fence.length; end < text.length; end++) {
    const run = /^`+/.exec(text.slice(end))?.[0] ?? "";
    if (run === fence) {
      const inside = text.slice(at + fence.length, end);
      const hasRoom = inside.startsWith(" ") && inside.endsWith(" ") && inside.trim() !== "";
      return { inside: hasRoom ? inside.slice(1, -1) : inside, end: end + run.length };
    }
    end += Math.max(0, run.length - 1);
  }
  return null;
}

/** Without the marks for emphasis and code; what is escaped stands for itself. */
function plain(text: string): string {
  let words = "";
  for (let i = 0; i < text.length; ) {
    const next = text[i + 1] ?? "";
    const span = text[i] === "`" ? codeSpan(text, i) : null;
    if (text[i] === "\\" && punctuation.test(next)) {
      words += next;
      i += 2;
    } else if (span) {
      words += span.inside;
      i = span.end;
    } else if (text[i] === "*" && next.trim() + words.slice(-1).trim() !== "") {
      i++; // emphasis begins or ends
    } else {
      words += text[i];
      i++;
    }
  }
  return words.trim();
}

function cells(line: string): string[] {
  const inner = line.trim().replace(/^\|/, "").replace(/\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => plain(cell.replace(/\\\|/g, "|")));
}

export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split(/\r?\n/);
  for (let i = 0; i < lines.length; ) {
    const line = lines[i];
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    if (line.trim() === "") {
      i++;
    } else if (heading) {
      blocks.push({ kind: "heading", level: heading[1].length, text: plain(heading[2]) });
      i++;
    } else if (/^\s*\|/.test(line)) {
      const rows: string[][] = [];
      for (; i < lines.length && /^\s*\|/.test(lines[i]); i++) {
        if (!/^[\s|:-]+$/.test(lines[i])) rows.push(cells(lines[i]));
      }
      blocks.push({ kind: "table", head: rows[0] ?? [], rows: rows.slice(1) });
    } else if (/^\s*[*-]\s+/.test(line)) {
      const items: string[] = [];
      for (; i < lines.length && lines[i].trim() !== ""; i++) {
        const item = /^\s*[*-]\s+(.*)$/.exec(lines[i]);
        if (item) items.push(item[1]);
        else items[items.length - 1] += ` ${lines[i].trim()}`;
      }
      blocks.push({ kind: "list", items: items.map(plain) });
    } else {
      const words: string[] = [];
      for (; i < lines.length && lines[i].trim() !== "" && !/^(#{1,6}\s|\s*\||\s*[*-]\s)/.test(lines[i]); i++) {
        words.push(lines[i].trim());
      }
      blocks.push({ kind: "paragraph", text: plain(words.join(" ")) });
    }
  }
  return blocks;
}
