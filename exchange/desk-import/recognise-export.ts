import { open } from "node:fs/promises";

export const exportSources = ["wordpress", "ghost", "disqus"] as const;
export type ExportSource = (typeof exportSources)[number];

/** Bytes of the beginning by which an export shows what it is. */
const BEGINNING = 64 * 1024;

/**
 * What a file says it is by its first bytes; its name is not looked at. Undefined for anything that none of the
 * importers takes. Whether it is whole, and nothing worse, the importer finds when it reads all of it.
 */
export async function recogniseExport(path: string): Promise<ExportSource | undefined> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    const beginning = buffer
      .subarray(0, bytesRead)
      .toString("utf8")
      .replace(/^\ufeff?\s*/, "");
    if (beginning.startsWith("<")) {
      if (/<rss\b[^>]{0,4000}wordpress\.org\/export\/1\.[012]\//.test(beginning)) return "wordpress";
      if (/<disqus\b[^>]{0,4000}disqus\.com/.test(beginning)) return "disqus";
      return undefined;
    }
    return /^\{\s*"(?:db|data|meta)"\s*:/.test(beginning) ? "ghost" : undefined;
  } finally {
    await file.close();
  }
}
