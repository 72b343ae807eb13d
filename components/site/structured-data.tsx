type Props = { graph: readonly object[] };

/**
 * What the page says, for search engines (JSON-LD). It is data and never runs: the page's policy allows no script, and
 * no text in it can end the element, since every "<" is written as an escape.
 */
export function StructuredData({ graph }: Props) {
  const json = JSON.stringify({ "@context": "https://schema.org", "@graph": graph }).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of our own making, with every "<" escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
