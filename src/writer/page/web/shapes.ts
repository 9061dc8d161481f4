// SPDX-License-Identifier: MIT
// Shapes as the page's data holds them: whole steps from one position to the next.

/** Longitude and latitude in degrees. */
export type Position = [number, number];
export type Path = Position[];

function path(steps: number[], aDegree: number): Path {
  const positions: Path = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < steps.length; i += 2) {
    x += steps[i];
    y += steps[i + 1];
    positions.push([x / aDegree, y / aDegree]);
  }
  return positions;
}

/** The lines of `[[x, y, dx, dy, …], …]`. */
export function linesOf(shape: number[][], aDegree: number): Path[] {
  return shape.map((line) => path(line, aDegree));
}

/** The polygons of `[[ring, hole, …], …]`; rings are not closed. */
export function areaOf(shape: number[][][], aDegree: number): Path[][] {
  return shape.map((polygon) => linesOf(polygon, aDegree));
}

export interface Bounds {
  west: number;
  south: number;
  east: number;
  north: number;
}

export function boundsOf(positions: Iterable<Position>): Bounds | null {
  let bounds: Bounds | null = null;
  for (const [x, y] of positions) {
    bounds = bounds
      ? {
          west: Math.min(bounds.west, x),
          south: Math.min(bounds.south, y),
          east: Math.max(bounds.east, x),
          north: Math.max(bounds.north, y),
        }
      : { west: x, south: y, east: x, north: y };
  }
  return bounds;
}

/** Twice the area of a ring in square degrees, whichever way it runs. */
function twiceArea(ring: Path): number {
  let sum = 0;
  for (let i = 0; i < ring.length; i++) {
    const [x1, y1] = ring[i];
    const [x2, y2] = ring[(i + 1) % ring.length];
    sum += x1 * y2 - x2 * y1;
  }
  return Math.abs(sum);
}

/** The outer ring of the largest polygon; nothing where there is none. */
export function largestRing(area: Path[][]): Path | null {
  let largest: Path | null = null;
  let most = -1;
  for (const [outer] of area) {
    const size = outer ? twiceArea(outer) : -1;
    if (size > most) {
      most = size;
      largest = outer;
    }
  }
  return largest;
}

/** Whether a position lies inside a ring. */
export function isInside(ring: Path, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0; i < ring.length; i++) {
    const [x1, y1] = ring[i];
    const [x2, y2] = ring[(i + 1) % ring.length];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

/** A position inside a ring: the middle of its widest stretch at one of some latitudes. */
export function positionInside(ring: Path): Position | null {
  const bounds = boundsOf(ring);
  if (!bounds) return null;
  let best: Position | null = null;
  let widest = -1;
  for (let step = 1; step < 16; step++) {
    const y = bounds.south + ((bounds.north - bounds.south) * step) / 16;
    const crossings: number[] = [];
    for (let i = 0; i < ring.length; i++) {
      const [x1, y1] = ring[i];
      const [x2, y2] = ring[(i + 1) % ring.length];
      if (y1 > y !== y2 > y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
    }
    crossings.sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      // Of stretches about as wide, the one nearest to the middle is the better place for a name.
      const width = (crossings[i + 1] - crossings[i]) * (1 - Math.abs(step - 8) / 40);
      if (width > widest) {
        widest = width;
        best = [(crossings[i] + crossings[i + 1]) / 2, y];
      }
    }
  }
  return best;
}

/** Wider than any border runs straight; areas that were cut have such edges. */
const widestEdge = 45;
const antimeridian = 179.99;

function isBorder([x1]: Position, [x2]: Position): boolean {
  if (Math.abs(x2 - x1) > widestEdge) return false;
  return Math.abs(x1) < antimeridian || Math.abs(x2) < antimeridian;
}

/** The edges of an area as lines, without those where it was only cut: along the antimeridian, or across all of it. */
export function bordersOf(area: Path[][]): Path[] {
  const lines: Path[] = [];
  for (const ring of area.flat()) {
    let line: Path = [];
    for (let i = 0; i < ring.length; i++) {
      const next = ring[(i + 1) % ring.length];
      if (isBorder(ring[i], next)) {
        if (line.length === 0) line.push(ring[i]);
        line.push(next);
      } else if (line.length > 0) {
        lines.push(line);
        line = [];
      }
    }
    if (line.length > 0) lines.push(line);
  }
  return lines;
}
