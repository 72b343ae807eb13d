import { contours, readField } from "#demo/draw/contour";
import { fractalNoise } from "#demo/draw/noise";
import { ink, leaf, mist, mix, moss, ochre, paper, pine, straw, vermilion } from "#demo/draw/palette";
import { circle, curve, group, path, pen, rect, sheet, WIDTH } from "#demo/draw/svg";

const steps = 15;
const rise = 30;

export function terracedHills(): string {
  const roll = fractalNoise("terraces", 2);
  // The plan of the hills, already foreshortened; each step is then lifted above the one below it.
  const grid = readField(
    (x, y) => {
      const spur = 0.7 * Math.exp(-(((x - 1240) / 620) ** 2 + ((y - 800) / 300) ** 2));
      const shoulder = 0.52 * Math.exp(-(((x - 240) / 430) ** 2 + ((y - 960) / 250) ** 2));
      const near = 0.34 * Math.exp(-(((x - 860) / 330) ** 2 + ((y - 1280) / 190) ** 2));
      return spur + shoulder + near + 0.055 * roll(x / 380, y / 200);
    },
    9,
    WIDTH,
    1500,
  );
  const greens = [moss, leaf, mix(moss, pine, 0.35), mix(leaf, straw, 0.45)];

  const terraces = Array.from({ length: steps }, (_, index) => {
    const shape = contours(grid, 0.05 + index * 0.044)
      .map((ring) =>
        curve(
          ring.filter((_point, at) => at % 2 === 0),
          true,
        ),
      )
      .join("");
    const flooded = index % 4 === 1;
    return group(
      { transform: `translate(0 ${-index * rise})` },
      path(shape, { fill: mix(pine, ink, 0.25), "fill-rule": "evenodd", transform: `translate(0 ${rise})` }),
      path(shape, { fill: pine, "fill-rule": "evenodd", transform: `translate(0 ${rise * 0.55})` }),
      path(shape, { fill: flooded ? mist : (greens[index % greens.length] ?? moss), "fill-rule": "evenodd" }),
      path(shape, pen(flooded ? paper : mix(leaf, straw, 0.6), 3)),
    );
  });

  return sheet(
    straw,
    circle([690, 330], 165, { fill: vermilion }),
    path("M-20 560C180 470 330 500 520 455S900 430 1080 350S1500 300 1830 400V1220H-20Z", {
      fill: mix(straw, leaf, 0.45),
    }),
    path("M-20 640C200 560 420 600 640 560S1000 540 1220 470S1600 450 1830 520V1220H-20Z", {
      fill: mix(straw, moss, 0.55),
    }),
    rect(0, 700, WIDTH, 500, { fill: mix(ochre, moss, 0.5) }),
    ...terraces,
  );
}
