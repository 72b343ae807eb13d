import { blush, brick, clay, ink, mix, ochre, paper, ramp, sea, straw, vermilion } from "#demo/draw/palette";
import { circle, group, path, sheet } from "#demo/draw/svg";

const vanishing = { x: 960, y: 800 };
const depth = 8;

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly spring: number;
}

/** The opening of the arch at a given depth; each is nearer the vanishing point than the last. */
function opening(index: number): Frame {
  const scale = 0.77 ** index;
  return {
    left: vanishing.x - 560 * scale,
    right: vanishing.x + 500 * scale,
    base: vanishing.y + 330 * scale,
    spring: vanishing.y - 130 * scale,
  };
}

function outline({ left, right, base, spring }: Frame): string {
  const radius = (right - left) / 2;
  return `M${left} ${base}V${spring}A${radius} ${radius} 0 0 1 ${right} ${spring}V${base}Z`;
}

export function arches(): string {
  const rings: string[] = [];
  for (let index = 0; index < depth; index += 1) {
    const [near, far] = [opening(index), opening(index + 0.45)];
    const share = index / (depth - 1);
    const wall = ramp([clay, blush, straw], share);
    // The wall, then the thickness of the arch in shadow, then the lit reveal on the right.
    rings.push(
      group(
        {},
        path(outline(near), { fill: ramp([brick, mix(clay, brick, 0.4), clay], share) }),
        path(
          `M${near.right} ${near.base}V${near.spring}A${(near.right - near.left) / 2} ${(near.right - near.left) / 2} 0 0 0 ${(near.right + near.left) / 2} ${near.spring - (near.right - near.left) / 2}V${near.base}Z`,
          { fill: ramp([ink, mix(brick, ink, 0.5), brick], share * 0.9) },
        ),
        path(outline(far), { fill: index === depth - 1 ? sea : ramp([mix(clay, blush, 0.3), blush, straw], share) }),
        path(`M${near.left} ${near.base}H${near.right}L${far.right} ${far.base}H${far.left}Z`, {
          fill: ramp([mix(ochre, clay, 0.5), ochre, straw], share),
        }),
        path(
          `M${far.left} ${far.base}H${far.right}L${opening(index + 1).right} ${opening(index + 1).base}H${opening(index + 1).left}Z`,
          { fill: mix(wall, paper, 0.55) },
        ),
      ),
    );
  }
  const last = opening(depth - 0.55);
  return sheet(
    clay,
    path("M0 1130H1800V1200H0Z", { fill: mix(clay, brick, 0.5) }),
    ...Array.from({ length: 13 }, (_, row) =>
      path(
        `${Array.from(
          { length: 9 },
          (_unused, brickAt) => `M${brickAt * 230 + (row % 2) * 115 - 60} ${row * 92}v92`,
        ).join("")}M0 ${row * 92}H1800`,
        { stroke: mix(clay, brick, 0.22), "stroke-width": 3, fill: "none" },
      ),
    ),
    path("M0 1130H1800V1200H0Z", { fill: mix(brick, ink, 0.35) }),
    ...rings,
    circle([vanishing.x + 18, last.spring + 6], 24, { fill: paper }),
    group(
      { transform: "translate(880 1010)" },
      path("M6 8L-250 92L-214 108L30 12Z", { fill: mix(brick, ink, 0.6), opacity: 0.55 }),
      path("M-18 10L-13 -96C-12 -124 26 -124 28 -96L36 10Z", { fill: vermilion }),
      circle([8, -140], 22, { fill: ink }),
    ),
  );
}
