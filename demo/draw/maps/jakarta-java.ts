import { geoMercator } from "d3-geo";
import { cut, label, land, plotter } from "#demo/draw/map";
import { brick, ink, mix, ochre, paper, straw, vermilion } from "#demo/draw/palette";
import { circle, curve, group, type Point, path, pen, sheet } from "#demo/draw/svg";

const volcanoes: readonly Point[] = [
  [105.42, -6.1],
  [106.73, -6.74],
  [107.05, -6.8],
  [107.6, -6.84],
  [107.73, -7.3],
  [108.4, -6.95],
  [109.21, -7.24],
  [109.9, -7.2],
  [110.45, -7.5],
  [111.19, -7.63],
  [111.8, -7.85],
  [112.4, -7.95],
  [112.92, -8.08],
  [113.57, -7.97],
  [114.2, -8.05],
  [115.45, -8.32],
  [104.6, -5.1],
  [103.6, -4.3],
  [116.46, -8.41],
];

const postRoad: readonly Point[] = [
  [105.88, -6.08],
  [106.3, -6.15],
  [106.82, -6.2],
  [106.8, -6.55],
  [107.15, -6.83],
  [107.6, -6.93],
  [107.95, -6.86],
  [108.5, -6.74],
  [109.1, -6.9],
  [109.7, -6.92],
  [110.42, -6.99],
  [110.9, -6.78],
  [111.4, -6.72],
  [112.05, -6.92],
  [112.7, -7.25],
  [113, -7.72],
  [113.6, -7.74],
  [113.95, -7.7],
];

function volcano([x, y]: Point, size: number): string {
  return group(
    { transform: `translate(${x} ${y})` },
    path(`M0 ${-size}L${size * 0.92} ${size * 0.6}H${-size * 0.92}Z`, { fill: ochre }),
    path(`M0 ${-size}L${size * 0.92} ${size * 0.6}H${size * 0.1}Z`, { fill: mix(ochre, ink, 0.4) }),
  );
}

export function jakartaJava(): string {
  const { d, place } = plotter(cut(geoMercator().rotate([-109.5, 0]).center([0, -6.75]).scale(8300)));
  const coast = d(land("10m"));
  const jakarta = place(106.83, -6.17);
  const rings = [300, 232, 170, 114].map((radius, index) =>
    circle(jakarta, radius, { fill: mix(vermilion, straw, 0.09 + index * 0.1) }),
  );

  return sheet(
    vermilion,
    ...rings,
    path(coast, { fill: brick, transform: "translate(12 15)" }),
    path(coast, { fill: ink }),
    path(
      curve(postRoad.map(([x, y]) => place(x, y))),
      pen(straw, 5, { "stroke-dasharray": "18 11", "stroke-linecap": "butt" }),
    ),
    ...volcanoes.map((summit) => volcano(place(...summit), 27)),
    circle(jakarta, 34, { fill: paper, stroke: ink, "stroke-width": 9 }),
    circle(jakarta, 13, { fill: vermilion }),
    label("Jakarta", [jakarta[0] + 62, jakarta[1] - 34], "place", paper, 78),
    label("Java Sea", place(110.9, -5.2), "water", straw, 80, { "letter-spacing": 9 }),
  );
}
