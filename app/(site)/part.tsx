import type { ReactNode } from "react";
import { findLogo, findNavigation, findSettings, findTrending } from "#app/_server/site-queries";
import { SiteFooter } from "#components/site/site-footer";
import { SiteHeader } from "#components/site/site-header";
import { Trending } from "#components/site/trending";

type Content = (current?: string) => Promise<ReactNode>;

/** What stands on many pages, and the same on all of them. `current` is the slug of the page's section, or "front". */
const contents = {
  header: async (current) => (
    <SiteHeader
      publication={await findSettings()}
      logo={await findLogo()}
      sections={await findNavigation()}
      current={current}
    />
  ),
  footer: async () => <SiteFooter publication={await findSettings()} sections={await findNavigation()} />,
  trending: async () => <Trending articles={await findTrending()} />,
} satisfies Record<string, Content>;

type PartName = keyof typeof contents;

export const contentOf = (name: string): Content | undefined =>
  Object.hasOwn(contents, name) ? contents[name as PartName] : undefined;

type Props = { name: PartName; current?: string };

/**
 * The place of a part. Delivery renders the part once and puts it into every page that has a place for it, so that a
 * change of it renders no page anew (docs/decisions/0029). In development the framework's script compares the page with
 * what was rendered, so there the part is in its place from the beginning.
 */
export async function Part({ name, current }: Props) {
  if (process.env.NODE_ENV !== "production") return contents[name](current);
  return <template data-part={current ? `${name}?${new URLSearchParams({ current })}` : name} />;
}
