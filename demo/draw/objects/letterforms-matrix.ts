import { blush, brick, clay, ink, mix, night, ochre, paper, straw, vermilion } from "#demo/draw/palette";
import { group, HEIGHT, path, pen, rect, sheet, WIDTH } from "#demo/draw/svg";

/** One rounded letter, drawn for this picture; it belongs to no alphabet. */
const letter = "M-70 60C-120 -40 -40 -120 40 -90C110 -64 96 20 40 30C-4 36 -20 -8 10 -28M40 30C80 60 90 100 60 120";

function glyph(x: number, y: number, scale: number, mirrored: boolean, stroke: string): string {
  const side = mirrored ? -scale : scale;
  return path(letter, pen(stroke, 34, { transform: `translate(${x} ${y}) scale(${side} ${scale})` }));
}

function shadowed(d: string, fill: string): string {
  return path(d, { fill: ink, opacity: 0.22, transform: "translate(22 26)" }) + path(d, { fill });
}

export function letterformsMatrix(): string {
  const steel = mix(night, paper, 0.35);
  const lead = mix(night, paper, 0.6);
  return sheet(
    blush,
    rect(0, 930, WIDTH, HEIGHT - 930, { fill: clay }),
    path(`M0 930H${WIDTH}`, pen(brick, 5)),
    group(
      {},
      shadowed("M210 1010V470L250 300H470L510 470V1010Z", steel),
      path("M250 300H470L510 470H210Z", { fill: mix(steel, paper, 0.35) }),
      path("M420 470V1010", pen(mix(steel, ink, 0.35), 4)),
      rect(262, 250, 196, 64, { fill: mix(steel, ink, 0.3) }),
      glyph(360, 640, 0.95, true, vermilion),
    ),
    group(
      {},
      shadowed("M680 1010V330H1100V1010Z", ochre),
      rect(680, 330, 420, 40, { fill: straw }),
      ...[430, 900].map((y) => path(`M720 ${y}H1060`, pen(mix(ochre, brick, 0.55), 4))),
      rect(750, 490, 280, 320, { fill: mix(ochre, brick, 0.5), rx: 12 }),
      glyph(890, 645, 0.95, false, mix(brick, ink, 0.45)),
    ),
    group(
      {},
      shadowed("M1290 1010V420H1590V1010Z", lead),
      path("M1290 420L1340 330H1640L1590 420Z", { fill: mix(lead, paper, 0.5) }),
      path("M1590 420L1640 330V930L1590 1010Z", { fill: mix(lead, ink, 0.28) }),
      rect(1290, 860, 300, 44, { fill: mix(lead, ink, 0.35) }),
      glyph(1440, 625, 0.95, true, ink),
    ),
  );
}
