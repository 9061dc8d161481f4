// SPDX-License-Identifier: MIT
// What an analyst would script with DuckDB and ogr2ogr: places by a join on a normal form of their names, distances on
// a sphere, four layers to GeoPackage and GeoJSON. For script/bench --places.
// Usage: duckdb_ogr2ogr.mjs FOLDER_WITH_NODE_MODULES TABLES OUT THREADS
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [modules, tables, out, threads] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(join(resolve(modules), 'package.json'))('@duckdb/node-api');
mkdirSync(out, { recursive: true });
const base = await (await DuckDBInstance.create(':memory:', { threads })).connect();
const read = (name) => `read_csv('${join(tables, name)}', header = true)`;

await base.run(`CREATE MACRO normal(name) AS trim(regexp_replace(lower(strip_accents(name)), '[^a-z0-9]+', ' ', 'g'))`);
await base.run(`CREATE TABLE known AS SELECT DISTINCT ON (name) normal(n.name) AS name, place_id, latitude, longitude
  FROM ${read('names.csv')} n JOIN ${read('places.csv')} p USING (place_id) ORDER BY name, population DESC`);
await base.run(`CREATE TABLE bases AS SELECT * FROM ${read('bases.csv')}`);
await base.run(`CREATE TABLE base_names AS SELECT DISTINCT ON (name) normal(name) AS name, base_id, lat, lon FROM bases ORDER BY name, base_id`);
await base.run(`CREATE TABLE attacks AS
  SELECT r.*, k.place_id, k.latitude AS lat, k.longitude AS lon, b.base_id, b.lat AS from_lat, b.lon AS from_lon,
    2 * 6371.0088 * asin(sqrt(pow(sin(radians(k.latitude - b.lat) / 2), 2) +
      cos(radians(k.latitude)) * cos(radians(b.lat)) * pow(sin(radians(k.longitude - b.lon) / 2), 2))) AS distance_km
  FROM ${read('reports.csv')} r JOIN known k ON k.name = normal(r.place)
  LEFT JOIN base_names b ON b.name = normal(r.launch_place) ORDER BY r.id`);

const layers = {
  attacks: 'SELECT * EXCLUDE (from_lat, from_lon) FROM attacks',
  bases: 'SELECT * FROM bases',
  launch_sites: 'SELECT b.*, n AS launches FROM bases b JOIN (SELECT base_id, count(*) n FROM attacks GROUP BY 1) USING (base_id)',
  lines: `SELECT id, date, launch_place, place, weapon, distance_km,
    'LINESTRING (' || from_lon || ' ' || from_lat || ', ' || lon || ' ' || lat || ')' AS WKT FROM attacks WHERE base_id IS NOT NULL`,
};
const options = ['-q', '-oo', 'X_POSSIBLE_NAMES=lon', '-oo', 'Y_POSSIBLE_NAMES=lat', '-oo', 'GEOM_POSSIBLE_NAMES=WKT',
  '-oo', 'KEEP_GEOM_COLUMNS=NO', '-oo', 'AUTODETECT_TYPE=YES', '-a_srs', 'EPSG:4326', '-gt', '1000000',
  '--config', 'OGR_SQLITE_SYNCHRONOUS', 'OFF'];
const store = join(out, 'incidents.gpkg');
for (const [name, query] of Object.entries(layers)) {
  const table = join(out, `${name}.csv`);
  await base.run(`COPY (${query}) TO '${table}' (HEADER)`);
  execFileSync('ogr2ogr', ['-f', 'GPKG', ...(existsSync(store) ? ['-append'] : []), store, table, '-nln', name, ...options]);
  execFileSync('ogr2ogr', ['-f', 'GeoJSON', join(out, `${name}.geojson`), table, '-nln', name, ...options]);
}
process.exit(0);
