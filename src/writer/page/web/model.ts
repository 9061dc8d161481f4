// SPDX-License-Identifier: MIT
// What the build holds, as the map, the table and the search need it.
import { type Cells, type Columns, integers, none, rawBlocks, readBlocks, readLateBlock, readLateBlocks, rowOf, texts } from "./blocks.ts";
import type { Cell } from "./blocks.ts";
import { noDay, type Span } from "./dates.ts";
import { areaOf, linesOf, type Path } from "./shapes.ts";

export interface Column {
  name: string;
  title: string;
  unit?: string;
  domain?: string;
  own?: number;
}

export interface Layer {
  name: string;
  title: string;
  description: string;
  count: number;
  columns: Column[];
}

export type SymbolName = "circle" | "square" | "diamond" | "triangle" | "triangle_down" | "star";

export interface Style {
  type: string | null;
  rgb: number;
  symbol: SymbolName;
}

export interface About {
  title: string;
  subtitle: string;
  count: string;
  note: string | null;
  credit: string;
  empty_area: string;
  boundaries: string;
  build_id: string;
  version: string;
  steps_a_degree: number;
  publishers: string[];
  layers: Layer[];
  domains: Record<string, Record<string, string>>;
  styles: Style[];
  build: [string, string, string][];
  methods: string | null;
  /** The page's first language; nothing for English. */
  language?: string;
  /** Whether the page opens as the map, the legend and the time alone. */
  embedded?: number;
  /** West, south, east, north of what the map shows at first; nothing for where most incidents are. */
  frame?: [number, number, number, number];
  /** Raster tiles of somebody's server, where whoever made the page chose some. */
  tiles?: { url: string; attribution: string };
}

export interface BaseMap {
  areas: { name: string | null; country: number; settled: number; meant?: number; shape: number[][][] }[];
  towns: Columns;
  lakes?: number[][][][];
  rivers?: { rank: number; shape: number[][] }[];
  seas?: { name: string; lon: number; lat: number; width: number }[];
  attributions: string[];
}

export interface Incidents {
  count: number;
  id: string[];
  date: string[];
  firstDay: Int32Array;
  lastDay: Int32Array;
  type: string[];
  subType: string[];
  weapon: string[];
  /** Whom somebody holds responsible, and who claimed it, separated by ` | `. */
  actors: string[];
  /** Publishers and days, separated by ` | `. */
  sources: string[];
  /** The least number of people killed that the reports bear; `none` where none is told. */
  killed: Int32Array;
  reports: Int32Array;
  disagreements: Int32Array;
  findings: Int32Array;
  /** 1 where nobody has confirmed it; `none` for all others. */
  draft: Int32Array;
}

/** A spot is an incident at one of its places; what is not on the map is one without a position. */
export interface Spots {
  count: number;
  incident: Int32Array;
  layer: Int32Array;
  style: Uint8Array;
  place: string[];
  words: string[];
  admin1: string[];
  country: string[];
  status: string[];
  role: string[];
  lon: Float64Array;
  lat: Float64Array;
  uncertaintyM: Int32Array;
  area: Int32Array;
  footprint: Int32Array;
  /** Why it is not on the map, and what would mend it; empty for what is. */
  reason: string[];
}

export interface Launches {
  count: number;
  incident: Int32Array;
  place: string[];
  saidBy: string[];
  lon: Float64Array;
  lat: Float64Array;
  footprint: Int32Array;
}

export interface LaunchLine {
  incident: number;
  from: string | null;
  to: string | null;
  distance: string | null;
  shape: number[][];
}

export interface Base {
  name: string;
  lon: number;
  lat: number;
  count: number;
  first: string;
  last: string;
}

export interface Ring {
  label: string;
  shape: number[][][];
}

/** All that is known of one incident. */
export interface Details {
  id: string;
  rows(layer: string): Map<string, Cell>[];
  lookUps: LookUp[];
}

export interface Match {
  name: string | null;
  place_id: string | null;
  kind: string | null;
  country: string | null;
  admin1: string | null;
  lon: number;
  lat: number;
  score: number;
  because: string | null;
}

export interface LookUp {
  report: string;
  role: string;
  words: string;
  status: string;
  name: string | null;
  because: string | null;
  mend: string | null;
  alternatives: Match[];
}

/** Degrees of each step count; NaN where there is none. */
function degrees(steps: Int32Array, aDegree: number): Float64Array {
  return Float64Array.from(steps, (value) => (value === none ? NaN : value / aDegree));
}

interface DetailsBlock {
  incidents: ({ id: string; look_ups: { report: string; role: string; words: string; answer: string }[] } & Record<
    string,
    Cells[]
  >)[];
  answers: Record<string, Omit<LookUp, "report" | "role" | "words">>;
}

