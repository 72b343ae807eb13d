import { type GeoProjection, geoAzimuthalEqualArea } from "d3-geo";
import { borders, countries, land, plotter } from "#demo/draw/map";
import { blush, brick, clay, deep, foam, ink, mix, ochre, paper, straw, vermilion } from "#demo/draw/palette";
import { circle, clipTo, group, hatch, type Point, path, pen, sheet, straight, tag } from "#demo/draw/svg";

interface Mine {
  readonly at: Point;
  readonly size: number;
}
interface Coin {
  readonly id: string;
  readonly centre: Point;
  readonly radius: number;
  readonly look: GeoProjection;
  readonly countries: readonly string[];
  readonly mines: readonly Mine[];
}

const coins: readonly Coin[] = [
  {
    id: "andes",
    centre: [610, 500],
    radius: 455,
    look: geoAzimuthalEqualArea().rotate([66.5, 20]).scale(1250),
    countries: ["Chile", "Peru"],
    mines: [
      { at: [-69.1, -24.3], size: 46 },
      { at: [-68.7, -20.9], size: 34 },
      { at: [-70.3, -33.2], size: 36 },
      { at: [-70.2, -28.6], size: 22 },
      { at: [-71.6, -16.2], size: 30 },
      { at: [-73.4, -13.6], size: 22 },
      { at: [-77, -9.6], size: 30 },
    ],
  },
  {
    id: "copperbelt",
    centre: [1235, 730],
    radius: 400,
    look: geoAzimuthalEqualArea().rotate([-23.5, 5.5]).scale(1020),
    countries: ["Dem. Rep. Congo", "Zambia"],
    mines: [
      { at: [25, -10.2], size: 44 },
      { at: [27.6, -11.6], size: 32 },
      { at: [28.6, -14], size: 25 },
      { at: [24.6, -13.2], size: 20 },
    ],
  },
];

/** A coin: a milled rim, a polished field, and a country in relief. */
function coin({ id, centre, radius, look, countries: names, mines }: Coin): string {
  const [x, y] = centre;
  const field = radius * 0.87;
  const { d, place } = plotter(look.translate([x, y]).precision(0.3).clipAngle(80));
  const coast = d(land("50m"));
  const copper = d(countries("50m", names));
  const milling = Array.from({ length: 150 }, (_, step): string => {
    const angle = (step / 150) * Math.PI * 2;
    const at = (share: number): Point => [x + Math.cos(angle) * radius * share, y + Math.sin(angle) * radius * share];
    return straight([at(0.905), at(0.975)]);
  }).join("");
  return group(
    {},
    circle([x + 18, y + 24], radius, { fill: deep }),
    circle(centre, radius, { fill: clay }),
    path(milling, pen(brick, 7, { "stroke-linecap": "butt" })),
    circle(centre, radius, pen(ink, 5)),
    clipTo(id, circle(centre, field, {})),
    circle(centre, field, { fill: blush }),
    group(
      { "clip-path": `url(#${id})` },
      path(coast, pen(mix(blush, clay, 0.35), 66)),
      path(coast, pen(mix(blush, clay, 0.65), 30)),
      path(coast, { fill: ink, opacity: 0.35, transform: "translate(9 12)" }),
      path(coast, { fill: clay }),
      path(d(borders("50m")), pen(mix(clay, ink, 0.22), 2.5)),
      path(copper, { fill: vermilion }),
      path(copper, { fill: "url(#ore)" }),
      path(copper, pen(ink, 4)),
      path(coast, pen(ink, 3)),
      ...mines.map(({ at, size }) =>
        group(
          {},
          circle(place(...at), size, { fill: straw, stroke: ink, "stroke-width": 4 }),
          circle(place(...at), size * 0.62, pen(mix(ochre, ink, 0.35), 3)),
          circle(place(...at), size * 0.22, { fill: ink }),
        ),
      ),
    ),
    circle(centre, field, pen(ink, 4)),
    path(
      `M${x - radius * 0.81} ${y - radius * 0.24}A${radius * 0.845} ${radius * 0.845} 0 0 1 ${x - radius * 0.24} ${y - radius * 0.81}`,
      pen(paper, 7),
    ),
  );
}

export function copperMap(): string {
  return sheet(foam, tag("defs", {}, hatch("ore", brick, 35, 18, 6)), ...coins.map(coin));
}
