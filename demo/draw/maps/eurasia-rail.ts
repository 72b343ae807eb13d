import { geoAzimuthalEqualArea } from "d3-geo";
import { borders, countries, cut, land, plotter, waterlines } from "#demo/draw/map";
import { blush, clay, ink, mix, paper, sand, vermilion } from "#demo/draw/palette";
import { circle, curve, group, hatch, type Point, path, pen, sheet, tag } from "#demo/draw/svg";

const broadGauge = [
  "Russia",
  "Kazakhstan",
  "Belarus",
  "Ukraine",
  "Lithuania",
  "Latvia",
  "Estonia",
  "Finland",
  "Georgia",
  "Armenia",
  "Azerbaijan",
  "Uzbekistan",
  "Turkmenistan",
  "Tajikistan",
  "Kyrgyzstan",
  "Moldova",
  "Mongolia",
];

const east: readonly Point[] = [
  [121, 31.2],
  [114.3, 33.5],
  [108.9, 34.3],
  [103.8, 36.1],
  [97, 40.2],
  [89.2, 42.9],
  [84.5, 44.5],
  [80.6, 44.2],
];
const middle: readonly Point[] = [
  [80.2, 44.2],
  [76.9, 43.4],
  [71.4, 43],
  [66, 44.6],
  [61.5, 46.6],
  [57.2, 50.1],
  [52.5, 52.6],
  [46, 53.6],
  [37.6, 55.75],
  [31.5, 54.7],
  [27.6, 53.9],
  [23.9, 52.15],
];
const west: readonly Point[] = [
  [23.4, 52.1],
  [21, 52.2],
  [16.9, 52.4],
  [13.4, 52.5],
  [9.7, 52.3],
  [6.8, 51.4],
];

/** A railway as the old atlases drew it: a dark line with light sleepers laid in it. */
function railway(d: string, width: number, dash: string): string {
  return (
    path(d, pen(ink, width, { "stroke-linecap": "butt" })) +
    path(d, pen(paper, width - 7, { "stroke-dasharray": dash, "stroke-linecap": "butt" }))
  );
}

export function eurasiaRail(): string {
  const { d, place } = plotter(cut(geoAzimuthalEqualArea().rotate([-64, -45, 6]).scale(1230)));
  const at = (course: readonly Point[]): string => curve(course.map(([x, y]) => place(x, y)));
  const coast = d(land("50m"));
  const broad = d(countries("50m", broadGauge));
  const breaks = [place(80.4, 44.2), place(23.65, 52.1)];

  return sheet(
    clay,
    tag("defs", {}, hatch("broad", mix(blush, clay, 0.6), 45, 26, 7)),
    waterlines(coast, clay, mix(clay, paper, 0.4), 4, 9),
    path(coast, { fill: ink, opacity: 0.25, transform: "translate(7 9)" }),
    path(coast, { fill: paper }),
    path(broad, { fill: blush }),
    path(broad, { fill: "url(#broad)" }),
    path(d(borders("50m")), pen(mix(sand, ink, 0.22), 2)),
    path(coast, pen(ink, 2)),
    railway(at(east), 17, "17 17"),
    railway(at(middle), 29, "17 17"),
    railway(at(west), 17, "17 17"),
    ...breaks.map((point) =>
      group(
        {},
        circle(point, 66, { fill: vermilion, opacity: 0.2 }),
        circle(point, 40, { fill: vermilion, stroke: paper, "stroke-width": 7 }),
        path(
          `M${point[0] - 9} ${point[1] - 20}V${point[1] + 20}M${point[0] + 9} ${point[1] - 20}V${point[1] + 20}`,
          pen(paper, 7),
        ),
      ),
    ),
    ...[place(121, 31.2), place(6.8, 51.4), place(37.6, 55.75)].map((stop) =>
      circle(stop, 15, { fill: paper, stroke: ink, "stroke-width": 7 }),
    ),
  );
}
