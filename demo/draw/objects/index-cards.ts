import { between, pick, seeded } from "#demo/draw/noise";
import {
  blush,
  brick,
  clay,
  deep,
  ink,
  leaf,
  mist,
  mix,
  moss,
  ochre,
  paper,
  pine,
  sand,
  sea,
  straw,
  vermilion,
} from "#demo/draw/palette";
import { circle, curve, group, type Point, path, pen, rect, sheet } from "#demo/draw/svg";

const count = 17;

interface Card {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly face: string;
  readonly tab: number;
  readonly tabColour: string;
}

function card({ top, left, width, face, tab, tabColour }: Card): string {
  const tabWidth = width * 0.2;
  const tabLeft = left + 24 + tab * (width - tabWidth - 48);
  const shape = `M${left} 1260V${top + 16}Q${left} ${top} ${left + 16} ${top}H${left + width - 16}Q${left + width} ${top} ${left + width} ${top + 16}V1260Z`;
  const ear = `M${tabLeft} ${top + 2}L${tabLeft + 14} ${top - 46}Q${tabLeft + 17} ${top - 54} ${tabLeft + 26} ${top - 54}H${tabLeft + tabWidth - 26}Q${tabLeft + tabWidth - 17} ${top - 54} ${tabLeft + tabWidth - 14} ${top - 46}L${tabLeft + tabWidth} ${top + 2}Z`;
  return group(
    {},
    path(shape, { fill: ink, opacity: 0.25, transform: "translate(10 -7)" }),
    path(ear, { fill: tabColour, stroke: mix(pine, ink, 0.6), "stroke-width": 4 }),
    path(shape, { fill: face, stroke: mix(pine, ink, 0.6), "stroke-width": 4 }),
    path(`M${tabLeft + 3} ${top}H${tabLeft + tabWidth - 3}`, pen(tabColour, 6, { "stroke-linecap": "butt" })),
    path(`M${tabLeft + 44} ${top - 26}h${tabWidth - 88}`, pen(mix(tabColour, ink, 0.55), 6)),
  );
}

export function indexCards(): string {
  const random = seeded("cards-6");
  const cards: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const share = index / (count - 1);
    const width = 980 + share * 330;
    cards.push(
      card({
        top: 210 + share ** 1.25 * 510 + between(random, -7, 7),
        left: 900 - width / 2 + between(random, -9, 9),
        width,
        face: pick(random, [paper, mix(paper, sand, 0.6), mix(paper, straw, 0.3), mix(blush, paper, 0.6), mist]),
        tab: (index * 0.382 + 0.08) % 1,
        tabColour: index === 10 ? vermilion : pick(random, [ochre, sea, clay, straw, deep, brick, leaf]),
      }),
    );
  }
  const script = (x: number, y: number, letters: number): string =>
    curve(
      Array.from(
        { length: letters * 2 + 1 },
        (_, index): Point => [
          x + index * 13,
          y - (index % 2 === 1 ? (random() < 0.25 ? 58 : between(random, 22, 30)) : between(random, -2, 3)),
        ],
      ),
    );
  const words = [
    [330, 850, 9],
    [620, 850, 6],
    [830, 850, 11],
    [330, 930, 5],
    [500, 930, 10],
    [330, 1010, 12],
    [690, 1010, 7],
    [920, 1010, 5],
  ]
    .map(([x = 0, y = 0, letters = 0]) => script(x, y, letters))
    .join("");

  return sheet(
    moss,
    path("M160 1220L330 150H1470L1640 1220Z", { fill: mix(pine, ink, 0.45) }),
    path("M160 1220L330 150M1640 1220L1470 150M330 150H1470", pen(mix(moss, paper, 0.25), 10)),
    ...cards,
    path([850, 930, 1010, 1090].map((y) => `M290 ${y + 10}H1510`).join(""), pen(mix(paper, sea, 0.45), 3)),
    path("M264 790H1536", pen(clay, 5)),
    path(words, pen(deep, 5)),
    circle([900, 1128], 32, { fill: mix(pine, ink, 0.45) }),
    rect(0, 1168, 1800, 60, { fill: mix(moss, ink, 0.4) }),
  );
}
