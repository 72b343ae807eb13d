import { between, fractalNoise, seeded } from "#demo/draw/noise";
import {
  blush,
  brick,
  clay,
  deep,
  foam,
  ink,
  leaf,
  mist,
  mix,
  moss,
  ochre,
  paper,
  pine,
  sand,
  sea,
  straw,
  vermilion,
} from "#demo/draw/palette";
import {
  circle,
  clipTo,
  curve,
  group,
  HEIGHT,
  type Point,
  path,
  pen,
  rect,
  sheet,
  stipple,
  sweep,
  tag,
  WIDTH,
} from "#demo/draw/svg";

const surface = 400;

/** A boat small enough to make the lake deep, with the line of its corer going down. */
function boat(x: number): string {
  return group(
    { transform: `translate(${x} ${surface})` },
    path("M-98 -22H98C84 14 60 26 34 26H-46C-72 24 -90 8 -98 -22Z", { fill: ink }),
    path("M-98 -22H98", pen(vermilion, 9, { "stroke-linecap": "butt" })),
    path("M0 -22V-138M-46 -22L0 -138L46 -22M0 -138H30V-30", pen(ink, 6)),
    rect(-74, -52, 40, 30, { fill: paper, stroke: ink, "stroke-width": 5 }),
  );
}

export function lakeLayers(): string {
  const random = seeded("lake-2");
  const roll = fractalNoise("varves", 2);
  const colours = [
    mix(sand, paper, 0.4),
    ochre,
    brick,
    straw,
    clay,
    mix(brick, ink, 0.5),
    blush,
    moss,
    straw,
    ochre,
    mix(moss, ink, 0.4),
    clay,
    sand,
    brick,
  ];
  const bed = (x: number, depth: number): number => {
    const bowl = 270 * (1 - ((x - 900) / 1050) ** 2);
    return surface + 110 + bowl * (1 - depth / 1500) + depth + roll(x / 520, depth / 260) * (16 + depth * 0.03);
  };
  const layers: string[] = [];
  let depth = 0;
  for (let index = 0; depth < 760; index += 1) {
    const points = sweep(-40, WIDTH + 40, 46, (x): Point => [x, bed(x, depth)]);
    const colour = colours[index % colours.length] ?? sand;
    layers.push(path(`${curve(points)}L${WIDTH + 40} ${HEIGHT + 40}L-40 ${HEIGHT + 40}Z`, { fill: colour }));
    if (index % 3 === 1) layers.push(path(curve(points.map(([x, y]) => [x, y + 9])), pen(mix(colour, ink, 0.35), 2.6)));
    depth += between(random, 8, 44) * (random() < 0.25 ? 1.8 : 1);
  }
  const [coreX, coreTop, coreEnd] = [1050, bed(1050, 0) - 90, 1130];
  const waterBed = `${curve(sweep(-40, WIDTH + 40, 46, (x): Point => [x, bed(x, 0)]))}L${WIDTH + 40} ${surface}L-40 ${surface}Z`;

  return sheet(
    mist,
    circle([520, 210], 92, { fill: paper }),
    path("M-20 360C140 250 260 250 400 330S640 250 800 320S1120 200 1320 260S1640 210 1820 300V420H-20Z", {
      fill: mix(mist, leaf, 0.55),
    }),
    path("M-20 390C200 330 380 380 600 360S1000 390 1240 345S1600 370 1820 340V420H-20Z", { fill: pine }),
    path(waterBed, { fill: sea }),
    ...[70, 150, 240].map((down, index) =>
      group(
        { "clip-path": "url(#water)" },
        rect(0, surface + down, WIDTH, 900, { fill: mix(sea, deep, (index + 1) / 3) }),
      ),
    ),
    tag(
      "defs",
      {},
      clipTo("water", path(waterBed, {})) + clipTo("core", rect(coreX - 34, coreTop, 68, coreEnd - coreTop, {})),
    ),
    path(`M-20 ${surface}H1820`, pen(foam, 6)),
    ...layers,
    stipple(random, 2600, (x, y) => (y > bed(x, 0) ? 0.75 : 0), ink, 2),
    rect(coreX - 34, coreTop, 68, coreEnd - coreTop, { fill: paper }),
    group({ "clip-path": "url(#core)" }, group({ transform: "translate(0 -6)" }, ...layers)),
    path(
      `M${coreX - 34} ${coreTop}V${coreEnd}M${coreX + 34} ${coreTop}V${coreEnd}`,
      pen(paper, 10, { "stroke-linecap": "butt" }),
    ),
    path(`M${coreX} ${surface + 10}V${coreTop}`, pen(paper, 5)),
    rect(coreX - 46, coreTop - 26, 92, 34, { fill: vermilion }),
    boat(coreX),
  );
}
