// SPDX-License-Identifier: MIT
// The page's data: blocks of JSON that the program wrote between the page's skeleton and this script.

/** The blocks of a kind, in their order, unread. */
export function rawBlocks(kind: string): HTMLScriptElement[] {
  return Array.from(document.querySelectorAll<HTMLScriptElement>(`script[type="application/json"][data-block="${kind}"]`));
}

export function readBlock<T>(block: HTMLScriptElement): T {
  return JSON.parse(block.textContent ?? "null") as T;
}

/** A block that may be packed. */
export async function readLateBlock<T>(block: HTMLScriptElement): Promise<T> {
  if (block.dataset.packed !== "zlib") return readBlock<T>(block);
  const letters = atob(block.textContent ?? "");
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text()) as T;
}

/** All blocks of a kind that may be packed. */
export function readLateBlocks<T>(kind: string): Promise<T[]> {
  return Promise.all(rawBlocks(kind).map((block) => readLateBlock<T>(block)));
}

/** All blocks of a kind, read. */
export function readBlocks<T>(kind: string): T[] {
  return rawBlocks(kind).map((block) => readBlock<T>(block));
}

/** Rows in columns; a cell of a text column is a number of `texts`. */
export interface Columns {
  texts: string[];
  columns: Record<string, (number | null)[]>;
}

export const none = -0x80000000;

/** One column of several blocks, joined: whole numbers, `none` where there is none. */
export function integers(blocks: Columns[], name: string): Int32Array {
  const length = blocks.reduce((sum, block) => sum + block.columns[name].length, 0);
  const joined = new Int32Array(length).fill(none);
  let at = 0;
  for (const block of blocks) {
    for (const value of block.columns[name]) {
      if (value !== null) joined[at] = value;
      at++;
    }
  }
  return joined;
}

/** One column of several blocks, joined: texts, empty where there is none. */
export function texts(blocks: Columns[], name: string): string[] {
  const joined: string[] = [];
  for (const block of blocks) {
    for (const value of block.columns[name]) joined.push(value === null ? "" : block.texts[value]);
  }
  return joined;
}

/** A cell of a row, as `[number of the column, value, …]` holds it. */
export type Cell = string | number;
export type Cells = Cell[];

/** A row of a layer by the names of its columns. */
export function rowOf(cells: Cells, columns: { name: string }[]): Map<string, Cell> {
  const row = new Map<string, Cell>();
  for (let i = 0; i + 1 < cells.length; i += 2) row.set(columns[cells[i] as number].name, cells[i + 1]);
  return row;
}
