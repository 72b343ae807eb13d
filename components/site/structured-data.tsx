import { jsonInHtml } from "#core/json-in-html";

type Props = { graph: readonly object[] };

/** What the page says, for search engines (JSON-LD). It is data and never runs: the page's policy allows no script. */
export function StructuredData({ graph }: Props) {
  const json = jsonInHtml({ "@context": "https://schema.org", "@graph": graph });
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of our own making, which cannot end the element
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
