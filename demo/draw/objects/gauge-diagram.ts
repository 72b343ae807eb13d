import { blush, brick, clay, ink, mix, night, ochre, paper, sand, straw, vermilion } from "#demo/draw/palette";
import { group, path, pen, rect, sheet } from "#demo/draw/svg";

// To scale with each other: 1,435 and 1,520 millimetres between the inner faces of the rails.
const unit = 0.66;
const standard = 1435 * unit;
const broad = 1520 * unit;
const middle = 900;

/** A flat-bottomed rail in section, its inner face at `x`, its head towards `side`. */
function rail(x: number, base: number, side: number, fill: string): string {
  const d =
    "M0 0V-26C0 -34 4 -38 12 -38H58C66 -38 70 -34 70 -26V-2C70 6 66 10 58 11L44 16C41 30 41 66 45 82L96 96C102 98 104 100 104 106V114H-34V106C-34 100 -32 98 -26 96L25 82C29 66 29 30 26 16L12 11C4 10 0 8 0 0Z";
  return path(d, {
    fill,
    stroke: ink,
    "stroke-width": 5,
    "stroke-linejoin": "round",
    transform: `translate(${x} ${base - 114}) scale(${side} 1)`,
  });
}

function track(gauge: number, base: number, fill: string, bed: string): string {
  return group(
    {},
    rect(middle - 760, base + 8, 1520, 62, { fill: bed, stroke: ink, "stroke-width": 5, rx: 6 }),
    path(
      Array.from(
        { length: 17 },
        (_, index) =>
          `M${middle - 730 + index * 86} ${base + 26}h${38 + (index % 3) * 9}M${middle - 700 + index * 86} ${base + 48}h${30 + (index % 4) * 8}`,
      ).join(""),
      pen(mix(bed, ink, 0.35), 4),
    ),
    rail(middle - gauge / 2, base + 8, -1, fill),
    rail(middle + gauge / 2, base + 8, 1, fill),
  );
}

/** An axle with two flanged wheels, seen from in front, made for the standard gauge. */
function wheelset(top: number): string {
  const tread = top - 10;
  const wheel = (side: number): string =>
    path(
      `M0 ${tread + 28}C-10 ${tread + 30} -26 ${tread + 30} -30 ${tread + 18}V${tread - 330}H0L8 ${tread - 318}H62L66 ${tread - 310}V${tread}H10C4 ${tread + 4} 4 ${tread + 20} 0 ${tread + 28}Z`,
      {
        fill: night,
        stroke: ink,
        "stroke-width": 5,
        transform: `translate(${middle + (side * standard) / 2 - side * 10} 0) scale(${side} 1)`,
      },
    );
  return group(
    {},
    rect(middle - standard / 2 - 130, tread - 190, standard + 260, 44, {
      fill: ochre,
      stroke: ink,
      "stroke-width": 5,
      rx: 8,
    }),
    rect(middle - standard / 2 + 22, tread - 202, standard - 44, 68, { fill: straw, stroke: ink, "stroke-width": 5 }),
    path(`M${middle - standard / 2 + 60} ${tread - 178}H${middle + standard / 2 - 60}`, pen(paper, 9)),
    wheel(-1),
    wheel(1),
  );
}

export function gaugeDiagram(): string {
  const [upper, lower] = [560, 960];
  const drop = (x: number, from: number): string => `M${x} ${from}V${lower - 156}`;
  const [inner, outer] = [standard / 2, broad / 2];
  const strip = (side: number): string =>
    rect(side < 0 ? middle - outer : middle + inner, upper + 90, outer - inner, lower - 110 - upper - 70, {
      fill: vermilion,
    });
  return sheet(
    mix(blush, sand, 0.25),
    rect(0, upper + 72, 1800, 1200, { fill: mix(blush, clay, 0.45) }),
    rect(0, lower + 72, 1800, 400, { fill: brick }),
    track(standard, upper, paper, ochre),
    wheelset(upper - 142),
    strip(-1),
    strip(1),
    track(broad, lower, paper, clay),
    path(
      [-inner, inner].map((x) => drop(middle + x, upper + 78)).join(""),
      pen(ink, 4, { "stroke-dasharray": "4 12" }),
    ),
    path(
      `M${middle - inner + 14} 735H${middle + inner - 14}M${middle - inner + 44} 719l-30 16l30 16M${middle + inner - 44} 719l30 16l-30 16`,
      pen(ink, 5),
    ),
    path(
      `M${middle - outer + 14} 1125H${middle + outer - 14}M${middle - outer + 44} 1109l-30 16l30 16M${middle + outer - 44} 1109l30 16l-30 16`,
      pen(paper, 5),
    ),
  );
}
