import { pick, seeded } from "#demo/draw/noise";
import { blush, brick, clay, deep, ink, mix, moss, ochre, paper, sea, straw, vermilion } from "#demo/draw/palette";
import { group, path, pen, rect, sheet } from "#demo/draw/svg";

const [columns, rows, cell] = [12, 8, 150];

/** A head and shoulders, all that a census has of anyone. */
function person(x: number, y: number, ground: string, figure: string, size: number): string {
  const shoulders = 52 * size;
  const head = 23 * size;
  const base = y + cell - 9;
  const neck = base - shoulders * 1.02 - head * 0.72;
  return (
    rect(x + 5, y + 5, cell - 10, cell - 10, { fill: ground }) +
    group(
      { fill: figure },
      path(
        `M${x + 75 - shoulders} ${base + 4}C${x + 75 - shoulders} ${base - shoulders * 1.25} ${x + 75 + shoulders} ${base - shoulders * 1.25} ${x + 75 + shoulders} ${base + 4}Z`,
        {},
      ),
      path(
        `M${x + 75 - head} ${neck}a${head} ${head * 1.12} 0 1 0 ${head * 2} 0a${head} ${head * 1.12} 0 1 0 ${-head * 2} 0Z`,
        { stroke: ground, "stroke-width": 7 },
      ),
    )
  );
}

export function censusGrid(): string {
  const random = seeded("census-5");
  const grounds = [straw, ochre, clay, mix(blush, paper, 0.4), paper, mix(ochre, clay, 0.5)];
  const figures = [ink, deep, sea, moss, brick, ink];
  const cells: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [x, y] = [column * cell, row * cell];
      const chance = random();
      const size = random() < 0.2 ? 0.66 : 0.9 + random() * 0.18;
      const [ground, figure] = [pick(random, grounds), pick(random, figures)];
      if (column === 7 && row === 3) cells.push(person(x, y, vermilion, paper, 1));
      else if (chance < 0.1)
        cells.push(
          rect(
            x + 7,
            y + 7,
            cell - 14,
            cell - 14,
            pen(mix(blush, brick, 0.45), 4, { "stroke-dasharray": "14 12", "stroke-linecap": "butt" }),
          ),
        );
      else cells.push(person(x, y, ground, figure, size));
    }
  }
  return sheet(blush, ...cells);
}
