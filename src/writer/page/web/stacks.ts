// SPDX-License-Identifier: MIT
// Marks that would hide one another on the screen are drawn as one, with their number.

export interface Stack {
  /** Where the first of them is, in pixels. */
  x: number;
  y: number;
  /** The first 1,000 of them; `count` says how many there are. */
  members: number[];
  count: number;
}

const mostMembers = 1_000;
/** Where all can stand alone, only what hides another is stacked; else stacks are large, and keep apart. */
const nearestMarks = [12, 46, 64, 96];
const mostAlone = 400;

/**
 * Stacks what is nearer than `near` pixels to the first of a stack. Nothing where there would be more than
 * `most` stacks.
 */
export function stacksAt(
  near: number,
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  items: ArrayLike<number>,
  itemCount: number,
  most: number,
): Stack[] | null {
  const stacks: Stack[] = [];
  const byCell = new Map<number, Stack[]>();
  const columns = 1 << 16;
  const key = (column: number, row: number) => (row + columns / 2) * columns + column + columns / 2;
  for (let i = 0; i < itemCount; i++) {
    const x = xs[i];
    const y = ys[i];
    const column = Math.floor(x / near);
    const row = Math.floor(y / near);
    let found: Stack | undefined;
    for (let r = row - 1; r <= row + 1 && !found; r++) {
      for (let c = column - 1; c <= column + 1 && !found; c++) {
        found = byCell.get(key(c, r))?.find((stack) => Math.hypot(stack.x - x, stack.y - y) < near);
      }
    }
    if (found) {
      found.count++;
      if (found.members.length < mostMembers) found.members.push(items[i]);
      continue;
    }
    if (stacks.length >= most) return null;
    const stack = { x, y, members: [items[i]], count: 1 };
    stacks.push(stack);
    const cell = byCell.get(key(column, row));
    if (cell) cell.push(stack);
    else byCell.set(key(column, row), [stack]);
  }
  return stacks;
}

/** As near as marks may be without there being more than `most` of them. */
export function stacksOf(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  items: ArrayLike<number>,
  itemCount: number,
  most = 300,
): Stack[] {
  for (const near of itemCount <= mostAlone ? nearestMarks : nearestMarks.slice(1)) {
    const stacks = stacksAt(near, xs, ys, items, itemCount, most);
    if (stacks) return stacks;
  }
  return stacksAt(128, xs, ys, items, itemCount, Infinity) ?? [];
}
