import type { Random } from "#demo/draw/noise";

export const WIDTH = 1800;
export const HEIGHT = 1200;

export type Point = readonly [number, number];
export type Attributes = Readonly<Record<string, string | number>>;

const short = (value: number): string => String(Math.round(value * 10) / 10);

export function tag(name: string, attributes: Attributes, children = ""): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? String(Math.round(value * 1000) / 1000) : value}"`)
    .join("");
  return children === "" ? `<${name}${written}/>` : `<${name}${written}>${children}</${name}>`;
}

export function group(attributes: Attributes, ...children: readonly string[]): string {
  return tag("g", attributes, children.join(""));
}

export function rect(x: number, y: number, width: number, height: number, attributes: Attributes): string {
  return tag("rect", { x, y, width, height, ...attributes });
}

export function circle([cx, cy]: Point, r: number, attributes: Attributes): string {
  return tag("circle", { cx, cy, r, ...attributes });
}

export function path(d: string, attributes: Attributes): string {
  return tag("path", { d, ...attributes });
}

/** The attributes of a drawn line. */
export function pen(stroke: string, width: number, more: Attributes = {}): Attributes {
  return {
    fill: "none",
    stroke,
    "stroke-width": width,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
    ...more,
  };
}

export function straight(points: readonly Point[], closed = false): string {
  const joined = points.map(([x, y]) => `${short(x)} ${short(y)}`).join("L");
  return joined === "" ? "" : `M${joined}${closed ? "Z" : ""}`;
}

/** A smooth curve through the points (Catmull–Rom as Bézier curves). */
export function curve(points: readonly Point[], closed = false): string {
  const count = points.length;
  const first = points[0];
  if (first === undefined || count < 3) return straight(points, closed);
  const at = (index: number): Point =>
    points[closed ? (index + count) % count : Math.min(Math.max(index, 0), count - 1)] ?? first;
  let d = `M${short(first[0])} ${short(first[1])}`;
  for (let index = 0; index < (closed ? count : count - 1); index += 1) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const numbers = [
      from[0] + (to[0] - before[0]) / 6,
      from[1] + (to[1] - before[1]) / 6,
      to[0] - (after[0] - from[0]) / 6,
      to[1] - (after[1] - from[1]) / 6,
      to[0],
      to[1],
    ];
    d += `C${numbers.map(short).join(" ")}`;
  }
  return closed ? `${d}Z` : d;
}

/** Points of `make` at evenly spaced places from `from` to `to`. */
export function sweep(from: number, to: number, steps: number, make: (at: number) => Point): Point[] {
  return Array.from({ length: steps + 1 }, (_, index) => make(from + ((to - from) * index) / steps));
}

/** Parallel lines to fill a shape with, named so that a fill can refer to it. */
export function hatch(id: string, stroke: string, angle: number, gap: number, width: number): string {
  const line = rect(0, 0, gap, width, { fill: stroke });
  return tag(
    "pattern",
    {
      id,
      width: gap,
      height: gap,
      patternUnits: "userSpaceOnUse",
      patternTransform: `rotate(${angle})`,
    },
    line,
  );
}

/** Dots as an engraver would set them, denser where `density` (0 to 1) is high; one path, to stay light. */
export function stipple(
  random: Random,
  count: number,
  density: (x: number, y: number) => number,
  fill: string,
  radius: number,
): string {
  let d = "";
  for (let index = 0; index < count; index += 1) {
    const x = random() * WIDTH;
    const y = random() * HEIGHT;
    if (random() > density(x, y)) continue;
    const r = radius * (0.6 + random() * 0.6);
    d += `M${short(x - r)} ${short(y)}a${r.toFixed(2)} ${r.toFixed(2)} 0 1 0 ${(2 * r).toFixed(2)} 0a${r.toFixed(2)} ${r.toFixed(2)} 0 1 0 ${(-2 * r).toFixed(2)} 0`;
  }
  return path(d, { fill });
}

export function clipTo(id: string, shape: string): string {
  return tag("clipPath", { id }, shape);
}

/** A finished sheet: its ground, then its layers. */
export function sheet(ground: string, ...layers: readonly string[]): string {
  return tag(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}` },
    rect(0, 0, WIDTH, HEIGHT, { fill: ground }) + layers.join(""),
  );
}
