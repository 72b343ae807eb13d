import { contours, readField } from "#demo/draw/contour";
import { between, seeded, smoothNoise } from "#demo/draw/noise";
import { deep, foam, ink, leaf, mix, moss, paper, pine, sand, sea, straw, vermilion } from "#demo/draw/palette";
import { circle, curve, type Point, path, pen, sheet } from "#demo/draw/svg";

interface Island {
  readonly at: Point;
  readonly size: number;
  readonly angle: number;
  readonly stretch: number;
}

/** Islands strung along two arcs, the way a plate boundary strings them. */
function archipelago(): Island[] {
  const random = seeded("islands-12");
  const islands: Island[] = [];
  const arc = (along: number): Point => [180 + along * 1500, 960 - Math.sin(along * 2.5) * 640 + along * 260];
  for (let attempt = 0; attempt < 420; attempt += 1) {
    const along = random();
    const [x, y] = arc(along);
    const spread = 30 + 230 * random() ** 2;
    const angle = random() * Math.PI * 2;
    const at: Point = [x + Math.cos(angle) * spread * 1.2, y + Math.sin(angle) * spread];
    const size = random() < 0.14 ? between(random, 74, 132) : between(random, 14, 50);
    if (
      islands.every((other) => Math.hypot(other.at[0] - at[0], other.at[1] - at[1]) > (other.size + size) * 1.32 + 18)
    )
      islands.push({ at, size, angle: random() * Math.PI, stretch: between(random, 1, 1.9) });
  }
  return islands;
}

function away(x: number, y: number, [left, top]: Point, angle: number, stretch: number): number {
  const [dx, dy] = [x - left, y - top];
  const along = dx * Math.cos(angle) + dy * Math.sin(angle);
  return Math.hypot(along / stretch, (dy * Math.cos(angle) - dx * Math.sin(angle)) * Math.sqrt(stretch));
}

export function islandDots(): string {
  const islands = archipelago();
  const waver = smoothNoise("coast");
  const grid = readField((x, y) => {
    const land = islands.reduce(
      (most, { at, size, angle, stretch }) => Math.max(most, size - away(x, y, at, angle, stretch)),
      -400,
    );
    return land + waver(x / 95, y / 95) * 20 + waver(x / 38, y / 38) * 9;
  }, 7);
  const outline = (level: number): string =>
    contours(grid, level)
      .map((ring) =>
        curve(
          ring.filter((_, index) => index % 2 === 0),
          true,
        ),
      )
      .join("");
  const bands: readonly (readonly [number, string])[] = [
    [-110, mix(deep, sea, 0.6)],
    [-56, mix(sea, foam, 0.25)],
    [-22, foam],
    [0, straw],
    [8, leaf],
    [32, moss],
    [58, pine],
  ];
  const chosen = islands.filter(
    ({ size, at }) => size > 16 && size < 40 && at[0] > 980 && at[0] < 1300 && at[1] > 350 && at[1] < 760,
  )[0] ?? { at: [900, 600] as const, size: 20 };

  return sheet(
    deep,
    ...bands.map(([level, fill]) => path(outline(level), { fill, "fill-rule": "evenodd" })),
    path(outline(0), pen(mix(sand, ink, 0.55), 2.5)),
    circle(chosen.at, chosen.size + 34, pen(vermilion, 9)),
    circle(chosen.at, chosen.size + 34, pen(paper, 2)),
  );
}
