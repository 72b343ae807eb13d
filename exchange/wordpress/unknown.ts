/** What WordPress would have put together when showing a page, and we cannot. */
export type Unknown =
  | { kind: "block"; name: string }
  /** It stays in the text as it was written there. */
  | { kind: "shortcode"; source: string }
  | { kind: "gallery"; missing: readonly string[] };

/** As remarks of a report; the blocks of one text share one. */
export function unknownInWords(unknown: readonly Unknown[]): string[] {
  const blocks = unknown.flatMap((each) => (each.kind === "block" ? [each.name] : []));
  const remarks = unknown.flatMap((each) => {
    if (each.kind === "shortcode") return [`${shortened(each.source)} is not known and stays in the text as it is`];
    if (each.kind === "gallery")
      return [`a gallery names pictures that are not in the export: ${each.missing.join(", ")}`];
    return [];
  });
  if (blocks.length > 0)
    remarks.unshift(`left out of the text: blocks that WordPress fills itself (${[...new Set(blocks)].join(", ")})`);
  return [...new Set(remarks)];
}

const shortened = (source: string): string => (source.length > 80 ? `${source.slice(0, 79)}…` : source);
