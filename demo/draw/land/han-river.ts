import { between, pick, type Random, seeded } from "#demo/draw/noise";
import { clay, deep, foam, ink, mix, night, ochre, paper, sea, straw, vermilion } from "#demo/draw/palette";
import { circle, group, HEIGHT, path, pen, rect, sheet, WIDTH } from "#demo/draw/svg";

const shore = 700;

interface Slab {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly face: string;
}

/** Apartment slabs in rows, as they stand along the river, low to the left and right and tallest in the middle. */
function slabs(random: Random, low: number, high: number, faces: readonly string[]): Slab[] {
  const row: Slab[] = [];
  for (let x = -20; x < WIDTH; ) {
    const count = Math.floor(between(random, 2, 5));
    const width = between(random, 54, 92);
    const height = between(random, low, high) * (0.75 + 0.35 * Math.sin((x / WIDTH) * Math.PI));
    const face = pick(random, faces);
    for (let index = 0; index < count; index += 1) {
      row.push({ x, width, height: height - index * 7, face });
      x += width + 9;
    }
    x += between(random, 14, 60);
  }
  return row;
}

function windows(random: Random, { x, width, height }: Slab): { readonly lit: string; readonly columns: number[] } {
  let lit = "";
  const columns: number[] = [];
  for (let left = x + 10; left < x + width - 14; left += 17) {
    for (let top = shore - height + 16; top < shore - 22; top += 21) {
      if (random() > 0.34) continue;
      lit += `M${left.toFixed(0)} ${top.toFixed(0)}h9v11h-9z`;
      columns.push(left + 4);
    }
  }
  return { lit, columns };
}

/** A light on moving water: a column of dashes, longer and farther apart as it comes nearer. */
function reflection(random: Random, x: number, reach: number): string {
  let d = "";
  for (let y = shore + 26; y < shore + reach; y += 11 + (y - shore) * 0.035) {
    if (random() < 0.25) continue;
    const length = between(random, 6, 17) + (y - shore) * 0.035;
    d += `M${(x - length + between(random, -5, 5)).toFixed(0)} ${y.toFixed(0)}h${(length * 2).toFixed(0)}`;
  }
  return d;
}

export function hanRiver(): string {
  const random = seeded("han");
  const far = slabs(random, 60, 150, [mix(night, sea, 0.3), mix(night, sea, 0.2)]);
  const near = slabs(random, 110, 300, [mix(ink, night, 0.6), ink, mix(ink, deep, 0.5)]);
  const lights = near.map((slab) => windows(random, slab));
  const glow = lights.flatMap(({ columns }) => columns).filter(() => random() < 0.2);
  const piers = Array.from({ length: 11 }, (_, index) => -60 + index * 190);

  return sheet(
    mix(night, sea, 0.42),
    circle([1185, 250], 118, { fill: straw }),
    path(
      "M-10 600C150 470 300 520 420 410C520 330 560 330 650 420C780 520 950 500 1100 470S1500 380 1810 540V720H-10Z",
      { fill: mix(night, ink, 0.25) },
    ),
    path("M545 352V238", pen(mix(night, ink, 0.25), 15)),
    path("M545 300V176", pen(mix(night, ink, 0.25), 6)),
    circle([545, 300], 17, { fill: vermilion }),
    ...far.map(({ x, width, height, face }) => rect(x, shore - height - 40, width, height + 40, { fill: face })),
    ...near.map(({ x, width, height, face }) => rect(x, shore - height, width, height, { fill: face })),
    path(lights.map(({ lit }) => lit).join(""), { fill: straw }),
    rect(0, shore - 4, WIDTH, HEIGHT - shore + 4, { fill: mix(deep, ink, 0.35) }),
    path(glow.map((x) => reflection(random, x, between(random, 120, 440))).join(""), pen(ochre, 5, { opacity: 0.9 })),
    path(reflection(random, 1185, 520) + reflection(random, 1150, 420) + reflection(random, 1222, 430), pen(straw, 7)),
    path(reflection(random, 545, 300), pen(vermilion, 6)),
    group(
      {},
      path(piers.map((x) => `M${x + 95 - 95} 905A95 74 0 0 1 ${x + 190} 905`).join(""), pen(ink, 12)),
      path(piers.map((x) => `M${x} 820V968`).join(""), pen(ink, 22, { "stroke-linecap": "butt" })),
      path(
        piers
          .flatMap((x) =>
            [1, 2, 3, 4].map(
              (step) => `M${x + step * 38} 820V${905 - 74 * Math.sqrt(Math.max(0, 1 - ((step * 38 - 95) / 95) ** 2))}`,
            ),
          )
          .join(""),
        pen(ink, 5),
      ),
      rect(0, 796, WIDTH, 30, { fill: ink }),
      path("M0 796H1800", pen(clay, 4)),
      path(Array.from({ length: 24 }, (_, index) => `M${-10 + index * 76} 796V762`).join(""), pen(ink, 4)),
      ...Array.from({ length: 24 }, (_, index) =>
        circle([-10 + index * 76, 758], 8, { fill: index % 7 === 3 ? foam : paper }),
      ),
    ),
  );
}
