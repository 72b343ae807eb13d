import { between, type Random, seeded } from "#demo/draw/noise";
import {
  blush,
  brick,
  clay,
  deep,
  ink,
  leaf,
  mix,
  moss,
  night,
  ochre,
  paper,
  pine,
  sand,
  sea,
  straw,
  vermilion,
} from "#demo/draw/palette";
import { circle, group, path, pen, sheet } from "#demo/draw/svg";

/** Each kind within a circle of about 100 units, upright. */
const kinds: readonly ((fill: string, mark: string) => string)[] = [
  // Sunflower
  (fill, mark) =>
    path("M0 -108C46 -60 62 0 52 52C44 92 20 108 0 108S-44 92 -52 52C-62 0 -46 -60 0 -108Z", { fill }) +
    path(
      "M0 -96V98M-14 -82C-34 -20 -34 40 -24 92M14 -82C34 -20 34 40 24 92M-30 -56C-50 -4 -50 40 -44 70M30 -56C50 -4 50 40 44 70",
      pen(mark, 6),
    ),
  // Bean
  (fill, mark) =>
    path(
      "M-30 -98C30 -116 84 -66 82 4C80 70 34 112 -18 102C-62 92 -74 52 -50 26C-32 6 -32 -8 -52 -28C-76 -56 -66 -88 -30 -98Z",
      { fill },
    ) +
    path("M-38 -22C-22 -6 -22 8 -36 22", pen(mark, 12)) +
    path("M8 -76C44 -66 60 -30 58 6", pen(mark, 5)),
  // Maize
  (fill, mark) =>
    path("M-16 104C-58 60 -92 -10 -74 -66C-60 -108 60 -108 74 -66C92 -10 58 60 16 104C8 112 -8 112 -16 104Z", {
      fill,
    }) + path("M0 92C-34 50 -40 0 0 -34C40 0 34 50 0 92Z", { fill: mark }),
  // Coffee
  (fill, mark) =>
    path("M0 -102C56 -102 78 -50 78 0S56 102 0 102S-78 50 -78 0S-56 -102 0 -102Z", { fill }) +
    path("M6 -100C-30 -50 34 -20 0 22C-22 54 -14 82 -4 100", pen(mark, 11)),
  // Pumpkin
  (fill, mark) =>
    path("M0 -110C16 -84 74 -44 74 26C74 82 40 108 0 108S-74 82 -74 26C-74 -44 -16 -84 0 -110Z", { fill }) +
    path("M0 -78C12 -56 54 -26 54 28C54 68 30 88 0 88S-54 68 -54 28C-54 -26 -12 -56 0 -78Z", pen(mark, 6)),
  // Lentil
  (fill, mark) =>
    circle([0, 0], 84, { fill }) + path("M-56 -22C-26 -56 30 -58 58 -20M-64 12C-54 48 -20 66 10 66", pen(mark, 6)),
  // Rice
  (fill, mark) =>
    path("M8 -116C42 -80 46 20 14 112C6 120 -6 120 -12 112C-46 30 -40 -76 -4 -116C0 -120 4 -120 8 -116Z", { fill }) +
    path("M2 -96C14 -40 12 40 2 96M-18 -50C-22 0 -18 40 -12 74", pen(mark, 5)),
  // Castor
  (fill, mark) =>
    path("M0 -94C54 -94 70 -40 70 8C70 66 40 100 0 100S-70 66 -70 8C-70 -40 -54 -94 0 -94Z", { fill }) +
    [
      [-30, -40, 14],
      [24, -50, 11],
      [40, 0, 15],
      [-10, -4, 12],
      [-44, 20, 12],
      [12, 40, 16],
      [-20, 66, 11],
      [42, 54, 9],
    ]
      .map(([x = 0, y = 0, r = 0]) => circle([x, y], r, { fill: mark }))
      .join("") +
    path("M-22 -94C-22 -116 22 -116 22 -94Z", { fill: mark }),
];

function seed(random: Random, x: number, y: number, kind: number, fill: string, mark: string): string {
  const drawn = kinds[kind]?.(fill, mark) ?? "";
  const silhouette = kinds[kind]?.(mix(clay, ink, 0.35), mix(clay, ink, 0.35)) ?? "";
  const turn = between(random, -26, 26);
  return (
    group({ transform: `translate(${x + 11} ${y + 14}) rotate(${turn.toFixed(1)})`, opacity: 0.55 }, silhouette) +
    group({ transform: `translate(${x} ${y}) rotate(${turn.toFixed(1)})` }, drawn)
  );
}

export function seeds(): string {
  const random = seeded("seeds-9");
  const coats: readonly (readonly [string, string])[] = [
    [night, paper],
    [brick, ink],
    [ochre, paper],
    [mix(brick, ink, 0.45), straw],
    [paper, moss],
    [moss, pine],
    [straw, ochre],
    [sea, deep],
    [clay, brick],
    [leaf, pine],
    [ink, clay],
    [mix(straw, paper, 0.4), mix(brick, ink, 0.2)],
  ];
  const drawn: string[] = [];
  for (let row = 0; row < 5; row += 1) {
    for (let column = 0; column < 7; column += 1) {
      const [x, y] = [column * 300 + (row % 2 === 0 ? 0 : -150) + 60, row * 272 + 56];
      const index = column * 3 + row * 5;
      const [fill, mark] =
        row === 2 && column === 3 ? [vermilion, brick] : (coats[(index * 7 + row) % coats.length] ?? [ink, paper]);
      drawn.push(seed(random, x, y, (index + row) % kinds.length, fill, mark));
    }
  }
  return sheet(mix(blush, sand, 0.45), ...drawn);
}
