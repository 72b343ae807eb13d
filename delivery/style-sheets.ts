import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import type { JoinedSheets, Sheets } from "./finish-html.ts";

/** An address in a style sheet is relative to it; in a page it would be relative to the page. */
const withFullAddresses = (css: string, sheetAddress: string): string =>
  css.replace(/url\((["']?)(\.{1,2}\/[^"')]+)\1\)/g, (_, quote: string, path: string) => {
    return `url(${quote}${posix.join(posix.dirname(sheetAddress), path)}${quote})`;
  });

/** The file of a face that holds the Latin letters of the text's own weight, in which every page is set. */
const latinFont = (face: string): string | undefined =>
  /unicode-range:\s*U\+(\?\?|0+-)/i.test(face) && /font-weight:\s*400/i.test(face)
    ? /url\(["']?([^"')]+\.woff2)/.exec(face)?.[1]
    : undefined;

/** Fonts are asked for before the styles are applied, so that on quick lines pages are drawn in their own letters. */
const preloads = (css: string): string =>
  [...new Set(css.match(/@font-face\s*\{[^}]*\}/g)?.flatMap((face) => latinFont(face) ?? []))]
    .map((address) => `<link rel="preload" as="font" type="font/woff2" href="${address}" crossorigin>`)
    .join("");

/**
 * The style sheets of a folder of the build, read once at start. Pages carry them instead of linking to them: a reader
 * who comes for one article then waits for one answer and not for two.
 */
export function readSheets(folder: string, prefix: string): Sheets {
  const known = new Map<string, string>();
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true, recursive: true }) : [];
  for (const entry of entries) {
    if (!entry.isFile() || !entry.name.endsWith(".css")) continue;
    const path = posix.join(entry.parentPath, entry.name);
    const address = prefix + path.slice(folder.length);
    const css = withFullAddresses(
      readFileSync(path, "utf8").replace(/\n?\/\*# sourceMappingURL=.*?\*\//g, ""),
      address,
    );
    // What would end the element early cannot stand in it.
    if (!/<\/style/i.test(css)) known.set(address, css.trim());
  }
  const joined = new Map<string, JoinedSheets>();
  return {
    has: (href) => known.has(href),
    joined: (hrefs) => {
      const name = hrefs.join(" ");
      let styles = joined.get(name);
      if (!styles) {
        const css = hrefs.map((href) => known.get(href) ?? "").join("\n");
        const hash = createHash("sha256").update(css).digest("base64");
        styles = { element: `<style>${css}</style>`, fonts: preloads(css), source: `'sha256-${hash}'` };
        joined.set(name, styles);
      }
      return styles;
    },
  };
}
