import { geoMercator } from "d3-geo";
import { cut, label, land, plotter } from "#demo/draw/map";
import { seeded, smoothNoise } from "#demo/draw/noise";
import { deep, ink, mist, mix, ochre, paper, sea, vermilion } from "#demo/draw/palette";
import { circle, clipTo, curve, group, HEIGHT, type Point, path, pen, sheet, tag, WIDTH } from "#demo/draw/svg";

type Flow = (point: Point) => Point;

/** The south-westerlies, turned north over the bay and wound into a depression at its head. */
function monsoonFlow(eye: Point): Flow {
  const waver = smoothNoise("monsoon");
  return ([x, y]) => {
    const turn = -0.12 - 0.55 * Math.max(0, Math.min(1, (x - 500) / 1000)) + waver(x / 520, y / 520) * 0.35;
    const [dx, dy] = [x - eye[0], y - eye[1]];
    const distance = Math.hypot(dx, dy);
    const pull = Math.exp(-((distance / 330) ** 2)) * 3.4;
    // Anticlockwise round the eye, drawn inwards a little.
    const [spinX, spinY] = [(dy - dx * 0.28) / (distance + 1), (-dx - dy * 0.28) / (distance + 1)];
    const [u, v] = [Math.cos(turn) + spinX * pull, Math.sin(turn) + spinY * pull];
    const size = Math.hypot(u, v) || 1;
    return [u / size, v / size];
  };
}

/** Streamlines that keep their distance from each other (after Jobard and Lefer, simplified) and out of the place kept for words. */
function streamlines(flow: Flow, gap: number, kept: (point: Point) => boolean): Point[][] {
  const random = seeded("streams");
  const cell = gap / 2;
  const taken = new Map<string, Point[]>();
  const key = (x: number, y: number): string => `${Math.floor(x / cell)},${Math.floor(y / cell)}`;
  const crowded = ([x, y]: Point, distance: number): boolean => {
    for (let i = -2; i <= 2; i += 1) {
      for (let j = -2; j <= 2; j += 1) {
        if (
          (taken.get(key(x + i * cell, y + j * cell)) ?? []).some(
            (other) => Math.hypot(other[0] - x, other[1] - y) < distance,
          )
        )
          return true;
      }
    }
    return false;
  };
  const follow = (start: Point, direction: number): Point[] => {
    const trail: Point[] = [];
    let [x, y] = start;
    for (let step = 0; step < 130; step += 1) {
      const [u, v] = flow([x, y]);
      const [midU, midV] = flow([x + u * direction * 4, y + v * direction * 4]);
      x += midU * direction * 8;
      y += midV * direction * 8;
      if (x < -60 || y < -60 || x > WIDTH + 60 || y > HEIGHT + 60 || kept([x, y]) || crowded([x, y], gap * 0.62)) break;
      trail.push([x, y]);
    }
    return trail;
  };
  const lines: Point[][] = [];
  for (let attempt = 0; attempt < 5200; attempt += 1) {
    const start: Point = [random() * (WIDTH + 100) - 50, random() * (HEIGHT + 100) - 50];
    if (kept(start) || crowded(start, gap)) continue;
    const line = [...follow(start, -1).reverse(), start, ...follow(start, 1)];
    if (line.length < 9) continue;
    for (const point of line) taken.set(key(...point), [...(taken.get(key(...point)) ?? []), point]);
    lines.push(line);
  }
  return lines;
}

/** A line that swells from nothing to its full width and ends in a point. */
function swelling(points: readonly Point[], width: number): string {
  const edge = (side: number): Point[] =>
    points.map(([x, y], index) => {
      const [before, after] = [
        points[Math.max(index - 1, 0)] ?? [x, y],
        points[Math.min(index + 1, points.length - 1)] ?? [x, y],
      ];
      const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
      const size = Math.hypot(dx, dy) || 1;
      const share = index / (points.length - 1);
      const half = (side * width * Math.min(share * 1.1, (1 - share) * 6)) / 2;
      return [x - (dy / size) * half, y + (dx / size) * half];
    });
  const every = <Item>(items: readonly Item[]): Item[] =>
    items.filter((_, index) => index % 3 === 0 || index === items.length - 1);
  return curve([...every(edge(1)), ...every(edge(-1)).reverse()], true);
}

export function monsoon(): string {
  const { d, place } = plotter(cut(geoMercator().rotate([-86.5, 0]).center([0, 14.6]).scale(2950)));
  const coast = d(land("50m"));
  const eye = place(88.7, 18.2);
  const words = place(86.2, 10.4);
  const lines = streamlines(
    monsoonFlow(eye),
    27,
    ([x, y]) => Math.abs(x - words[0]) < 272 && Math.abs(y - words[1] + 20) < 52,
  );
  const trails = lines.map((line) => swelling(line, line.length > 60 ? 9 : 6.5)).join("");
  const rare = lines
    .filter((line, index) => line.length > 70 && index % 5 === 0)
    .map((line) => swelling(line, 11))
    .join("");

  return sheet(
    sea,
    tag("defs", {}, clipTo("coast", path(coast, {}))),
    path(trails, { fill: mist, opacity: 0.8 }),
    path(rare, { fill: paper }),
    path(coast, { fill: ink, opacity: 0.35, transform: "translate(8 10)" }),
    path(coast, { fill: ochre }),
    group(
      { "clip-path": "url(#coast)" },
      path(trails, { fill: mix(ochre, ink, 0.35), opacity: 0.55 }),
      path(coast, pen(deep, 7)),
    ),
    circle(eye, 58, { fill: sea }),
    circle(eye, 44, { fill: vermilion }),
    circle(eye, 16, { fill: paper }),
    label("Bay of Bengal", words, "water", paper, 74, { "text-anchor": "middle", "letter-spacing": 7 }),
  );
}
