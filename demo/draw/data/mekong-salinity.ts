import { ink, mix, moss, ochre, paper, pine, straw, vermilion } from "#demo/draw/palette";
import { circle, curve, group, type Point, path, pen, rect, sheet, straight, sweep, WIDTH } from "#demo/draw/svg";

const foot = 1010;
const threshold = 600;

/** Grams a litre through one dry season, as heights: springs lift it by steps, and for a fortnight it stands. */
function salinity(day: number): number {
  const season = Math.exp(-(((day - 92) / 46) ** 2)) * 610;
  const springs =
    Math.max(0, Math.sin((2 * Math.PI * day) / 14.77 - 0.9)) ** 1.6 * 150 * Math.exp(-(((day - 85) / 60) ** 2));
  const stands = day > 74 && day < 90;
  return stands ? 560 : season * 0.82 + springs;
}

export function mekongSalinity(): string {
  const line: Point[] = sweep(0, 160, 320, (day) => [150 + (day / 160) * (WIDTH - 300), foot - salinity(day)]);
  const plateau = line.filter((_, index) => index / 2 > 75 && index / 2 < 89);
  const area = `${curve(line)}L${WIDTH - 150} ${foot}L150 ${foot}Z`;
  return sheet(
    straw,
    ...Array.from({ length: 11 }, (_, index) =>
      circle([233 + index * 139, 180], 26, {
        fill: index % 2 === 0 ? paper : pine,
        stroke: pine,
        "stroke-width": 5,
      }),
    ),
    path(area, { fill: mix(moss, straw, 0.25) }),
    rect(0, foot, WIDTH, 190, { fill: pine }),
    path(
      straight([
        [0, threshold],
        [WIDTH, threshold],
      ]),
      pen(vermilion, 7, { "stroke-dasharray": "30 22", "stroke-linecap": "butt" }),
    ),
    path(curve(line), pen(ink, 10)),
    group({}, path(straight(plateau), pen(vermilion, 20)), path(straight(plateau), pen(paper, 5))),
    ...Array.from({ length: 24 }, (_, index) =>
      path(`M${105 + index * 70} ${foot + 150}q-14 -60 0 -100q14 40 0 100`, { fill: ochre, opacity: 0.9 }),
    ),
  );
}
