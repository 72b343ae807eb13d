import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type GeoPermissibleObjects, type GeoProjection, geoArea, geoPath } from "d3-geo";
import type { Feature, Geometry, MultiLineString, MultiPolygon, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { type Attributes, group, HEIGHT, type Point, path, pen, tag, WIDTH } from "#demo/draw/svg";

export type Scale = "10m" | "50m" | "110m";
export type Country = Feature<Geometry, { name: string }>;
type Atlas = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;

const require = createRequire(import.meta.url);
const atlases = new Map<Scale, Atlas>();

function atlas(scale: Scale): Atlas {
  const known = atlases.get(scale);
  if (known) return known;
  const read = JSON.parse(readFileSync(require.resolve(`world-atlas/countries-${scale}.json`), "utf8")) as Atlas;
  atlases.set(scale, read);
  return read;
}

// Rounding has turned three islets of the Maldives inside out, so that each would flood the whole globe.
function rightWayRound(coordinates: Position[][]): boolean {
  return geoArea({ type: "Polygon", coordinates }) < 2 * Math.PI;
}

export function land(scale: Scale): MultiPolygon {
  const coordinates = feature(atlas(scale), atlas(scale).objects.land).features.flatMap(({ geometry }) => {
    if (geometry.type === "MultiPolygon") return geometry.coordinates;
    return geometry.type === "Polygon" ? [geometry.coordinates] : [];
  });
  return { type: "MultiPolygon", coordinates: coordinates.filter(rightWayRound) };
}

export function countries(scale: Scale, names?: readonly string[]): Country[] {
  const all = feature(atlas(scale), atlas(scale).objects.countries).features;
  if (!names) return all;
  const found = all.filter((country) => names.includes(country.properties.name));
  if (found.length !== names.length) throw new Error(`The atlas lacks one of: ${names.join(", ")}`);
  return found;
}

export function borders(scale: Scale): MultiLineString {
  return mesh(atlas(scale), atlas(scale).objects.countries, (one, other) => one !== other);
}

/** Cuts a projection at a margin beyond the sheet, wide enough to hide the broad strokes along the cut. */
export function cut(projection: GeoProjection, margin = 300): GeoProjection {
  return projection
    .translate([WIDTH / 2, HEIGHT / 2])
    .precision(0.3)
    .clipAngle(80)
    .clipExtent([
      [-margin, -margin],
      [WIDTH + margin, HEIGHT + margin],
    ]);
}

export interface Plotter {
  readonly d: (shape: GeoPermissibleObjects | readonly GeoPermissibleObjects[]) => string;
  readonly place: (longitude: number, latitude: number) => Point;
}

export function plotter(projection: GeoProjection): Plotter {
  const write = geoPath(projection).digits(1);
  return {
    d: (shape) =>
      (Array.isArray(shape) ? shape : [shape]).map((one) => write(one as GeoPermissibleObjects) ?? "").join(""),
    place: (longitude, latitude) => projection([longitude, latitude]) ?? [-1e4, -1e4],
  };
}

/** Engraver's water lines: the coast echoed outwards, each echo finer and farther from the last. */
export function waterlines(d: string, water: string, line: string, count: number, first = 9): string {
  let layers = "";
  for (let echo = count; echo >= 1; echo -= 1) {
    const distance = first * echo + 1.6 * echo * echo;
    const weight = 3.2 - (2 * echo) / count;
    layers += path(d, pen(line, 2 * distance + weight)) + path(d, pen(water, 2 * distance - weight));
  }
  return group({}, layers);
}

const FACES = {
  place: {
    "font-family": "'Nimbus Sans', 'Liberation Sans', Helvetica, Arial, sans-serif",
    "font-weight": "bold",
    "letter-spacing": 1,
  },
  water: { "font-family": "P052, Palatino, 'Liberation Serif', serif", "font-style": "italic", "letter-spacing": 3 },
} as const;

/** A map label. Nothing under 46 units: it would not be read on a small card. */
export function label(
  words: string,
  [x, y]: Point,
  face: keyof typeof FACES,
  fill: string,
  size = 50,
  more: Attributes = {},
): string {
  return tag("text", { x, y, fill, "font-size": size, ...FACES[face], ...more }, words);
}
