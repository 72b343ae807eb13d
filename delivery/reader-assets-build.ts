import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { ASSETS } from "./reader-assets.ts";

/** Which links browsers may fetch before they are followed: those of readers' pages that stand for themselves. */
const speculationRules = {
  prefetch: [
    {
      where: {
        and: [
          { href_matches: "/*" },
          {
            not: {
              href_matches: [
                "/desk*",
                "/desk/*",
                "/sign-in*",
                "/api/*",
                "/replies/*",
                "/preview/*",
                "/media/*",
                "/*\\?*",
              ],
            },
          },
          { not: { selector_matches: "[rel~=nofollow]" } },
        ],
      },
      eagerness: "moderate",
    },
  ],
};

const hashed = (name: string, extension: string, content: string | Uint8Array) =>
  `${name}.${createHash("sha256").update(content).digest("hex").slice(0, 12)}.${extension}`;

/**
 * While the site is worked on, React takes over what the server sent and complains of every mark it does not know: then the
 * script begins once React has nothing left to do.
 */
const afterReact = {
  banner: { js: 'addEventListener("load",()=>requestIdleCallback(()=>{' },
  footer: { js: "}));" },
};

/** The one script of readers' pages, as browsers get it; for pages that React runs in where they are `besideReact`. */
export async function bundleReaderScript(besideReact = false): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: ["delivery/reader-script/reader.ts"],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    ...(besideReact ? afterReact : {}),
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

/** Makes the script of readers' pages and what goes with it, each under a name with its content's hash in it. */
export async function buildReaderAssets({ besideReact = false } = {}): Promise<void> {
  const script = await bundleReaderScript(besideReact);
  const rules = JSON.stringify(speculationRules);
  rmSync(ASSETS, { recursive: true, force: true });
  mkdirSync(ASSETS, { recursive: true });
  writeFileSync(`${ASSETS}/${hashed("reader", "js", script)}`, script);
  writeFileSync(`${ASSETS}/${hashed("ahead", "speculationrules", rules)}`, rules);
}
