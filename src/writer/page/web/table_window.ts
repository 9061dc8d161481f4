// SPDX-License-Identifier: MIT
// Of a long table only those rows are in the document that can be seen, and some around them.

export interface Window {
  first: number;
  /** One past the last. */
  end: number;
}

export function windowAt(scrollTop: number, height: number, rowHeight: number, rowCount: number, around = 8): Window {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - around);
  const end = Math.min(rowCount, Math.ceil((scrollTop + height) / rowHeight) + around);
  return { first: Math.min(first, end), end };
}

/** How far a table must be scrolled so that a row is seen whole; as it is where it is seen already. */
export function scrollFor(row: number, scrollTop: number, height: number, rowHeight: number): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  if (top + rowHeight > scrollTop + height) return top + rowHeight - height;
  return scrollTop;
}
