import { seeded } from "#demo/draw/noise";
import {
  blush,
  clay,
  deep,
  foam,
  ink,
  leaf,
  mist,
  mix,
  ochre,
  paper,
  sand,
  sea,
  straw,
  vermilion,
} from "#demo/draw/palette";
import { curve, group, type Point, path, pen, sheet } from "#demo/draw/svg";

const width = 34;
const spacing = 12;

interface River {
  readonly course: Point[];
  readonly oxbows: Point[][];
}

function resample(points: readonly Point[]): Point[] {
  const even: Point[] = [];
  let left = 0;
  for (let index = 1; index < points.length; index += 1) {
    const [from, to] = [points[index - 1], points[index]];
    if (!from || !to) continue;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    let at = left;
    for (; at < length; at += spacing) {
      even.push([from[0] + ((to[0] - from[0]) * at) / length, from[1] + ((to[1] - from[1]) * at) / length]);
    }
    left = at - length;
  }
  return even;
}

/** One season of bank erosion: each bend migrates by its own curvature and that of the bends upstream (Howard and Knutson, 1984). */
function season({ course, oxbows }: River): River {
  const count = course.length;
  const at = (index: number): Point => course[Math.min(Math.max(index, 0), count - 1)] ?? [0, 0];
  const curvature = course.map((_, index) => {
    const [before, here, after] = [at(index - 2), at(index), at(index + 2)];
    const turn =
      Math.atan2(after[1] - here[1], after[0] - here[0]) - Math.atan2(here[1] - before[1], here[0] - before[0]);
    return Math.atan2(Math.sin(turn), Math.cos(turn)) / (2 * spacing);
  });
  const moved = course.map(([x, y], index): Point => {
    let [sum, weight] = [0, 0];
    for (let back = 0; back < 40 && index - back >= 0; back += 1) {
      const share = Math.exp(-back * spacing * 0.027);
      sum += (curvature[index - back] ?? 0) * share;
      weight += share;
    }
    const push = width * (-1 * (curvature[index] ?? 0) + 2.5 * (sum / weight));
    const [before, after] = [at(index - 1), at(index + 1)];
    const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
    const length = Math.hypot(dx, dy) || 1;
    const ends = Math.min(1, index / 12, (count - 1 - index) / 12);
    const step = Math.max(-6, Math.min(6, push * 4)) * ends;
    return [x + (dy / length) * step, y - (dx / length) * step];
  });

  const lost = [...oxbows];
  const kept: Point[] = [];
  for (let index = 0; index < moved.length; index += 1) {
    const here = moved[index];
    if (!here) continue;
    kept.push(here);
    for (let ahead = moved.length - 1; ahead > index + 9; ahead -= 1) {
      const there = moved[ahead];
      if (there && Math.hypot(there[0] - here[0], there[1] - here[1]) < width * 0.95) {
        lost.push(moved.slice(index + 2, ahead - 1));
        index = ahead;
        break;
      }
    }
  }
  // Without a little smoothing the corner a cut leaves behind would grow into a spike.
  const smooth = kept.map((point, index): Point => {
    const [before, after] = [kept[index - 1] ?? point, kept[index + 1] ?? point];
    return [point[0] * 0.8 + (before[0] + after[0]) * 0.1, point[1] * 0.8 + (before[1] + after[1]) * 0.1];
  });
  return { course: resample(smooth), oxbows: lost };
}

export function meander(): string {
  const random = seeded("meander-7");
  let phase = 0;
  const start = Array.from({ length: 400 }, (_, index): Point => {
    phase += 0.06 + 0.13 * random() ** 2 + 0.06 * Math.sin(index / 23);
    return [-1500 + index * spacing, 600 + Math.sin(phase) * (26 + 20 * Math.sin(index / 17)) + (random() - 0.5) * 22];
  });
  let river: River = { course: start, oxbows: [] };
  const past: Point[][] = [];
  for (let year = 0; year < 300; year += 1) {
    river = season(river);
    if (year > 126 && year % 11 === 0) past.push(river.course);
  }
  const tints = [
    mix(sand, leaf, 0.5),
    straw,
    blush,
    mist,
    mix(ochre, paper, 0.25),
    mix(clay, paper, 0.2),
    mix(leaf, paper, 0.2),
    mix(foam, paper, 0.15),
  ];
  const tint = (index: number): string => tints[index % tints.length] ?? sand;

  return sheet(
    sand,
    ...past.map((course, index) =>
      group(
        {},
        path(curve(course), pen(mix(tint(index), ink, 0.3), width + 5)),
        path(curve(course), pen(tint(index), width)),
      ),
    ),
    ...river.oxbows.slice(-14).map((bow) => {
      const lying = bow.some(([x, y]) => Math.hypot(x - 640, y - 1010) < 120);
      return (
        path(curve(bow), pen(ink, width * 0.62 + 6)) + path(curve(bow), pen(lying ? vermilion : sea, width * 0.62))
      );
    }),
    path(curve(river.course), pen(paper, width + 20)),
    path(curve(river.course), pen(deep, width + 4)),
    path(curve(river.course), pen(mix(deep, foam, 0.55), 3)),
  );
}
