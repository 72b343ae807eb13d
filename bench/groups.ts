/** A letter, how many times wider ours is than the stand-in's, and how much an error with it counts. */
export type Weighed = { letter: string; ratio: number; weight: number };

export type Group = { size: number; letters: string[] };

/** The division into at most `count` groups of one size each that leaves the least squared error. */
export function bestGroups(all: readonly Weighed[], count: number): Group[] {
  const sorted = all.toSorted((one, other) => one.ratio - other.ratio);
  const sums = sorted.reduce(
    (so, { ratio, weight }) => {
      const [w = 0, r = 0, q = 0] = so.at(-1) ?? [];
      so.push([w + weight, r + weight * ratio, q + weight * ratio * ratio]);
      return so;
    },
    [[0, 0, 0]],
  );
  const between = (from: number, to: number) => {
    const [start = [], end = []] = [sums[from], sums[to]];
    const [w, r, q] = [0, 1, 2].map((place) => (end[place] ?? 0) - (start[place] ?? 0)) as [number, number, number];
    return { size: r / w, error: q - (r * r) / w };
  };
  /** The best division of the first `to` letters into `groups`, by where its last group begins. */
  const best = new Map<string, { error: number; begins: number[] }>([["0 0", { error: 0, begins: [] }]]);
  for (let groups = 1; groups <= count; groups += 1) {
    for (let to = groups; to <= sorted.length; to += 1) {
      for (let from = groups - 1; from < to; from += 1) {
        const before = best.get(`${groups - 1} ${from}`);
        if (!before) continue;
        const error = before.error + between(from, to).error;
        const name = `${groups} ${to}`;
        if (error < (best.get(name)?.error ?? Number.POSITIVE_INFINITY)) {
          best.set(name, { error, begins: [...before.begins, from] });
        }
      }
    }
  }
  const begins = best.get(`${Math.min(count, sorted.length)} ${sorted.length}`)?.begins ?? [0];
  return begins.map((from, place) => {
    const to = begins[place + 1] ?? sorted.length;
    return { size: between(from, to).size, letters: sorted.slice(from, to).map(({ letter }) => letter) };
  });
}
