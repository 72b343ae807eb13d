import { fractalNoise, seeded } from "#demo/draw/noise";
import {
  blush,
  brick,
  clay,
  deep,
  foam,
  ink,
  mist,
  mix,
  night,
  ochre,
  paper,
  ramp,
  sea,
  straw,
  vermilion,
} from "#demo/draw/palette";
import { circle, group, path, pen, rect, sheet } from "#demo/draw/svg";

const [centreX, centreY, radius] = [960, 700, 760];
const [across, down] = [92, 72];

/** One die: a field with its blocks of memory and logic, as plain as a stamp. */
function die(x: number, y: number, fill: string, kind: number): string {
  const dark = mix(fill, ink, 0.28);
  const light = mix(fill, paper, 0.3);
  const blocks =
    kind < 0.5
      ? rect(8, 8, 34, 22, { fill: dark }) +
        rect(48, 8, 34, 22, { fill: light }) +
        rect(8, 36, 74, 8, { fill: light }) +
        rect(8, 49, 34, 14, { fill: light }) +
        rect(48, 49, 34, 14, { fill: dark })
      : rect(8, 8, 20, 55, { fill: light }) +
        rect(34, 8, 48, 26, { fill: dark }) +
        rect(34, 40, 20, 23, { fill: light }) +
        rect(60, 40, 22, 23, { fill: dark });
  return group({ transform: `translate(${x} ${y})` }, rect(1, 1, across - 5, down - 5, { fill, rx: 2 }), blocks);
}

export function wafer(): string {
  const random = seeded("wafer");
  const sheen = fractalNoise("sheen", 2);
  const film = [deep, sea, foam, mist, straw, ochre, clay, blush, clay, deep, sea, foam, straw, ochre];
  const dies: string[] = [];
  const layout = random() < 0.5 ? 0.3 : 0.7;
  for (let row = -11; row < 11; row += 1) {
    for (let column = -9; column < 9; column += 1) {
      const [x, y] = [centreX + column * across, centreY + row * down];
      const reach = [
        [0, 0],
        [across, 0],
        [0, down],
        [across, down],
      ].map(([dx = 0, dy = 0]) => Math.hypot(x + dx - centreX, y + dy - centreY));
      if (Math.max(...reach) > radius - 34) continue;
      // The colours of a thin film turn with the angle of the light.
      const angle = ((x - centreX) * 0.75 + (y - centreY) * 1) / 1500 + 0.5 + sheen(x / 700, y / 700) * 0.12;
      const failed = random() < 0.022;
      dies.push(die(x + 2, y + 2, failed ? vermilion : ramp(film, angle), failed ? 0.9 : layout));
    }
  }
  return sheet(
    clay,
    circle([centreX + 26, centreY + 34], radius, { fill: brick, opacity: 0.75 }),
    circle([centreX, centreY], radius, { fill: night }),
    circle([centreX, centreY], radius - 9, pen(mix(night, foam, 0.5), 3)),
    ...dies,
    path(
      `M${centreX - radius * 0.69} ${centreY - radius * 0.69}A${radius * 0.976} ${radius * 0.976} 0 0 1 ${centreX - radius * 0.12} ${centreY - radius * 0.968}`,
      pen(paper, 6),
    ),
    circle([centreX, centreY], radius, pen(ink, 6)),
  );
}
