import { brick, ink, mix, moss, ochre, paper, pine, straw, vermilion } from "#demo/draw/palette";
import { group, path, pen, rect, sheet } from "#demo/draw/svg";

const harvests = [7, 8, 6, 9, 10, 8, 4, 7, 9, 11];

/** An ear of grain as the bar of a chart: one pair of kernels for each unit. */
function ear(x: number, base: number, units: number, fill: string, edge: string): string {
  const step = 60;
  const top = base - 210 - units * step;
  const kernel = (side: number, y: number): string => {
    const d = `M${x + side * 3} ${y}C${x + side * 60} ${y - 8} ${x + side * 66} ${y - 62} ${x + side * 26} ${y - 92}C${x + side * 2} ${y - 66} ${x - side * 1} ${y - 26} ${x + side * 3} ${y}Z`;
    return (
      path(d, {
        fill: side > 0 ? fill : mix(fill, paper, 0.28),
        stroke: edge,
        "stroke-width": 3.5,
        "stroke-linejoin": "round",
      }) +
      path(
        `M${x + side * 14} ${y - 16}C${x + side * 34} ${y - 36} ${x + side * 36} ${y - 58} ${x + side * 28} ${y - 76}`,
        pen(edge, 2.5),
      )
    );
  };
  const beard = [-2, -1, 0, 1, 2]
    .map(
      (lean) =>
        `M${x + lean * 7} ${top - 10}Q${x + lean * 14} ${top - 70} ${x + lean * 34} ${top - 128 + Math.abs(lean) * 16}`,
    )
    .join("");
  return group(
    {},
    path(`M${x} ${base}V${top}`, pen(edge, 7)),
    path(
      `M${x} ${base - 26}C${x + 34} ${base - 90} ${x + 60} ${base - 120} ${x + 66} ${base - 176}C${x + 26} ${base - 150} ${x + 6} ${base - 100} ${x} ${base - 26}Z`,
      { fill: moss, stroke: edge, "stroke-width": 3.5 },
    ),
    path(beard, pen(edge, 3)),
    ...Array.from(
      { length: units },
      (_, index) =>
        kernel(-1, base - 190 - (units - 1 - index) * step) + kernel(1, base - 190 - (units - 1 - index) * step),
    ),
    path(
      `M${x} ${top + 34}C${x + 30} ${top + 10} ${x + 24} ${top - 40} ${x} ${top - 62}C${x - 24} ${top - 40} ${x - 30} ${top + 10} ${x} ${top + 34}Z`,
      { fill, stroke: edge, "stroke-width": 3.5 },
    ),
  );
}

export function harvestBars(): string {
  const ground = ochre;
  const rules = Array.from({ length: 5 }, (_, index) => `M0 ${860 - index * 180}H1800`).join("");
  return sheet(
    ground,
    path(rules, pen(mix(ground, brick, 0.28), 3)),
    ...harvests.map((units, index) => {
      const x = 90 + index * 180;
      return units === 4 ? ear(x, 1060, units, vermilion, ink) : ear(x, 1060, units, straw, mix(pine, ink, 0.4));
    }),
    rect(0, 1058, 1800, 142, { fill: pine }),
    path("M0 1100H1800M0 1138H1800M0 1176H1800", pen(mix(pine, moss, 0.6), 5, { "stroke-dasharray": "60 22 130 30" })),
  );
}
