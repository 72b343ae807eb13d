import { clay, deep, foam, ink, mist, mix, ochre, paper, sea, straw, vermilion } from "#demo/draw/palette";
import {
  circle,
  clipTo,
  curve,
  group,
  HEIGHT,
  type Point,
  path,
  pen,
  rect,
  sheet,
  sweep,
  tag,
  WIDTH,
} from "#demo/draw/svg";

const [left, wide] = [820, 160];

/** The graduated board: a comb of three teeth for every whole step, on alternate sides. */
function board(): string {
  const step = 33;
  const teeth = Array.from({ length: 8 }, (_, block) => {
    const top = -30 + block * step * 5;
    const facing = block % 2 === 0 ? "translate(0 0)" : `translate(${2 * left + wide} 0) scale(-1 1)`;
    const arms = [0, 2, 4].map((at) => rect(left, top + at * step, at === 2 ? wide * 0.62 : wide * 0.84, step, {}));
    return group(
      { fill: block % 4 === 3 ? vermilion : ink, transform: facing },
      rect(left, top, wide * 0.32, step * 5, {}),
      ...arms,
    );
  });
  return (
    rect(left, -20, wide, HEIGHT + 40, { fill: paper }) +
    teeth.join("") +
    path(`M${left} -20V${HEIGHT + 20}M${left + wide} -20V${HEIGHT + 20}`, pen(ink, 7))
  );
}

function swell(y: number, height: number, length: number, shift: number): Point[] {
  return sweep(-60, WIDTH + 60, 60, (x) => [
    x,
    y + height * Math.sin((x / length + shift) * 2 * Math.PI) + height * 0.3 * Math.sin((x / length) * 3.7 + shift),
  ]);
}

export function tidePole(): string {
  const below = (points: readonly Point[]): string =>
    `${curve(points)}L${WIDTH + 60} ${HEIGHT + 40}L-60 ${HEIGHT + 40}Z`;
  const water = swell(650, 17, 560, 0.1);
  const ripples = Array.from({ length: 9 }, (_, index) => {
    const y = 716 + index * 54 + index * index * 1.2;
    return path(
      curve(swell(y, 13 + index, 430 + index * 30, index * 0.37)),
      pen(index % 3 === 0 ? mist : foam, 3.5, {
        "stroke-dasharray": `${170 + index * 24} ${80 + ((index * 37) % 90)}`,
        opacity: 0.75,
      }),
    );
  });
  return sheet(
    straw,
    circle([430, 480], 175, { fill: ochre }),
    path("M-20 600C200 585 320 560 520 590S900 600 1120 575S1500 555 1830 600V720H-20Z", {
      fill: mix(clay, straw, 0.2),
    }),
    rect(left - 74, -20, 40, HEIGHT + 40, { fill: mix(ink, sea, 0.3) }),
    rect(left - 40, 210, wide + 60, 26, { fill: mix(ink, sea, 0.3) }),
    board(),
    path(below(water), { fill: sea }),
    tag("defs", {}, clipTo("under", path(below(water), {}))),
    group(
      { "clip-path": "url(#under)" },
      group({ opacity: 0.42, transform: "translate(26 18) skewX(-2)" }, board()),
      path(below(swell(880, 22, 760, 0.55)), { fill: deep, opacity: 0.55 }),
      path(below(swell(1040, 24, 840, 0.2)), { fill: mix(deep, ink, 0.4), opacity: 0.6 }),
      ...ripples,
    ),
    path(curve(water), pen(paper, 8)),
    path(`M${left - 120} 664q60 -30 112 -4M${left + wide + 6} 660q60 -26 118 6`, pen(paper, 6)),
    path(`M${left + wide + 60} 392l70 -42v84z`, { fill: vermilion }),
    path(`M${left + wide + 130} 392H${left + wide + 420}`, pen(vermilion, 6, { "stroke-dasharray": "4 15" })),
  );
}
