/** Numbers that look random and come out the same on every run. */
export type Random = () => number;
export type Field = (x: number, y: number) => number;

export function seeded(seed: string): Random {
  let state = 2166136261;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function between(random: Random, low: number, high: number): number {
  return low + random() * (high - low);
}

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("Nothing to pick from.");
  return item;
}

const fade = (t: number): number => t * t * t * (t * (t * 6 - 15) + 10);
const blend = (from: number, to: number, share: number): number => from + (to - from) * share;

/** Gradient noise, smooth, about −1 to 1, features about one unit across. */
export function smoothNoise(seed: string): Field {
  const random = seeded(seed);
  const angles = Array.from({ length: 256 }, () => random() * Math.PI * 2);
  const order = Array.from({ length: 256 }, (_, index) => index);
  for (let index = 255; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
  }
  const slope = (cornerX: number, cornerY: number, dx: number, dy: number): number => {
    const angle = angles[((order[cornerX & 255] ?? 0) + cornerY) & 255] ?? 0;
    return Math.cos(angle) * dx + Math.sin(angle) * dy;
  };
  return (x, y) => {
    const left = Math.floor(x);
    const top = Math.floor(y);
    const dx = x - left;
    const dy = y - top;
    const across = fade(dx);
    const upper = blend(slope(left, top, dx, dy), slope(left + 1, top, dx - 1, dy), across);
    const lower = blend(slope(left, top + 1, dx, dy - 1), slope(left + 1, top + 1, dx - 1, dy - 1), across);
    return blend(upper, lower, fade(dy)) * 1.5;
  };
}

/** Noise upon noise: each octave twice as fine and half as strong. */
export function fractalNoise(seed: string, octaves: number): Field {
  const layers = Array.from({ length: octaves }, (_, octave) => smoothNoise(`${seed}/${octave}`));
  return (x, y) =>
    layers.reduce((sum, layer, octave) => sum + layer(x * 2 ** octave, y * 2 ** octave) / 2 ** octave, 0);
}
