import { z } from "zod";
import { settingsSchema } from "#core/settings";

/** One thing a line; empty lines do not count. */
export const lines = (text: string): string[] =>
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

export const linksAsLines = (links: readonly { label: string; url: string }[]): string =>
  links.map(({ label, url }) => `${label} ${url}`).join("\n");
