import type { BreadcrumbList, Person, ProfilePage } from "schema-dts";
import { contributorPath } from "#core/paths";
import type { PublishedContributor } from "#db/published-article";

/** The way from the front page to a page: names and paths, the page itself last. */
export function breadcrumbs(steps: readonly { name: string; path: string }[], origin: string) {
  return {
    "@type": "BreadcrumbList",
    itemListElement: steps.map(({ name, path }, index) => ({
      "@type": "ListItem" as const,
      position: index + 1,
      name,
      item: origin + path,
    })),
  } satisfies BreadcrumbList;
}

/** The page of a contributor. */
export function profilePage(contributor: PublishedContributor, pictureUrl: string | undefined, origin: string) {
  const url = origin + contributorPath(contributor.slug);
  const elsewhere = contributor.links.map((link) => link.url).filter((link) => link.startsWith("http"));
  const person = {
    "@type": "Person",
    name: contributor.name,
    url,
    ...(contributor.bio && { description: contributor.bio }),
    ...(contributor.affiliation && { affiliation: { "@type": "Organization", name: contributor.affiliation } }),
    ...(pictureUrl && { image: pictureUrl }),
    ...(elsewhere.length > 0 && { sameAs: elsewhere }),
  } satisfies Person;
  return { "@type": "ProfilePage", url, mainEntity: person } satisfies ProfilePage;
}
