import { geoAzimuthalEqualArea } from "d3-geo";
import { borders, cut, label, land, type Plotter, plotter } from "#demo/draw/map";
import { foam, ink, leaf, mix, ochre, paper, pine, straw, vermilion } from "#demo/draw/palette";
import { circle, clipTo, curve, group, type Point, path, pen, sheet, tag } from "#demo/draw/svg";

interface Reach {
  readonly course: readonly Point[];
  readonly width: number;
}

// Longitude and latitude by eye from an atlas: Natural Earth's coast has the mouths but not the rivers.
const reaches: readonly Reach[] = [
  {
    width: 26,
    course: [
      [105.8, 14.6],
      [105.95, 13.95],
      [106, 13.5],
      [105.97, 13.1],
      [106.05, 12.6],
      [106, 12.3],
      [105.7, 12.05],
      [105.46, 11.98],
      [105.25, 11.85],
      [105, 11.65],
      [104.95, 11.56],
    ],
  },
  {
    width: 20,
    course: [
      [104.1, 12.85],
      [104.4, 12.55],
      [104.67, 12.25],
      [104.75, 11.95],
      [104.86, 11.75],
      [104.95, 11.56],
    ],
  },
  {
    width: 24,
    course: [
      [104.95, 11.56],
      [105.08, 11.38],
      [105.28, 11.24],
      [105.24, 11],
      [105.2, 10.8],
      [105.4, 10.56],
      [105.62, 10.42],
      [105.78, 10.28],
      [105.97, 10.27],
    ],
  },
  {
    width: 19,
    course: [
      [104.95, 11.56],
      [105.02, 11.25],
      [105.08, 10.95],
      [105.13, 10.7],
      [105.4, 10.4],
      [105.6, 10.2],
      [105.8, 10.02],
      [106.02, 9.8],
      [106.25, 9.56],
      [106.42, 9.42],
    ],
  },
  {
    width: 16,
    course: [
      [105.97, 10.27],
      [106.15, 10.3],
      [106.36, 10.34],
      [106.55, 10.28],
      [106.85, 10.26],
    ],
  },
  {
    width: 14,
    course: [
      [106.1, 10.29],
      [106.3, 10.2],
      [106.48, 10.06],
      [106.72, 9.96],
    ],
  },
  {
    width: 16,
    course: [
      [105.97, 10.27],
      [106.15, 10.12],
      [106.32, 9.98],
      [106.48, 9.86],
      [106.66, 9.76],
    ],
  },
];

const lake: readonly Point[] = [
  [104.25, 12.62],
  [104.05, 12.72],
  [103.78, 12.85],
  [103.6, 13.08],
  [103.66, 13.28],
  [103.92, 13.18],
  [104.12, 13],
  [104.35, 12.75],
];
const mouths: readonly Point[] = [
  [106.42, 9.42],
  [106.66, 9.76],
  [106.72, 9.96],
  [106.85, 10.26],
];

/** Silt carried out to sea: curved lines that fan from the mouths and bend with the coastal current. */
function silt({ place }: Plotter): string {
  return mouths
    .map((mouth, index) => {
      const lines = Array.from({ length: 9 }, (_, step) => {
        const spread = (step - 4) / 4;
        const reach = (1.5 - 0.55 * Math.abs(spread)) * (index % 2 === 0 ? 1 : 0.82);
        const tail: Point[] = [0, 0.25, 0.5, 0.75, 1].map((share) => [
          mouth[0] + reach * share * (1 - 0.28 * share),
          mouth[1] - 0.2 * reach * share + spread * 0.2 * share - 0.55 * share * share,
        ]);
        return path(curve(tail.map(([x, y]) => place(x, y))), pen(mix(ochre, ink, 0.08), 4.5 - Math.abs(spread) * 2));
      });
      return group({}, ...lines);
    })
    .join("");
}

/** Canals, ruled across the wet country below the branches. */
function canals({ place }: Plotter): string {
  const lines: string[] = [];
  for (let step = 0; step < 26; step += 1) {
    const along = step / 25;
    const from: Point = [104.6 + along * 1.9, 10.75 - along * 1.1];
    lines.push(
      path(curve([place(from[0], from[1]), place(from[0] - 0.85, from[1] - 0.98)]), pen(leaf, 3, { opacity: 0.75 })),
    );
  }
  for (let step = 0; step < 6; step += 1) {
    const shift = step * 0.17;
    lines.push(
      path(
        curve([place(104.5 - shift * 0.4, 10.55 - shift), place(106.2 - shift, 9.6 - shift * 0.9)]),
        pen(leaf, 3, { opacity: 0.5 }),
      ),
    );
  }
  return group({}, ...lines);
}

export function mekongDelta(): string {
  const plot = plotter(cut(geoAzimuthalEqualArea().rotate([-105.42, -10.6, 0]).scale(17200)));
  const { d, place } = plot;
  const coast = d(land("10m"));
  const courses = reaches.map(({ course, width }) => ({ line: curve(course.map(([x, y]) => place(x, y))), width }));
  const phnomPenh = place(104.95, 11.56);
  const canTho = place(105.79, 10.03);
  const beside: Point = [canTho[0] - 52, canTho[1] + 20];

  return sheet(
    straw,
    tag("defs", {}, clipTo("dry", path(coast, {}))),
    silt(plot),
    path(coast, { fill: ochre, transform: "translate(10 12)" }),
    path(coast, { fill: pine }),
    group(
      { "clip-path": "url(#dry)" },
      canals(plot),
      path(d(borders("10m")), pen(leaf, 4, { "stroke-dasharray": "1 13" })),
    ),
    path(
      curve(
        lake.map(([x, y]) => place(x, y)),
        true,
      ),
      { fill: foam },
    ),
    ...courses.map(({ line, width }) => path(line, pen(pine, width + 12))),
    ...courses.map(({ line, width }) => path(line, pen(foam, width))),
    ...courses.map(({ line, width }) => path(line, pen(paper, width * 0.16, { opacity: 0.8 }))),
    circle(phnomPenh, 17, { fill: paper, stroke: ink, "stroke-width": 8 }),
    circle(canTho, 38, pen(vermilion, 6)),
    circle(canTho, 17, { fill: vermilion }),
    label("Phnom Penh", [phnomPenh[0] - 40, phnomPenh[1] + 24], "place", paper, 56, { "text-anchor": "end" }),
    label("Can Tho", beside, "place", pine, 48, { "text-anchor": "end", stroke: pine, "stroke-width": 18 }),
    label("Can Tho", beside, "place", paper, 48, { "text-anchor": "end" }),
    label("Mekong", [0, 0], "water", foam, 66, {
      transform: `translate(${place(105.38, 11.6).join(" ")}) rotate(-28)`,
    }),
  );
}
