import { type GeoRawProjection, geoGraticule, geoProjection } from "d3-geo";
import { land, plotter } from "#demo/draw/map";
import { ink, mix, ochre, paper, straw, vermilion } from "#demo/draw/palette";
import { circle, clipTo, group, HEIGHT, path, pen, sheet, tag, WIDTH } from "#demo/draw/svg";

/** No projection in any textbook: the sheet of the world, pulled at two corners and let go in the middle. */
const pulled: GeoRawProjection = (longitude, latitude) => {
  const sway = Math.sin(longitude * 0.9 + 0.5) * 0.34 + Math.sin(longitude * 2.1 - latitude) * 0.1;
  const squeeze = 1 + 0.5 * Math.sin(latitude * 1.5 + 0.35) + 0.16 * Math.cos(longitude * 1.5);
  return [
    longitude * 0.86 * squeeze * Math.cos(latitude * 0.42) + Math.sin(latitude * 2.2) * 0.42,
    latitude * (1.12 + 0.3 * Math.cos(longitude * 0.8 + 0.9)) + sway,
  ];
};

export function graticule(): string {
  const projection = geoProjection(pulled)
    .rotate([-12, 0])
    .scale(345)
    .translate([WIDTH / 2 - 20, HEIGHT / 2 - 20])
    .precision(0.1);
  const { d, place } = plotter(projection);
  const globe = d({ type: "Sphere" });
  const coast = d(land("110m"));
  const fine = d(
    geoGraticule()
      .step([15, 15])
      .extentMinor([
        [-180, -90.01],
        [180, 90.01],
      ])(),
  );
  const equator = d({
    type: "LineString",
    coordinates: Array.from({ length: 73 }, (_, index) => [-168 + index * 5, 0]),
  });
  const tissot = [
    [-100, 45],
    [-60, -15],
    [20, 5],
    [60, 55],
    [100, 30],
    [135, -25],
    [10, 50],
    [-140, 62],
  ];

  return sheet(
    ochre,
    tag("defs", {}, clipTo("globe", path(globe, {}))),
    path(globe, { fill: mix(ochre, ink, 0.45), transform: "translate(18 22)" }),
    path(globe, { fill: paper }),
    group(
      { "clip-path": "url(#globe)" },
      path(fine, pen(mix(paper, ink, 0.3), 3)),
      path(coast, { fill: ochre, opacity: 0.55, transform: "translate(10 12)" }),
      path(coast, { fill: ink }),
      path(fine, pen(mix(ink, straw, 0.4), 2.4)),
      path(equator, pen(vermilion, 8)),
    ),
    path(globe, pen(ink, 6)),
    ...tissot.map(([x = 0, y = 0]) => circle(place(x, y), 9, { fill: vermilion })),
  );
}
