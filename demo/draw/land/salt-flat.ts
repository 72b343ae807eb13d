import { seeded } from "#demo/draw/noise";
import { blush, brick, clay, foam, ink, mist, mix, paper, vermilion } from "#demo/draw/palette";
import { circle, group, HEIGHT, type Point, path, pen, rect, sheet, straight, WIDTH } from "#demo/draw/svg";

const horizon = 470;

/** A place on the flat, seen from a little above it: `far` is 0 at the eye and grows to the horizon. */
function seen(x: number, far: number): Point {
  const scale = 1 / (1 + far * 0.42);
  return [900 + x * scale, horizon + (HEIGHT + 260 - horizon) * scale];
}

/** The cracked crust: a honeycomb whose corners have been pushed about. */
function crust(): string {
  const random = seeded("salt");
  const jitter = new Map<string, Point>();
  const corner = (column: number, row: number): Point => {
    const key = `${column},${row}`;
    const known = jitter.get(key) ?? [random() - 0.5, random() - 0.5];
    jitter.set(key, known);
    const [x, far] = [
      (column + known[0] * 0.55) * 190,
      (row + known[1] * 0.5) * 0.34 - 0.4 + (column % 2 === 0 ? 0.07 : -0.07),
    ];
    return seen(x, far + Math.max(0, row - 8) ** 2 * 0.012);
  };
  let d = "";
  for (let row = 0; row < 44; row += 1) {
    for (let column = -64; column < 64; column += 1) {
      const here = corner(column, row);
      if (here[0] < -400 || here[0] > WIDTH + 400) continue;
      d += straight([here, corner(column + 1, row)]);
      if ((column + row) % 2 === 0) d += straight([here, corner(column, row + 1)]);
    }
  }
  return d;
}

function heap([x, y]: Point, size: number): string {
  return group(
    { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${size.toFixed(3)})` },
    path("M-40 0L-330 34L-300 44L80 8Z", { fill: mix(foam, clay, 0.35), opacity: 0.8 }),
    path("M-104 6C-50 -70 -20 -118 0 -122C20 -118 50 -70 104 6Q0 26 -104 6Z", { fill: paper }),
    path("M-104 6C-50 -70 -20 -118 0 -122C-14 -80 -26 -30 -22 15Q-70 14 -104 6Z", { fill: mix(foam, clay, 0.25) }),
    path("M-104 6C-50 -70 -20 -118 0 -122C20 -118 50 -70 104 6", pen(ink, 3 / Math.max(size, 0.5))),
  );
}

export function saltFlat(): string {
  const heaps: string[] = [];
  for (let row = 9; row >= 0; row -= 1) {
    for (let column = -2; column < 3; column += 1) {
      const far = 0.95 + row * 1.15;
      heaps.push(heap(seen(column * 560 + 240, far), 1.75 / (1 + far * 0.42)));
    }
  }
  return sheet(
    mix(blush, paper, 0.3),
    rect(0, 0, WIDTH, 190, { fill: mix(blush, clay, 0.3) }),
    rect(0, 190, WIDTH, 130, { fill: blush }),
    circle([560, 356], 108, { fill: vermilion }),
    path(
      `M-10 ${horizon}V420C160 400 240 330 380 372S640 440 760 420S1060 330 1220 372S1500 300 1640 350L1810 400V${horizon}Z`,
      { fill: clay },
    ),
    path(`M-10 ${horizon}V446C260 430 420 420 640 448S1180 420 1420 436L1810 420V${horizon}Z`, {
      fill: mix(clay, brick, 0.55),
    }),
    rect(0, horizon, WIDTH, HEIGHT - horizon, { fill: mix(paper, mist, 0.35) }),
    rect(0, horizon, WIDTH, 26, { fill: mist }),
    path(crust(), pen(mix(foam, clay, 0.3), 3)),
    ...heaps,
  );
}
