import { between, seeded } from "#demo/draw/noise";
import { clay, deep, foam, ink, mist, mix, night, ochre, paper, sea, straw, vermilion } from "#demo/draw/palette";
import {
  circle,
  clipTo,
  curve,
  group,
  HEIGHT,
  type Point,
  path,
  pen,
  sheet,
  stipple,
  sweep,
  tag,
} from "#demo/draw/svg";

const body =
  "M300 640C420 520 640 470 860 486C1010 496 1130 540 1250 600C1330 640 1420 650 1500 620C1560 598 1600 560 1660 520C1690 500 1730 500 1720 530C1712 556 1680 580 1664 606C1690 624 1730 640 1752 668C1770 694 1730 704 1700 694C1640 676 1590 672 1530 692C1400 738 1270 780 1120 808C940 840 700 850 520 812C420 790 330 750 296 706C284 690 284 660 300 640Z";
const belly =
  "M288 690C420 742 560 742 700 730C800 722 900 752 960 828C800 850 640 846 520 812C420 790 330 750 288 690Z";
const fin = "M700 742C740 850 800 950 880 1030C900 1048 920 1036 914 1012C890 920 860 830 800 740Z";

export function whaleSong(): string {
  const random = seeded("whale");
  const mouth: Point = [330, 640];
  const rings = Array.from({ length: 13 }, (_, index) => {
    const radius = 150 + index * 92;
    const colour = index === 4 ? vermilion : ([foam, ochre, mist, clay][index % 4] ?? foam);
    // The song swells and fades along its way out.
    const weight = 3 + 7 * Math.max(0, Math.sin(index * 1.05 + 0.6));
    return circle(
      mouth,
      radius,
      pen(colour, index === 4 ? 11 : weight, { opacity: Math.max(0.35, 1 - index * 0.055) }),
    );
  });
  const grooves = Array.from({ length: 7 }, (_, index) =>
    path(
      curve(
        sweep(
          0,
          1,
          12,
          (share): Point => [
            310 + share * (560 - index * 26),
            712 + index * 15 + 38 * Math.sin(share * 2.6) + share * 14,
          ],
        ),
      ),
      pen(mix(mist, sea, 0.75), 3.5),
    ),
  );
  const barnacles = Array.from({ length: 16 }, () =>
    circle([between(random, 300, 420), between(random, 634, 690)], between(random, 3, 7), { fill: mist }),
  );

  return sheet(
    mix(deep, sea, 0.35),
    path("M0 0H1800V170C1500 220 1200 130 900 180S300 230 0 170Z", { fill: sea }),
    path(`M0 960C300 900 600 980 900 940S1500 900 1800 960V${HEIGHT}H0Z`, { fill: deep }),
    path(`M0 1080C300 1040 700 1100 1000 1060S1500 1050 1800 1090V${HEIGHT}H0Z`, { fill: mix(deep, ink, 0.5) }),
    ...rings,
    stipple(random, 900, (_x, y) => 0.15 + (y / HEIGHT) * 0.5, mix(foam, deep, 0.35), 2.6),
    tag("defs", {}, clipTo("body", path(body, {}))),
    path(fin, { fill: night, transform: "translate(150 -60) rotate(-18 750 740)" }),
    path(body, { fill: ink }),
    group(
      { "clip-path": "url(#body)" },
      path("M300 600C500 440 900 440 1260 580L1700 500L1500 640C1300 640 1100 540 860 530C640 520 460 560 300 640Z", {
        fill: night,
      }),
      path(belly, { fill: mist }),
      ...grooves,
    ),
    path(fin, { fill: night, stroke: ink, "stroke-width": 4 }),
    path("M1010 506C1050 480 1086 470 1120 476C1116 500 1126 530 1150 554Z", { fill: ink }),
    ...barnacles,
    circle([520, 690], 11, { fill: straw }),
    circle([520, 690], 5, { fill: ink }),
    path(`M300 692C380 726 460 728 560 716`, pen(paper, 4)),
  );
}
