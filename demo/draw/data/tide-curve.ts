import { deep, foam, ink, mist, mix, night, paper, sea, straw, vermilion } from "#demo/draw/palette";
import { circle, curve, group, HEIGHT, type Point, path, pen, sheet, sweep, WIDTH } from "#demo/draw/svg";

const days = 15.2;

/** Height of the tide: the moon's pull and the sun's, in step at springs and out of step at neaps. */
function tide(day: number): number {
  const turn = 2 * Math.PI * day;
  return Math.cos(turn * 1.9323) + 0.46 * Math.cos(turn * 2 - 0.4) + 0.12 * Math.cos(turn * 1.0027 + 1);
}

function moon([x, y]: Point, radius: number, phase: number): string {
  const lit = Math.cos(phase * 2 * Math.PI);
  const half = phase < 0.5 ? 1 : 0;
  const inner = Math.abs(lit) * radius;
  const bulge = lit > 0 ? 1 - half : half;
  const shape = `M${x} ${y - radius}A${radius} ${radius} 0 0 ${half} ${x} ${y + radius}A${inner} ${radius} 0 0 ${bulge} ${x} ${y - radius}Z`;
  return (
    circle([x, y], radius, { fill: night }) +
    path(shape, { fill: straw }) +
    circle([x, y], radius, pen(mix(night, straw, 0.45), 2.5))
  );
}

export function tideCurve(): string {
  const layers = [
    { level: 560, height: 150, shift: 0, fill: sea },
    { level: 700, height: 128, shift: 0.2, fill: mix(sea, deep, 0.55) },
    { level: 840, height: 104, shift: 0.4, fill: deep },
    { level: 975, height: 80, shift: 0.6, fill: mix(deep, ink, 0.5) },
  ];
  const wave = (level: number, height: number, shift: number): Point[] =>
    sweep(-60, WIDTH + 60, 300, (x) => [x, level - height * tide((x / WIDTH) * days * 0.86 + shift)]);
  const now = (1120 / WIDTH) * days * 0.86;

  return sheet(
    ink,
    ...Array.from({ length: 9 }, (_, index) => moon([228 + index * 168, 180], 52, ((index + 0.02) / 8) * 0.98 + 0.01)),
    ...layers.map(({ level, height, shift, fill }, index) => {
      const points = wave(level, height, shift);
      return group(
        {},
        path(`${curve(points)}L${WIDTH + 60} ${HEIGHT + 20}L-60 ${HEIGHT + 20}Z`, { fill }),
        path(curve(points), pen(index === 0 ? paper : mix(foam, fill, index * 0.2), index === 0 ? 7 : 3.5)),
        ...(index === 0 ? [path(curve(points.map(([x, y]) => [x, y + 22])), pen(mist, 2, { opacity: 0.5 }))] : []),
      );
    }),
    path(`M1120 290V${560 - 150 * tide(now)}`, pen(vermilion, 5, { "stroke-dasharray": "3 13" })),
    circle([1120, 560 - 150 * tide(now)], 26, { fill: vermilion, stroke: ink, "stroke-width": 8 }),
  );
}
