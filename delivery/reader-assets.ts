import { existsSync, readdirSync } from "node:fs";

/** Where the files stand that readers' browsers load beside a page. */
export const ASSETS = "public/assets";

export type ReaderAssets = { head: string; headers: string[] };

/** How pages name what `buildReaderAssets` made. Where nothing was, pages are served without: they are whole. */
export function findReaderAssets(): ReaderAssets {
  const names = existsSync(ASSETS) ? readdirSync(ASSETS) : [];
  const script = names.find((name) => /^reader\.\w+\.js$/.test(name));
  const rules = names.find((name) => /^ahead\.\w+\.speculationrules$/.test(name));
  return {
    head: script ? `<script src="/assets/${script}" defer></script>` : "",
    headers: rules ? ["Speculation-Rules", `"/assets/${rules}"`] : [],
  };
}
