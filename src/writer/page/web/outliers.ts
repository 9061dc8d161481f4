// SPDX-License-Identifier: MIT
// Which positions a map does better without at first, by the same rule as pictures and QGIS.

const leastCount = 5;
const mostTried = 200;
const timesAsWide = 2.5;
const leastReachKm = 100;

function distanceKm(latA: number, lonA: number, latB: number, lonB: number): number {
  const radians = Math.PI / 180;
  const half =
    Math.sin(((latB - latA) * radians) / 2) ** 2 +
    Math.cos(latA * radians) * Math.cos(latB * radians) * Math.sin(((lonB - lonA) * radians) / 2) ** 2;
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** Numbers of the positions, ascending: at most a tenth of them, and of fewer than twenty one. */
export function outliersOf(lats: number[], lons: number[]): number[] {
  const count = lats.length;
  if (count < leastCount) return [];
  const step = Math.max(1, Math.floor(count / mostTried));
  let best: number[] = [];
  let least = Infinity;
  for (let i = 0; i < count; i += step) {
    const distances = lats.map((lat, k) => distanceKm(lats[i], lons[i], lat, lons[k]));
    const half = [...distances].sort((a, b) => a - b)[Math.floor(count / 2)];
    if (half >= least) continue;
    least = half;
    best = distances;
  }
  const order = best.map((_, i) => i).sort((a, b) => best[a] - best[b]);
  const farthest = best[order[count - 1]];
  const most = Math.max(1, Math.floor(count / 10));
  for (let leftOut = 1; leftOut <= most; leftOut++) {
    const reach = Math.max(best[order[count - 1 - leftOut]], leastReachKm);
    if (farthest >= timesAsWide * reach) return order.slice(count - leftOut).sort((a, b) => a - b);
  }
  return [];
}

/** Which positions do not lie in a frame of west, south, east, north. */
export function outsideOf([west, south, east, north]: [number, number, number, number], lats: number[], lons: number[]): number[] {
  const isInside = (lat: number, lon: number) =>
    lat >= south && lat <= north && (west <= east ? lon >= west && lon <= east : lon >= west || lon <= east);
  return lats.flatMap((lat, i) => (isInside(lat, lons[i]) ? [] : [i]));
}
