import { deep, foam, ink, mix, paper, sea, vermilion } from "#demo/draw/palette";
import { circle, group, HEIGHT, type Point, path, pen, sheet, straight, WIDTH } from "#demo/draw/svg";

const left = 150;
const step = (WIDTH - 2 * left) / 9;
const full = 330;
const winters = [full, full + 22, full - 14, full + 10, 560, 640, full + 6, full + 26, full - 8, full + 12];
const floors = [690, 715, 680, 730, 875, 920, 745, 700, 712];

/** A saw: each year's oxygen falls from winter to autumn, and two winters do not give it back. */
export function lakeOxygen(): string {
  const saw: Point[] = winters.flatMap((height, year): Point[] => {
    const x = left + year * step;
    const floor = floors[year];
    return floor === undefined
      ? [[x, height]]
      : [
          [x, height],
          [x + step * 0.82, floor],
        ];
  });
  const missing = winters.flatMap((height, year): Point[] => (height > 500 ? [[left + year * step, height]] : []));
  const water = `${straight([[left, HEIGHT], ...saw, [WIDTH - left, HEIGHT]])}Z`;
  return sheet(
    foam,
    ...[full, 530, 730, 930].map((y) =>
      path(
        straight([
          [0, y],
          [WIDTH, y],
        ]),
        pen(mix(foam, sea, 0.35), 2),
      ),
    ),
    path(water, { fill: deep, transform: "translate(12 16)", opacity: 0.35 }),
    path(water, { fill: sea }),
    path(straight(saw), pen(ink, 9)),
    ...missing.map(([x, y]) =>
      group(
        {},
        path(
          straight([
            [x, y - 34],
            [x, full + 24],
          ]),
          pen(vermilion, 6, { "stroke-dasharray": "3 15" }),
        ),
        circle([x, full], 20, { fill: "none", stroke: vermilion, "stroke-width": 6 }),
        circle([x, y], 22, { fill: vermilion, stroke: paper, "stroke-width": 7 }),
      ),
    ),
  );
}
