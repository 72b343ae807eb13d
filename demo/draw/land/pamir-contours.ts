import { contours, readField } from "#demo/draw/contour";
import { type Field, fractalNoise } from "#demo/draw/noise";
import { blush, brick, clay, ink, mix, paper, sand, straw, vermilion } from "#demo/draw/palette";
import { circle, curve, type Point, path, pen, sheet, straight } from "#demo/draw/svg";

function mountains(): Field {
  const bend = fractalNoise("pamir-bend", 2);
  const ridge = fractalNoise("pamir-ridge", 2);
  return (x, y) => {
    const warp = bend(x / 900, y / 900) * 0.35;
    const [u, v] = [x / 760 + warp, y / 640 - warp];
    const crest = 1 - Math.abs(ridge(u, v));
    const massif = Math.exp(-(((x - 1080) / 560) ** 2 + ((y - 520) / 420) ** 2));
    return crest * 0.55 + massif * 0.62 + ridge(u * 2 + 4, v * 2) * 0.05;
  };
}

/** Illuminated contours after Tanaka: fine towards the light, broad away from it. */
function illuminated(rings: readonly (readonly Point[])[]): string {
  const strokes = new Map<number, string>();
  for (const ring of rings) {
    let run: Point[] = [];
    let shade: number | undefined;
    const keep = (): void => {
      if (shade !== undefined && run.length > 1) strokes.set(shade, (strokes.get(shade) ?? "") + straight(run));
    };
    ring.forEach((point, index) => {
      const next = ring[(index + 2) % ring.length] ?? point;
      const facing = Math.cos(Math.atan2(next[1] - point[1], next[0] - point[0]) - Math.PI * 0.25);
      const found = Math.round(facing * 3);
      if (found !== shade) {
        if (run.length > 0) run.push(point);
        keep();
        run = [point];
        shade = found;
      } else run.push(point);
    });
    keep();
  }
  return [...strokes]
    .map(([shade, d]) => path(d, pen(mix(brick, ink, 0.45), 1.7 + (shade + 3) * 0.75, { "stroke-linecap": "butt" })))
    .join("");
}

export function pamirContours(): string {
  const field = mountains();
  const grid = readField(field, 8);
  const levels = Array.from({ length: 16 }, (_, index) => 0.2 + index * 0.06);
  const tints = [straw, mix(straw, clay, 0.42), clay, mix(clay, blush, 0.75), paper];

  let top: Point = [900, 600];
  for (let x = 400; x < 1400; x += 8) for (let y = 160; y < 1040; y += 8) if (field(x, y) > field(...top)) top = [x, y];

  return sheet(
    mix(straw, sand, 0.6),
    ...levels.map((level, index) => {
      const rings = contours(grid, level);
      const tint = index % 3 === 1 ? tints[Math.floor(index / 3)] : undefined;
      const outline = tint ? rings.map((ring) => curve(ring, true)).join("") : "";
      return (tint ? path(outline, { fill: tint, "fill-rule": "evenodd" }) : "") + illuminated(rings);
    }),
    circle(top, 84, pen(vermilion, 6)),
    path(`M${top[0]} ${top[1] - 42}l42 72h-84z`, { fill: vermilion }),
  );
}
