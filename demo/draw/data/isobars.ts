import { contours, readField } from "#demo/draw/contour";
import { smoothNoise } from "#demo/draw/noise";
import { clay, deep, foam, ink, mist, mix, paper, sea, vermilion } from "#demo/draw/palette";
import { circle, curve, type Point, path, pen, sheet, sweep } from "#demo/draw/svg";

/** A weather front: the line, and its teeth or half-moons on the side it moves to. */
function front(course: readonly Point[], colour: string, warm: boolean): string {
  const marks = course.slice(0, -1).flatMap((from, index) => {
    const to = course[index + 1];
    if (!to || index % 3 !== 1) return [];
    const angle = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
    // Both fronts are drawn outwards from the low and advance to their left, as they do north of the equator.
    const shape = warm ? "M-32 0A32 32 0 0 1 32 0Z" : "M-32 0L0 -48L32 0Z";
    return [
      path(shape, {
        fill: colour,
        transform: `translate(${from[0].toFixed(1)} ${from[1].toFixed(1)}) rotate(${angle.toFixed(1)})`,
      }),
    ];
  });
  return path(curve(course), pen(colour, 10)) + marks.join("");
}

export function isobars(): string {
  const waver = smoothNoise("pressure");
  const well = (x: number, y: number, cx: number, cy: number, wide: number, high: number): number =>
    Math.exp(-(((x - cx) / wide) ** 2 + ((y - cy) / high) ** 2));
  const grid = readField(
    (x, y) =>
      1012 -
      52 * well(x, y, 760, 500, 430, 340) +
      26 * well(x, y, 1560, 960, 520, 380) +
      14 * well(x, y, 80, 1180, 420, 340) -
      16 * well(x, y, 1700, 60, 380, 260) +
      waver(x / 560, y / 470) * 5,
    12,
  );
  const lines = Array.from({ length: 21 }, (_, index) => 962 + index * 4);
  const ring = (level: number): string =>
    contours(grid, level)
      .map((points) => curve(points, true))
      .join("");
  // Log spirals out of the low, cut into even steps so that the marks sit evenly.
  const spiral = (start: number, turn: number, reach: number, lean: number): Point[] =>
    sweep(0.07, 1, 19, (share) => {
      const angle = start + turn * share ** 1.15;
      return [790 + Math.cos(angle) * reach * share, 510 + Math.sin(angle) * reach * share * lean];
    });

  const tones = [foam, mix(foam, mist, 0.5), mist, mix(mist, paper, 0.5), paper];
  return sheet(
    mix(foam, sea, 0.22),
    ...[974, 986, 998, 1010, 1022].map((level, index) =>
      path(ring(level), { fill: tones[index] ?? paper, "fill-rule": "evenodd" }),
    ),
    ...lines.map((level) => path(ring(level), pen(mix(sea, deep, 0.4), level % 5 === 2 ? 5 : 2.6))),
    front(spiral(-0.35, 0.75, 900, 0.82), vermilion, true),
    front(spiral(0.55, 1.5, 860, 0.86), ink, false),
    circle([790, 510], 40, { fill: ink }),
    circle([790, 510], 15, { fill: paper }),
    circle([1530, 950], 30, pen(clay, 9)),
  );
}
