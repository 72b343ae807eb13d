import { clay, deep, foam, ink, mist, mix, ochre, paper, sea, vermilion } from "#demo/draw/palette";
import { circle, curve, group, HEIGHT, type Point, path, pen, rect, sheet, sweep, WIDTH } from "#demo/draw/svg";

const level = 420;

/** The bottom of the western channel from Busan to Tsushima, its trough a little east of half-way. */
const bed: Point[] = [
  [-40, 300],
  [120, 330],
  [210, 470],
  [420, 560],
  [700, 640],
  [880, 720],
  [1010, 1000],
  [1120, 1075],
  [1230, 940],
  [1340, 660],
  [1470, 520],
  [1560, 400],
  [1680, 250],
  [1840, 190],
];

/** The surface: calm but for the steep seas over the edge of the trough. */
function surface(x: number): number {
  const steep = Math.exp(-(((x - 1010) / 150) ** 2));
  return level - Math.sin(x / (34 - 12 * steep)) * (5 + 30 * steep);
}

export function straitSection(): string {
  const waves = sweep(-40, WIDTH + 40, 400, (x): Point => [x, surface(x)]);
  const down = (points: readonly Point[]) => `${curve(points)}L${WIDTH + 40} ${HEIGHT + 20}L-40 ${HEIGHT + 20}Z`;
  const layers = [0, 130, 270, 420, 560].map((depth, index) =>
    path(down(index === 0 ? waves : waves.map(([x]) => [x, level + depth + 14 * Math.sin(x / 210 + index)])), {
      fill: mix(foam, deep, index / 4),
    }),
  );
  const ferry = group(
    { transform: `translate(640 ${level - 42})` },
    path("M-120 14H128L96 52H-92Z", { fill: ink }),
    rect(-84, -30, 150, 44, { fill: paper }),
    rect(-60, -62, 78, 32, { fill: paper }),
    rect(-36, -96, 22, 34, { fill: vermilion }),
    ...[-66, -38, -10, 18, 46].map((x) => circle([x, -8], 7, { fill: sea })),
  );
  return sheet(
    mist,
    circle([1380, 190], 76, { fill: ochre }),
    ...layers,
    path(curve(waves), pen(paper, 7)),
    path(down(bed), { fill: mix(clay, ink, 0.18), transform: "translate(0 14)" }),
    path(down(bed), { fill: clay }),
    ...[40, 85, 130, 180].map((depth) =>
      path(curve(bed.map(([x, y]) => [x, y + depth])), pen(mix(clay, ink, 0.28), 3)),
    ),
    path(curve(bed), pen(ink, 7)),
    path(`M1010 ${level + 70}V960`, pen(vermilion, 6, { "stroke-dasharray": "3 15" })),
    circle([1010, level - 8], 22, { fill: "none", stroke: vermilion, "stroke-width": 7 }),
    ferry,
  );
}
