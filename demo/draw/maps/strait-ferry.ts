import { geoAzimuthalEqualArea } from "d3-geo";
import { cut, label, land, plotter, waterlines } from "#demo/draw/map";
import { foam, ink, mix, paper, sea, vermilion } from "#demo/draw/palette";
import { circle, curve, group, hatch, type Point, path, pen, sheet, tag } from "#demo/draw/svg";

/** The ferry from above, its bow along the x axis. */
function ferry([x, y]: Point, angle: number): string {
  const wake = [26, 52, 78].map((back) =>
    path(
      `M${-back} ${-back * 0.42}L${-back - 70} ${-back * 0.42 - 46}M${-back} ${back * 0.42}L${-back - 70} ${back * 0.42 + 46}`,
      pen(paper, 4),
    ),
  );
  const hull = "M-58 -20L22 -20C46 -18 62 -8 70 0C62 8 46 18 22 20L-58 20Z";
  return group(
    { transform: `translate(${x} ${y}) rotate(${angle})` },
    group({ transform: "translate(-20 0)" }, ...wake),
    path(hull, { fill: ink, transform: "translate(5 7)", opacity: 0.35 }),
    path(hull, { fill: paper, stroke: ink, "stroke-width": 4, "stroke-linejoin": "round" }),
    path("M-44 -10H8V10H-44Z", { fill: vermilion }),
    path("M20 -10H30V10H20Z", { fill: ink }),
  );
}

export function straitFerry(): string {
  const { d, place } = plotter(cut(geoAzimuthalEqualArea().rotate([-129.72, -34.42, 8]).scale(31500)));
  const coast = d(land("10m"));
  const busan = place(129.04, 35.1);
  const hitakatsu = place(129.46, 34.66);
  const izuhara = place(129.29, 34.2);
  const fukuoka = place(130.4, 33.61);
  const crossing = curve([busan, place(129.12, 34.97), place(129.36, 34.79), hitakatsu]);
  const onward = curve([hitakatsu, place(129.66, 34.56), place(129.92, 34.2), place(130.2, 33.82), fukuoka]);
  const [shipX, shipY] = place(129.985, 34.1);

  return sheet(
    foam,
    tag("defs", {}, hatch("shore", mix(paper, ink, 0.13), -38, 24, 3)),
    waterlines(coast, foam, mix(foam, sea, 0.55), 7, 10),
    path(coast, { fill: ink, opacity: 0.28, transform: "translate(9 11)" }),
    path(coast, { fill: paper }),
    path(coast, { fill: "url(#shore)" }),
    path(coast, pen(ink, 3)),
    path(
      curve([hitakatsu, place(129.5, 34.45), place(129.44, 34.25), izuhara]),
      pen(ink, 5, { "stroke-dasharray": "2 15" }),
    ),
    path(crossing, pen(vermilion, 11)),
    path(onward, pen(vermilion, 11, { "stroke-dasharray": "30 22" })),
    ...[busan, hitakatsu, fukuoka].map((port) => circle(port, 17, { fill: paper, stroke: ink, "stroke-width": 8 })),
    circle(izuhara, 10, { fill: ink }),
    ferry([shipX, shipY], 56),
    label("Busan", [busan[0] - 42, busan[1] - 58], "place", ink, 60, { "text-anchor": "end" }),
    label("Fukuoka", [fukuoka[0] + 40, fukuoka[1] + 74], "place", ink, 60),
    label("Tsushima", [izuhara[0] - 70, izuhara[1] - 10], "place", ink, 60, { "text-anchor": "end" }),
    label("Korea Strait", [0, 0], "water", mix(sea, ink, 0.45), 66, {
      transform: "translate(1010 420) rotate(-27)",
      "letter-spacing": 9,
    }),
  );
}
