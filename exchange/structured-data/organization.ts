import type { NewsMediaOrganization, WebSite } from "schema-dts";
import type { Settings } from "#core/settings";

type Named = Pick<Settings, "name" | "description" | "tagline" | "socialLinks" | "language">;

/** The publication as search engines know it. Other data refers to it by its id. `logo` is a whole address. */
export function organization({ name, description, tagline, socialLinks }: Named, origin: string, logo?: string) {
  const elsewhere = socialLinks.map(({ url }) => url).filter((url) => url.startsWith("http"));
  return {
    "@type": "NewsMediaOrganization",
    "@id": `${origin}/#publication`,
    name,
    url: `${origin}/`,
    ...(logo && { logo }),
    ...((description || tagline) && { description: description || tagline }),
    ...(elsewhere.length > 0 && { sameAs: elsewhere }),
  } satisfies NewsMediaOrganization;
}

/** The site itself, for the front page. */
export function webSite(settings: Named, origin: string) {
  return {
    "@type": "WebSite",
    "@id": `${origin}/#site`,
    name: settings.name,
    url: `${origin}/`,
    inLanguage: settings.language,
    publisher: { "@id": `${origin}/#publication` },
  } satisfies WebSite;
}
