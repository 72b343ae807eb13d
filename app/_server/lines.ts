import { z } from "zod";
import { isEverything, isNetwork } from "#core/networks";
import { settingsSchema } from "#core/settings";

/** One thing a line; empty lines do not count. */
const lines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

const link = settingsSchema.shape.socialLinks.unwrap().element;

/** "Video channel https://…", one a line: the name of the place, and after the last space its address. */
export const linkLines = (most: number) =>
  z.string().transform((text, context) => {
    const given = lines(text);
    const links = given.map((line) => {
      const space = Math.max(line.lastIndexOf(" "), 0);
      return link.safeParse({ label: line.slice(0, space), url: line.slice(space).trim() });
    });
    const wrong = given.find((_, at) => !links[at]?.success);
    const message = wrong
      ? `“${wrong.slice(0, 60)}” does not say a name and then a web address.`
      : `There is room for ${most} links.`;
    if (wrong || links.length > most) context.issues.push({ code: "custom", message, input: text });
    return links.flatMap(({ data }) => (data ? [data] : []));
  });

const { bannedWords } = settingsSchema.shape;
const MOST_LINES = 1_000;
const LONGEST_WORD = 100;

/** Something one a line, each once. What is wrong with the first wrong line is said of the field, and names the line. */
const listOf = (wrongWith: (line: string) => string | undefined) =>
  z.string().transform((text, context) => {
    const given = [...new Set(lines(text))];
    const room = given.length > MOST_LINES ? `There is room for ${MOST_LINES.toLocaleString("en")} lines.` : undefined;
    const message = room ?? given.map(wrongWith).find((words) => words !== undefined);
    if (message) context.issues.push({ code: "custom", message, input: text });
    return given;
  });

/** Words and phrases that make a comment wait. */
export const wordLines = listOf((line) =>
  line.length > LONGEST_WORD ? `“${line.slice(0, 40)}…” is longer than ${LONGEST_WORD} characters.` : undefined,
).pipe(bannedWords.unwrap());

/** Addresses and networks whose comments are spam. */
export const networkLines = listOf((line) => {
  if (!isNetwork(line)) return `“${line.slice(0, 60)}” is no address (192.0.2.7) and no network (192.0.2.0/24).`;
  return isEverything(line) ? `“${line}” is everybody. To take no comments at all, close them above.` : undefined;
}).pipe(settingsSchema.shape.bannedNetworks.unwrap());

export const linksAsLines = (links: readonly { label: string; url: string }[]): string =>
  links.map(({ label, url }) => `${label} ${url}`).join("\n");
