import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import { findChromium } from "#cli/chromium";
import { articles } from "#demo/articles";
import { bestGroups, type Weighed } from "./groups.ts";

/*
 * Makes components/ui/stand-ins.css: the letters of common devices, made as wide as Brygada's group by group.
 *
 *   node bench/stand-ins.ts FOLDER
 *
 * FOLDER holds times-400.woff2, times-400-italic.woff2 and times-700.woff2, and the same for noto. Liberation Serif, which
 * has the widths of Times, serves as well.
 */
const [folder] = process.argv.slice(2);
if (!folder) throw new Error("stand-ins.ts FOLDER");

const brygada = "node_modules/@fontsource-variable/brygada-1918/files/brygada-1918-latin-wght-";
/** What Brygada's own ascent and descent are of its size. */
const [ASCENT, DESCENT] = [0.92, 0.25];

/**
 * `groups` is how many sizes the letters of a style have, besides one for the space: as few as keep lines as they will be.
 * A slow phone takes some ms for each, since each is a font of its own to it, and cuts the text where one follows another.
 */
const styles = [
  { weights: "400 500", css: "", file: "400", ours: "400 100px ours", groups: 2 },
  { weights: "600 700", css: "", file: "700", ours: "600 100px ours", groups: 3 },
  { weights: "400 700", css: "font-style:italic;", file: "400-italic", ours: "italic 400 100px ours", groups: 3 },
] as const;

/** The name that only Linux knows comes first: one that is missing takes time there, and hardly any elsewhere. */
const standIns = [
  { family: "Brygada's place", file: "times", names: ["Liberation Serif", "Times New Roman", "Tinos"] },
  { family: "Brygada's other place", file: "noto", names: ["Noto Serif"] },
] as const;

const suffix: Record<(typeof styles)[number]["file"], string> = { "400": "", "700": " Bold", "400-italic": " Italic" };

const inRange = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, place) => from + place);
const letters = [...inRange(0x20, 0x7e).map((code) => String.fromCodePoint(code)), ..."\u00a0–—‘’“”…"];

/** How often each letter stands in English prose. Capitals and figures count for more, since headlines have them. */
function frequencies(): Map<string, number> {
  const prose = articles
    .filter(({ language }) => !language)
    .map(({ standfirst, body }) => `${standfirst} ${body.replace(/<[^>]*>/g, "")}`)
    .join(" ");
  const counted = new Map(letters.map((letter) => [letter, /[A-Z0-9]/.test(letter) ? 200 : 5]));
  for (const letter of prose) counted.set(letter, (counted.get(letter) ?? 0) + 1);
  return counted;
}

const asData = (file: string) => `url(data:font/woff2;base64,${readFileSync(file).toString("base64")})`;

/** Widths of all letters in each font, and by how much kerning draws ours together in prose. */
async function measure(prose: string) {
  const fonts: Record<string, string> = {};
  for (const { file } of standIns) {
    for (const style of styles)
      fonts[`${file}-${style.file}`] = asData(join(folder ?? "", `${file}-${style.file}.woff2`));
  }
  const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    return await page.evaluate(
      async ({ fonts, roman, italic, letters, ours, prose }) => {
        const add = async (family: string, source: string, how: FontFaceDescriptors) =>
          document.fonts.add(await new FontFace(family, source, how).load());
        await add("ours", roman, { weight: "400 700" });
        await add("ours", italic, { weight: "400 700", style: "italic" });
        for (const [name, source] of Object.entries(fonts)) await add(name, source, {});
        const canvas = document.createElement("canvas").getContext("2d");
        if (!canvas) throw new Error("no canvas");
        const width = (font: string, text: string, kerning: CanvasFontKerning) => {
          Object.assign(canvas, { font, fontKerning: kerning, textRendering: "geometricPrecision" });
          return canvas.measureText(text).width;
        };
        const all = [...ours, ...Object.keys(fonts).map((name) => `100px ${name}`)];
        return {
          widths: Object.fromEntries(all.map((font) => [font, letters.map((one) => width(font, one, "none"))])),
          kerned: Object.fromEntries(
            ours.map((font) => [font, width(font, prose, "normal") / width(font, prose, "none")]),
          ),
        };
      },
      {
        fonts,
        letters,
        prose,
        roman: asData(`${brygada}normal.woff2`),
        italic: asData(`${brygada}italic.woff2`),
        ours: styles.map(({ ours }) => ours),
      },
    );
  } finally {
    await browser.close();
  }
}

function rangeOf(group: readonly string[]): string {
  const codes = group.map((letter) => letter.codePointAt(0) ?? 0).toSorted((one, other) => one - other);
  const runs: number[][] = [];
  for (const code of codes) {
    const run = runs.at(-1);
    if (run?.at(-1) === code - 1) run.push(code);
    else runs.push([code]);
  }
  const hex = (code = 0) => code.toString(16).toUpperCase();
  return runs.map((run) => `U+${hex(run[0])}${run.length > 1 ? `-${hex(run.at(-1))}` : ""}`).join(",");
}

/**
 * What a stand-in is asked for: Latin, Greek and Cyrillic, and their signs. Without a limit each of its rules would be tried
 * for every arrow and every Hangul syllable before the letters that have them.
 */
const WHOLE_RANGE = "U+0-52F,U+1E00-218F";

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

const counted = frequencies();
const { widths, kerned } = await measure(articles.map(({ standfirst }) => standfirst).join(" "));
const rules: string[] = [];
for (const { family, file, names } of standIns) {
  for (const style of styles) {
    const ours = widths[style.ours] ?? [];
    const theirs = widths[`100px ${file}-${style.file}`] ?? [];
    const weighed: Weighed[] = letters.map((letter, place) => ({
      letter,
      ratio: ((ours[place] ?? 0) * (letter === " " ? 1 : (kerned[style.ours] ?? 1))) / (theirs[place] || 1),
      weight: (counted.get(letter) ?? 0) * (theirs[place] ?? 0),
    }));
    const isSpace = ({ letter }: Weighed) => letter === " " || letter === "\u00a0";
    const made = [
      ...bestGroups(
        weighed.filter((one) => !isSpace(one)),
        style.groups,
      ),
      ...bestGroups(weighed.filter(isSpace), 1),
    ];
    // The most common group comes first and stands for every letter that no later rule takes.
    const [base, ...others] = made.toSorted((one, other) => other.letters.length - one.letters.length);
    for (const group of [base, ...others]) {
      if (!group) continue;
      const source = names.map((name) => `local("${name}${suffix[style.file]}")`).join(",");
      const range = `unicode-range:${group === base ? WHOLE_RANGE : rangeOf(group.letters)};`;
      rules.push(
        `@font-face{font-family:"${family}";font-weight:${style.weights};${style.css}src:${source};size-adjust:${percent(group.size)};ascent-override:${percent(ASCENT / group.size)};descent-override:${percent(DESCENT / group.size)};line-gap-override:0%;${range}}`,
      );
    }
  }
}
writeFileSync(
  "components/ui/stand-ins.css",
  `/* Made by bench/stand-ins.ts; see docs/decisions/0087. */\n${rules.join("\n")}\n`,
);
