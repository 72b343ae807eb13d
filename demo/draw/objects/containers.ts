import { pick, seeded } from "#demo/draw/noise";
import { clay, deep, foam, ink, mist, mix, moss, night, ochre, paper, sea, vermilion } from "#demo/draw/palette";
import { circle, group, HEIGHT, path, pen, rect, sheet, WIDTH } from "#demo/draw/svg";

const [long, tall] = [392, 148];

function container(x: number, y: number, colour: string, length = long): string {
  const dark = mix(colour, ink, 0.3);
  const ribs = Array.from(
    { length: Math.round((length - 60) / 22) },
    (_, index) => `M${x + 33 + index * 22} ${y + 22}V${y + tall - 22}`,
  ).join("");
  const corners = [
    [0, 0],
    [length - 24, 0],
    [0, tall - 18],
    [length - 24, tall - 18],
  ].map(([dx = 0, dy = 0]) => rect(x + dx, y + dy, 24, 18, { fill: dark }));
  return group(
    {},
    rect(x, y, length, tall, { fill: colour }),
    path(ribs, pen(dark, 7, { "stroke-linecap": "butt" })),
    path(`M${x} ${y + 5}H${x + length}`, pen(mix(colour, paper, 0.35), 10, { "stroke-linecap": "butt" })),
    path(`M${x} ${y + tall - 5}H${x + length}`, pen(dark, 10, { "stroke-linecap": "butt" })),
    ...corners,
  );
}

export function containers(): string {
  const random = seeded("containers-2");
  const colours = [sea, ochre, deep, clay, moss, night, foam, mix(ochre, paper, 0.35), mix(clay, vermilion, 0.35)];
  const stacks = [5, 4, 2, 1, 3].map((height, stack) => {
    let before = "";
    return Array.from({ length: height }, (_, level) => {
      let colour = pick(random, colours);
      while (colour === before) colour = pick(random, colours);
      before = colour;
      return container(-170 + stack * (long + 14), 1030 - (level + 1) * (tall + 4), colour);
    }).join("");
  });
  const [hookX, hookY] = [1012, 430];

  return sheet(
    mist,
    circle([1330, 330], 190, { fill: mix(mist, paper, 0.65) }),
    group(
      { stroke: mix(mist, sea, 0.35), "stroke-width": 5 },
      path("M0 760H1800", {}),
      path("M1500 760V420H1800M1560 760V420M1500 420L1640 300L1800 420M1640 300V420", { fill: "none" }),
    ),
    rect(0, 1030, WIDTH, HEIGHT - 1030, { fill: ink }),
    path("M0 1066H1800", pen(ochre, 8, { "stroke-dasharray": "90 50", "stroke-linecap": "butt" })),
    ...stacks,
    path(
      `M${hookX + 90} -10L${hookX + 60} ${hookY - 66}M${hookX + long - 90} -10L${hookX + long - 60} ${hookY - 66}`,
      pen(ink, 6),
    ),
    rect(hookX + 36, hookY - 70, long - 72, 28, { fill: ink }),
    path(
      `M${hookX + 56} ${hookY - 42}L${hookX + 12} ${hookY}M${hookX + long - 56} ${hookY - 42}L${hookX + long - 12} ${hookY}`,
      pen(ink, 9),
    ),
    container(hookX, hookY, vermilion),
  );
}
