import { between, pick, type Random, seeded } from "#demo/draw/noise";
import { clay, leaf, mist, mix, night, paper, sea, vermilion } from "#demo/draw/palette";
import { curve, group, HEIGHT, type Point, path, pen, rect, sheet, sweep } from "#demo/draw/svg";

const line = 92;

/** A figure in a clerk's hand: no numeral anyone could read, but leaning and spaced like one. */
function figure(random: Random, x: number, base: number): string {
  const lean = (y: number): number => (base - y) * 0.22;
  const at = (dx: number, dy: number): Point => [
    x + dx + lean(base - dy) + between(random, -2, 2),
    base - dy + between(random, -2, 2),
  ];
  const forms: readonly (() => Point[])[] = [
    () => [at(4, 46), at(12, 52), at(10, 2)],
    () => [at(2, 42), at(16, 54), at(24, 40), at(8, 14), at(2, 2), at(28, 4)],
    () => [at(24, 50), at(6, 44), at(2, 18), at(14, 0), at(26, 18), at(14, 30), at(4, 20)],
    () => [at(2, 50), at(26, 50), at(14, 24), at(10, 0)],
    () => [at(14, 52), at(0, 26), at(14, 0), at(27, 26), at(15, 52)],
    () => [at(6, 50), at(24, 44), at(10, 28), at(26, 14), at(4, 0)],
  ];
  return curve(pick(random, forms)());
}

/** A word of running script, with an ascender here and there. */
function word(random: Random, x: number, base: number, letters: number): string {
  return curve(
    Array.from({ length: letters * 2 + 1 }, (_, index): Point => {
      const up = index % 2 === 1;
      const height = up ? (random() < 0.22 ? 56 : between(random, 20, 27)) : between(random, -2, 3);
      return [x + index * 10.5 + height * 0.22, base - height];
    }),
  );
}

export function ledgerLines(): string {
  const random = seeded("ledger-4");
  const ground = mix(mist, leaf, 0.22);
  const rules = Array.from({ length: 14 }, (_, index) => `M-10 ${64 + index * line}H1810`).join("");
  const writing: string[] = [];
  for (let row = 0; row < 13; row += 1) {
    const base = 64 + row * line - 8;
    let x = 330 + between(random, 0, 16);
    let script = "";
    for (let words = 0; words < 3 && x < 700; words += 1) {
      const letters = Math.floor(between(random, 4, 9));
      script += word(random, x, base, letters);
      x += letters * 21 + 46;
    }
    for (const right of [1120, 1400, 1690]) {
      const digits = Math.floor(between(random, 2, 6));
      // The entry that is missing is the one that is ringed.
      if (random() < 0.22 || (row === 6 && right === 1400)) continue;
      script += Array.from({ length: digits }, (_, digit) => figure(random, right - 44 - digit * 40, base)).join("");
    }
    writing.push(path(script, pen(row % 5 === 3 ? sea : night, 4.6)));
  }
  const ring = sweep(
    0.4,
    7.1,
    44,
    (angle): Point => [1304 + Math.cos(angle) * (124 + angle * 4), 577 + Math.sin(angle) * (42 + angle * 2.2)],
  );

  return sheet(
    ground,
    ...Array.from({ length: 7 }, (_, index) =>
      rect(0, 64 + index * 2 * line, 1800, line, { fill: mix(ground, paper, 0.42) }),
    ),
    path(rules, pen(mix(ground, sea, 0.5), 2.5)),
    path(`M286 0V${HEIGHT}M298 0V${HEIGHT}`, pen(clay, 5)),
    path(`M878 0V${HEIGHT}M1160 0V${HEIGHT}M1440 0V${HEIGHT}M1452 0V${HEIGHT}`, pen(mix(clay, ground, 0.2), 4)),
    group({}, ...writing),
    path(curve(ring), pen(vermilion, 11)),
  );
}