export class Model {
  readonly about: About = readBlocks<About>("about")[0];
  /** Empty before load(). */
  base: BaseMap = { areas: [], towns: { texts: [], columns: { name: [], lon: [], lat: [], population: [] } }, attributions: [] };
  readonly incidents: Incidents = this.readIncidents();
  readonly spots: Spots = this.readSpots();
  readonly launches: Launches = this.readLaunches();
  readonly bases: Base[] = this.readBases();
  /** The first and last day of any incident; nothing where all are undated. */
  readonly days: Span | null = this.wholeSpan();
  /** The first spot of each incident; -1 where it has none. */
  readonly firstSpot: Int32Array = this.findFirstSpots();

  private readonly detailBlocks = rawBlocks("details");
  private knownAreas: Path[][][] = [];
  private knownFootprints: number[][][][] | null = null;
  private knownLines: LaunchLine[] | null = null;
  private knownDetails: { number: number; block: DetailsBlock } | null = null;
  private knownNumbers: Map<string, number> | null = null;
  private knownSources: Map<string, Map<string, Cell>> | null = null;

  private layerColumns(name: string): Column[] {
    return this.layer(name)?.columns ?? [];
  }

  layer(name: string): Layer | undefined {
    return this.about.layers.find((layer) => layer.name === name);
  }

  layerNumber(name: string): number {
    return this.about.layers.findIndex((layer) => layer.name === name);
  }

  private readIncidents(): Incidents {
    const blocks = readBlocks<Columns>("incidents");
    const id = texts(blocks, "id");
    return {
      count: id.length,
      id,
      date: texts(blocks, "date"),
      firstDay: integers(blocks, "first_day"),
      lastDay: integers(blocks, "last_day"),
      type: texts(blocks, "type"),
      subType: texts(blocks, "sub_type"),
      weapon: texts(blocks, "weapon"),
      actors: texts(blocks, "actors"),
      sources: texts(blocks, "sources"),
      killed: integers(blocks, "killed"),
      reports: integers(blocks, "reports"),
      disagreements: integers(blocks, "disagreements"),
      findings: integers(blocks, "findings"),
      draft: integers(blocks, "draft"),
    };
  }

  private readSpots(): Spots {
    const blocks = readBlocks<Columns>("spots");
    const incident = integers(blocks, "incident");
    const aDegree = this.about.steps_a_degree;
    const styleOf = new Map(this.about.styles.map((style, number) => [style.type ?? "", number]));
    const others = this.about.styles.length - 1;
    return {
      count: incident.length,
      incident,
      layer: integers(blocks, "layer"),
      style: Uint8Array.from(incident, (number) => styleOf.get(this.incidents.subType[number]) ?? others),
      place: texts(blocks, "place"),
      words: texts(blocks, "words"),
      admin1: texts(blocks, "admin1"),
      country: texts(blocks, "country"),
      status: texts(blocks, "status"),
      role: texts(blocks, "role"),
      lon: degrees(integers(blocks, "lon"), aDegree),
      lat: degrees(integers(blocks, "lat"), aDegree),
      uncertaintyM: integers(blocks, "uncertainty_m"),
      area: integers(blocks, "area"),
      footprint: integers(blocks, "footprint"),
      reason: texts(blocks, "reason"),
    };
  }

  private readLaunches(): Launches {
    const blocks = readBlocks<Columns>("launches");
    const incident = integers(blocks, "incident");
    const aDegree = this.about.steps_a_degree;
    return {
      count: incident.length,
      incident,
      place: texts(blocks, "place"),
      saidBy: texts(blocks, "said_by"),
      lon: degrees(integers(blocks, "lon"), aDegree),
      lat: degrees(integers(blocks, "lat"), aDegree),
      footprint: integers(blocks, "footprint"),
    };
  }

  private readBases(): Base[] {
    const rows = readBlocks<{ rows: { cells: Cells }[] }>("bases")[0]?.rows ?? [];
    const columns = this.layerColumns("bases");
    return rows.map(({ cells }) => {
      const row = rowOf(cells, columns);
      return {
        name: String(row.get("location") ?? ""),
        lon: Number(row.get("longitude")),
        lat: Number(row.get("latitude")),
        count: Number(row.get("incident_count") ?? 0),
        first: String(row.get("date_start") ?? ""),
        last: String(row.get("date_end") ?? ""),
      };
    });
  }

  readonly rings: Ring[] = (readBlocks<{ rows: { cells: Cells; shape: number[][][] }[] }>("range_rings")[0]?.rows ?? []).map(
    ({ cells, shape }) => ({
      label: String(rowOf(cells, this.layerColumns("range_rings")).get("label") ?? ""),
      shape,
    }),
  );

  /** Findings about no incident. */
  async generalFindings(): Promise<Map<string, Cell>[]> {
    const blocks = await readLateBlocks<{ rows: Cells[] }>("findings");
    return blocks.flatMap(({ rows }) => rows.map((cells) => rowOf(cells, this.layerColumns("findings"))));
  }

