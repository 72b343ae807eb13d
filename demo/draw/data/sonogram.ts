import { between, seeded } from "#demo/draw/noise";
import { ink, leaf, mix, moss, ochre, paper, pine, straw, vermilion } from "#demo/draw/palette";
import { HEIGHT, path, pen, sheet } from "#demo/draw/svg";

interface Syllable {
  readonly from: number;
  readonly to: number;
  readonly pitch: (share: number) => number;
  readonly loud: number;
}

const rise =
  (low: number, high: number) =>
  (share: number): number =>
    low + (high - low) * share ** 1.6;
const arch =
  (low: number, high: number) =>
  (share: number): number =>
    low + (high - low) * Math.sin(Math.PI * share);
const trill =
  (middle: number, depth: number, turns: number) =>
  (share: number): number =>
    middle + depth * Math.sin(share * turns * 2 * Math.PI);

// A phrase: two calls, a trill, a long falling whistle, and the answer.
const phrase: readonly Syllable[] = [
  { from: 60, to: 190, pitch: rise(330, 620), loud: 0.7 },
  { from: 250, to: 390, pitch: rise(330, 660), loud: 0.9 },
  { from: 450, to: 800, pitch: trill(570, 130, 3), loud: 1 },
  { from: 850, to: 960, pitch: arch(470, 840), loud: 0.8 },
  { from: 1000, to: 1340, pitch: (share) => 880 - 470 * share ** 0.7, loud: 1.15 },
  { from: 1400, to: 1500, pitch: rise(380, 560), loud: 0.7 },
  { from: 1540, to: 1750, pitch: trill(500, 95, 2), loud: 0.8 },
];

export function sonogram(): string {
  const random = seeded("song");
  const layers = new Map<string, string>();
  const bar = (colour: string, x: number, y: number, half: number): void => {
    if (half > 3)
      layers.set(colour, `${layers.get(colour) ?? ""}M${x} ${(y - half).toFixed(0)}V${(y + half).toFixed(0)}`);
  };
  for (let x = 7; x < 1800; x += 14) {
    bar(mix(pine, leaf, 0.28), x, HEIGHT - 128, 12 + between(random, 0, 26) + 12 * Math.sin(x / 90));
    for (const { from, to, pitch, loud } of phrase) {
      if (x < from || x > to) continue;
      const share = (x - from) / (to - from);
      const swell = Math.sin(Math.PI * Math.min(0.94, share * 0.9 + 0.07)) * loud;
      const y = 1130 - pitch(share);
      const shake = between(random, 0.8, 1.2);
      bar(moss, x, y, 150 * swell * shake);
      bar(leaf, x, y, 108 * swell * shake);
      bar(ochre, x, y, 78 * swell);
      bar(from === 1000 ? vermilion : straw, x, y, 44 * swell);
      if (y > 560) bar(mix(pine, leaf, 0.45), x, y - 330, 34 * swell * shake);
    }
  }
  const order = [mix(pine, leaf, 0.28), mix(pine, leaf, 0.45), moss, leaf, ochre, straw, vermilion];
  const ground = mix(pine, ink, 0.35);
  return sheet(
    ground,
    path([240, 460, 680, 900].map((y) => `M0 ${y}H1800`).join(""), pen(mix(ground, leaf, 0.22), 2)),
    path(`M0 ${HEIGHT - 128}H1800`, pen(mix(ground, paper, 0.25), 2)),
    ...order.map((colour) => path(layers.get(colour) ?? "", pen(colour, 9))),
  );
}
