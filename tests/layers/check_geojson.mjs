// SPDX-License-Identifier: MIT
// Usage: node check_geojson.mjs MODULES FILE... : two checkers of GeoJSON, and what they say of each file.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';

const [modules, ...files] = process.argv.slice(2);
const require = createRequire(pathToFileURL(join(modules, 'package.json')));
const {getIssues} = await import(pathToFileURL(require.resolve('@placemarkio/check-geojson')));
const Ajv = require('ajv').default;
const matches = new Ajv({strict: false}).compile(require('geojson-schema/FeatureCollection.json'));

for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const issues = getIssues(text);
  if (issues.length > 0) console.log(`${file}: ${JSON.stringify(issues.slice(0, 3))}`);
  const fits = matches(JSON.parse(text));
  if (!fits) console.log(`${file}: ${JSON.stringify(matches.errors.slice(0, 3))}`);
  if (issues.length > 0 || !fits) process.exitCode = 1;
}
