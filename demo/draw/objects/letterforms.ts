import { blush, clay, deep, ink, mix, ochre, paper, sea, straw, vermilion } from "#demo/draw/palette";
import { circle, clipTo, group, path, rect, sheet, tag } from "#demo/draw/svg";

interface Sort {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly turn: number;
  readonly ground: string;
  readonly face: string;
}

/** Details of letters no alphabet has, each cropped by the block it is cut on. */
const cuts: readonly ((face: string, ground: string) => string)[] = [
  // A bowl on a stem, with a bracketed serif
  (face, ground) =>
    path("M90 -40H300V80C360 30 470 10 560 60V540C470 590 360 570 300 520V640H-20V590C60 580 90 560 90 500Z", {
      fill: face,
    }) + path("M300 180C350 120 470 130 470 300S350 480 300 420Z", { fill: ground }),
  // Thick and thin, leaning
  (face) =>
    path("M-20 640L250 -20H420L690 640H470L290 180L120 640Z", { fill: face }) +
    path("M150 400H480V450H130Z", { fill: face }),
  // A counter within a counter
  (face, ground) =>
    circle([330, 330], 290, { fill: face }) +
    tag("ellipse", { cx: 330, cy: 330, rx: 128, ry: 232, fill: ground, transform: "rotate(-16 330 330)" }),
  // A spur and a ball terminal
  (face) =>
    path(
      "M640 210C560 60 400 10 280 60C120 130 130 300 300 340C450 376 520 420 470 520C430 590 260 600 160 430L90 430L100 660H700V640C700 640 760 300 420 250C300 230 300 170 370 150C450 130 520 160 560 260Z",
      { fill: face },
    ) + circle([120, 480], 92, { fill: face }),
  // Two arches from one stem
  (face) =>
    path(
      "M-20 60H190V150C260 60 400 30 460 140C540 40 700 30 720 160V660H560V230C560 150 470 150 470 240V660H300V230C300 150 210 160 200 250V660H30V150C30 110 10 100 -20 100Z",
      { fill: face },
    ),
  // A hook, and the dot that belongs to it
  (face) =>
    path("M70 -20H250V360C250 470 400 480 430 340L560 370C520 640 70 660 70 380Z", { fill: face }) +
    circle([450, 150], 92, { fill: face }),
];

const sorts: readonly Sort[] = [
  { x: 0, y: 0, width: 660, height: 660, turn: 90, ground: vermilion, face: ink },
  { x: 660, y: 0, width: 540, height: 660, turn: 180, ground: paper, face: vermilion },
  { x: 1200, y: 0, width: 600, height: 660, turn: 0, ground: ochre, face: paper },
  { x: 0, y: 660, width: 520, height: 540, turn: 90, ground: straw, face: sea },
  { x: 520, y: 660, width: 700, height: 540, turn: 180, ground: ink, face: blush },
  { x: 1220, y: 660, width: 580, height: 540, turn: 0, ground: vermilion, face: paper },
];

export function letterforms(): string {
  return sheet(
    vermilion,
    ...sorts.map(({ x, y, width, height, turn, ground, face }, index) =>
      group(
        { transform: `translate(${x} ${y})` },
        clipTo(`sort-${index}`, rect(0, 0, width, height, {})),
        rect(0, 0, width, height, { fill: ground }),
        group(
          { "clip-path": `url(#sort-${index})` },
          group(
            { transform: `translate(14 14) rotate(${turn} ${width / 2} ${height / 2})`, opacity: 0.3 },
            cuts[index]?.(index === 4 ? clay : mix(ground, deep, 0.75), ground) ?? "",
          ),
          group({ transform: `rotate(${turn} ${width / 2} ${height / 2})` }, cuts[index]?.(face, ground) ?? ""),
        ),
      ),
    ),
  );
}