  private wholeSpan(): Span | null {
    let span: Span | null = null;
    for (let i = 0; i < this.incidents.count; i++) {
      const first = this.incidents.firstDay[i];
      const last = this.incidents.lastDay[i];
      if (first === noDay || last === noDay) continue;
      if (!span) span = { first, last };
      if (first < span.first) span.first = first;
      if (last > span.last) span.last = last;
    }
    return span;
  }

  private findFirstSpots(): Int32Array {
    const first = new Int32Array(this.incidents.count).fill(-1);
    for (let spot = this.spots.count - 1; spot >= 0; spot--) first[this.spots.incident[spot]] = spot;
    return first;
  }

  /** Whether nobody has confirmed the incident: drafts are hollow. */
  isDraft(incident: number): boolean {
    return this.incidents.draft[incident] === 1;
  }

  isDated(incident: number): boolean {
    return this.incidents.firstDay[incident] !== noDay && this.incidents.lastDay[incident] !== noDay;
  }

  isMapped(spot: number): boolean {
    return this.spots.area[spot] !== none || !Number.isNaN(this.spots.lon[spot]);
  }

  /** Reads what may be packed and is needed at once. */
  async load(): Promise<void> {
    const [bases, blocks] = await Promise.all([
      readLateBlocks<BaseMap>("base"),
      readLateBlocks<{ shapes: number[][][][] }>("areas"),
    ]);
    this.base = bases[0];
    this.knownAreas = blocks.flatMap(({ shapes }) => shapes).map((shape) => areaOf(shape, this.about.steps_a_degree));
  }

  /** The distinct areas of incidents known by area only; none before load(). */
  areas(): Path[][][] {
    return this.knownAreas;
  }

  areaOfRing(ring: Ring): Path[][] {
    return areaOf(ring.shape, this.about.steps_a_degree);
  }

  /** A possible area; none before loadFootprints(). */
  footprint(number: number): Path[][] {
    const shape = this.knownFootprints?.[number];
    return shape ? areaOf(shape, this.about.steps_a_degree) : [];
  }

  get hasFootprints(): boolean {
    return this.knownFootprints !== null;
  }

  async loadFootprints(): Promise<void> {
    const blocks = await readLateBlocks<{ shapes: number[][][][] }>("footprints");
    this.knownFootprints ??= blocks.flatMap(({ shapes }) => shapes);
  }

  /** The straight lines from launch places to places hit; nothing before loadLines(). */
  lines(): LaunchLine[] | null {
    return this.knownLines;
  }

  async loadLines(): Promise<void> {
    const blocks = await readLateBlocks<{ lines: LaunchLine[] }>("lines");
    this.knownLines ??= blocks.flatMap(({ lines }) => lines);
  }

  linePaths(line: LaunchLine): Path[] {
    return linesOf(line.shape, this.about.steps_a_degree);
  }

  /** The number of the incident with that id; -1 where there is none. */
  incidentNumber(id: string): number {
    this.knownNumbers ??= new Map(this.incidents.id.map((known, number) => [known, number]));
    return this.knownNumbers.get(id) ?? -1;
  }

  /** Calls `take` with each incident and all texts that are told of it, block by block. */
  async forEachTold(take: (incident: number, text: string) => void): Promise<void> {
    const aBlock = 100;
    for (let number = 0; number < this.detailBlocks.length; number++) {
      const { incidents } = await readLateBlock<DetailsBlock>(this.detailBlocks[number]);
      incidents.forEach((found, at) => {
        const texts: string[] = [];
        for (const rows of Object.values(found)) {
          if (!Array.isArray(rows)) continue;
          for (const cells of rows as unknown[]) {
            if (Array.isArray(cells)) for (let i = 1; i < cells.length; i += 2) if (typeof cells[i] === "string") texts.push(cells[i] as string);
          }
        }
        take(number * aBlock + at, texts.join("\n"));
      });
    }
  }

  async details(incident: number): Promise<Details> {
    const aBlock = 100;
    const number = Math.floor(incident / aBlock);
    if (this.knownDetails?.number !== number) {
      const block = await readLateBlock<DetailsBlock>(this.detailBlocks[number]);
      this.knownDetails = { number, block };
    }
    const { incidents, answers } = this.knownDetails.block;
    const found = incidents[incident % aBlock];
    return {
      id: found.id,
      rows: (layer) => (found[layer] ?? []).map((cells: Cells) => rowOf(cells, this.layerColumns(layer))),
      lookUps: found.look_ups.map(({ report, role, words, answer }) => ({ report, role, words, ...answers[answer] })),
    };
  }

  source(id: string): Map<string, Cell> | undefined {
    if (!this.knownSources) {
      this.knownSources = new Map();
      const columns = this.layerColumns("sources");
      for (const { rows } of readBlocks<{ rows: { cells: Cells }[] }>("sources")) {
        for (const { cells } of rows) {
          const row = rowOf(cells, columns);
          this.knownSources.set(String(row.get("source_id")), row);
        }
      }
    }
    return this.knownSources.get(id);
  }
}
