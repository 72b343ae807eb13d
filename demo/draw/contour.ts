import type { Field } from "#demo/draw/noise";
import { HEIGHT, type Point, WIDTH } from "#demo/draw/svg";

export interface Grid {
  readonly step: number;
  readonly columns: number;
  readonly rows: number;
  readonly values: Float64Array;
}

/** Reads a field on a grid that reaches past the sheet, so that closing lines fall outside it. */
export function readField(field: Field, step: number, width = WIDTH, height = HEIGHT): Grid {
  const columns = Math.ceil(width / step) + 9;
  const rows = Math.ceil(height / step) + 9;
  const values = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const rim = row === 0 || column === 0 || row === rows - 1 || column === columns - 1;
      values[row * columns + column] = rim ? -1e6 : field((column - 4) * step, (row - 4) * step);
    }
  }
  return { step, columns, rows, values };
}

// The sides of a cell, clockwise from the top, that a contour joins, for each of the 16 states of its corners.
const JOINS: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[3, 2]],
  [[2, 1]],
  [[3, 1]],
  [[1, 0]],
  [
    [3, 0],
    [1, 2],
  ],
  [[2, 0]],
  [[3, 0]],
  [[0, 3]],
  [[0, 2]],
  [
    [0, 1],
    [2, 3],
  ],
  [[0, 1]],
  [[1, 3]],
  [[1, 2]],
  [[2, 3]],
  [],
];

/** Closed outlines of the ground at or above `level` (marching squares); fill them with the even-odd rule. */
export function contours({ step, columns, rows, values }: Grid, level: number): Point[][] {
  const value = (column: number, row: number): number => values[row * columns + column] ?? -1e6;
  const crossing = (a: number, b: number): number => Math.min(Math.max((level - a) / (b - a || 1), 0), 1);
  const places = new Map<number, Point>();
  const neighbours = new Map<number, number[]>();

  // Each side has one number, shared by the two cells it parts.
  const sideOf = (column: number, row: number, side: number): number => {
    const upright = side === 1 || side === 3;
    const c = side === 1 ? column + 1 : column;
    const r = side === 2 ? row + 1 : row;
    const key = (r * columns + c) * 2 + (upright ? 1 : 0);
    if (!places.has(key)) {
      const along = crossing(value(c, r), upright ? value(c, r + 1) : value(c + 1, r));
      places.set(key, [(c - 4 + (upright ? 0 : along)) * step, (r - 4 + (upright ? along : 0)) * step]);
    }
    return key;
  };

  for (let row = 0; row < rows - 1; row += 1) {
    for (let column = 0; column < columns - 1; column += 1) {
      const state =
        (value(column, row) >= level ? 8 : 0) +
        (value(column + 1, row) >= level ? 4 : 0) +
        (value(column + 1, row + 1) >= level ? 2 : 0) +
        (value(column, row + 1) >= level ? 1 : 0);
      for (const [from, to] of JOINS[state] ?? []) {
        const start = sideOf(column, row, from);
        const end = sideOf(column, row, to);
        neighbours.set(start, [...(neighbours.get(start) ?? []), end]);
        neighbours.set(end, [...(neighbours.get(end) ?? []), start]);
      }
    }
  }

  const rings: Point[][] = [];
  const seen = new Set<number>();
  for (const origin of neighbours.keys()) {
    const ring: Point[] = [];
    let at: number | undefined = origin;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      const place = places.get(at);
      if (place) ring.push(place);
      at = neighbours.get(at)?.find((next) => !seen.has(next));
    }
    if (ring.length > 3) rings.push(ring);
  }
  return rings;
}
