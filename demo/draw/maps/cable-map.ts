import { geoAzimuthalEqualArea } from "d3-geo";
import { cut, land, plotter } from "#demo/draw/map";
import { clay, foam, ink, mix, ochre, paper, sea, straw, vermilion } from "#demo/draw/palette";
import { circle, curve, type Point, path, pen, sheet } from "#demo/draw/svg";

interface Cable {
  readonly colour: string;
  readonly route: readonly Point[];
}

const newYork: Point = [-72.9, 40.75];
const virginia: Point = [-75.9, 36.8];
const florida: Point = [-80.1, 26.4];
const halifax: Point = [-63.5, 44.6];
const fortaleza: Point = [-38.5, -3.7];
const cornwall: Point = [-5.5, 50.1];
const ireland: Point = [-9.8, 53.6];
const bordeaux: Point = [-1.3, 44.7];
const bilbao: Point = [-2.9, 43.4];
const lisbon: Point = [-9.2, 38.7];
const dakar: Point = [-17.4, 14.7];
const lagos: Point = [3.4, 6.4];
const luanda: Point = [13.2, -8.8];
const canaries: Point = [-15.4, 28.1];
const iceland: Point = [-20.5, 63.7];
const greenland: Point = [-46, 60.7];
const azores: Point = [-25.7, 37.7];

const cables: readonly Cable[] = [
  { colour: straw, route: [newYork, [-45, 46.5], cornwall] },
  { colour: ochre, route: [newYork, [-50, 47.8], ireland] },
  { colour: foam, route: [halifax, [-38, 53.5], ireland] },
  { colour: vermilion, route: [virginia, [-60, 37.2], [-30, 41], bilbao] },
  { colour: ochre, route: [virginia, [-60, 39], [-30, 44], bordeaux] },
  { colour: clay, route: [florida, [-60, 30], [-32, 34], lisbon] },
  { colour: clay, route: [newYork, [-50, 40], azores, lisbon] },
  { colour: foam, route: [lisbon, [-14, 33.5], canaries] },
  { colour: straw, route: [lisbon, [-19, 31], [-21, 21], dakar, [-18, 8], [-8, 1.5], lagos] },
  { colour: clay, route: [cornwall, [-15, 44], [-22.5, 30], [-23.5, 15], [-18, 4], [-6, -1], lagos] },
  { colour: foam, route: [lagos, [4.5, -1], luanda] },
  { colour: ochre, route: [luanda, [-10, -8], fortaleza] },
  { colour: foam, route: [fortaleza, [-29, 10], [-26, 28], lisbon] },
  { colour: straw, route: [fortaleza, [-46, 5], [-60, 19], [-73, 27], florida] },
  { colour: clay, route: [fortaleza, [-44, 9], [-60, 26], virginia] },
  { colour: ochre, route: [fortaleza, [-28, 7], dakar] },
  { colour: clay, route: [iceland, [-15, 59], ireland] },
  { colour: foam, route: [halifax, [-51, 51], [-50, 57], greenland, [-33, 60], iceland] },
];

export function cableMap(): string {
  const plot = plotter(cut(geoAzimuthalEqualArea().rotate([37, -28, -10]).scale(940)));
  const coast = plot.d(land("50m"));
  const landings = [
    newYork,
    virginia,
    florida,
    halifax,
    fortaleza,
    cornwall,
    ireland,
    bordeaux,
    bilbao,
    lisbon,
    dakar,
    lagos,
    luanda,
    canaries,
    iceland,
    greenland,
    azores,
  ];
  const lines = cables.map(({ colour, route }) => ({
    colour,
    line: curve(route.map((point) => plot.place(...point))),
  }));

  return sheet(
    ink,
    ...[130, 60].map((width, index) => path(coast, pen(mix(ink, sea, 0.13 * (index + 1)), width))),
    path(coast, { fill: mix(sea, ink, 0.12) }),
    path(coast, pen(foam, 2.5)),
    ...lines.map(({ line }) => path(line, pen(ink, 17, { opacity: 0.75 }))),
    ...lines.map(({ line, colour }) => path(line, pen(colour, colour === vermilion ? 10 : 6))),
    ...landings.map((landing) => circle(plot.place(...landing), 13, { fill: paper, stroke: ink, "stroke-width": 6 })),
  );
}
