import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type OverlayOptions } from "sharp";
import { dataPath } from "#db/environment";
import { CARD_HEIGHT, CARD_WIDTH, type Card } from "./card.ts";
import { FAMILIES, SCRIPTS, unpackLetters, type Weight } from "./letters.ts";

/** As in tokens.css, in daylight: a card is shown on other people's pages. */
const PAPER = "#fcfaf5";
const INK = "#16202e";
const SOFT = "#505a68";
const ACCENT = "#b3341c";

const EDGE = 64;
const PICTURE_WIDTH = 440;
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replace(/[\u0000-\u001f\ufffe\uffff]/g, " ")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");

type Style = { points: number; weight: Weight; colour: string; width: number };
type Line = { input: Buffer; width: number; height: number };

async function setText(text: string, { points, weight, colour, width }: Style, fontfile?: string): Promise<Line> {
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)) return { input: svg(1, 1, ""), width: 1, height: 1 };
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}">${escaped(text)}</span>`,
      font: `${FAMILIES[weight]}, ${points}`,
      ...(fontfile && { fontfile }),
      width,
      rgba: true,
      wrap: "word-char",
      spacing: -Math.round(points / 8),
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { input: data, width: info.width, height: info.height };
}

let lettersAreKnown: Promise<void> | undefined;

/** Once a file of the type was named, its letters are known to the whole process. */
function knowLetters(): Promise<void> {
  lettersAreKnown ??= nameLetters();
  return lettersAreKnown;
}

async function nameLetters(): Promise<void> {
  for (const script of SCRIPTS) {
    for (const weight of ["Regular", "SemiBold"] as const) {
      const file = await unpackLetters(script, weight);
      await setText("a", { points: 8, weight, colour: INK, width: 50 }, file);
    }
  }
}

/** The largest size in which the headline leaves room for the rest. */
async function setHeadline(text: string, width: number, height: number): Promise<Line> {
  for (const points of [64, 56, 48, 42, 36, 30]) {
    const line = await setText(text, { points, weight: "SemiBold", colour: INK, width });
    if (line.height <= height && line.width <= width) return line;
  }
  return setHeadline(`${text.slice(0, 160).replace(/\s+\S*$/, "")} …`, width, Number.POSITIVE_INFINITY);
}

/** Draws a card: publication, section, headline and byline, and the lead picture at the side. */
export async function drawCard(card: Card): Promise<Buffer> {
  await knowLetters();
  const picture = card.picture && (await cropPicture(card.picture));
  const width = CARD_WIDTH - 2 * EDGE - (picture ? PICTURE_WIDTH : 0);
  const name = await setText(card.publication, { points: 30, weight: "SemiBold", colour: INK, width });
  const section = await setText(card.section, { points: 25, weight: "SemiBold", colour: ACCENT, width });
  const byline = card.byline
    ? await setText(card.byline, { points: 24, weight: "Regular", colour: SOFT, width })
    : undefined;
  const top = EDGE + name.height + 22;
  const bottom = CARD_HEIGHT - EDGE - (byline?.height ?? 0);
  const headlineTop = top + 40 + section.height + 20;
  const headline = await setHeadline(card.headline || card.publication, width, bottom - headlineTop - 20);

  const at = ({ input }: Line, from: number): OverlayOptions => ({ input, left: EDGE, top: Math.round(from) });
  const overlays = [
    at(name, EDGE),
    { input: seal(), left: EDGE + name.width + 8, top: EDGE + name.height - 16 },
    { input: doubleRule(width), left: EDGE, top },
    at(section, top + 40),
    at(headline, headlineTop),
    ...(byline ? [at(byline, bottom)] : []),
    ...(picture ? [{ input: picture, left: CARD_WIDTH - PICTURE_WIDTH, top: 0 }] : []),
  ];
  return sharp({ create: { width: CARD_WIDTH, height: CARD_HEIGHT, channels: 3, background: PAPER } })
    .composite(overlays)
    .jpeg({ quality: 88, mozjpeg: true, chromaSubsampling: "4:4:4" })
    .toBuffer();
}

const svg = (width: number, height: number, inner: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inner}</svg>`);

const seal = () => svg(12, 12, `<rect width="12" height="12" fill="#d8442b"/>`);
const doubleRule = (width: number) =>
  svg(
    width,
    6,
    `<rect width="${width}" height="3" fill="${INK}"/><rect y="5" width="${width}" height="1" fill="${INK}"/>`,
  );

/** The side of the card, cut from the kept picture around what its crops must keep. */
async function cropPicture({ hash, focalX, focalY }: NonNullable<Card["picture"]>): Promise<Buffer | undefined> {
  const folder = dataPath("media", hash);
  if (!existsSync(folder)) return undefined;
  const file = (await readdir(folder))
    .filter((each) => /^\d+\.(?:jpeg|webp)$/.test(each))
    .toSorted(
      (one, other) => Math.abs(Number.parseInt(one, 10) - 1_200) - Math.abs(Number.parseInt(other, 10) - 1_200),
    )[0];
  if (!file) return undefined;
  const image = sharp(join(folder, file));
  const { width, height } = await image.metadata();
  const scale = Math.max(PICTURE_WIDTH / width, CARD_HEIGHT / height);
  const cut = { width: Math.floor(PICTURE_WIDTH / scale), height: Math.floor(CARD_HEIGHT / scale) };
  const place = (length: number, part: number, focus: number) =>
    Math.round(Math.min(length - part, Math.max(0, (length * focus) / 100 - part / 2)));
  return image
    .extract({ left: place(width, cut.width, focalX), top: place(height, cut.height, focalY), ...cut })
    .resize(PICTURE_WIDTH, CARD_HEIGHT, { fit: "fill" })
    .toBuffer();
}
