import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { feedLinks } from "#app/_server/feed-route";
import { pageAddress, type SearchParams } from "#app/_server/page-address";
import { publicUrl } from "#app/_server/public-url";
import { findContributorBySlug, findContributorPage, findSettings } from "#app/_server/site-queries";
import { ArticleList } from "#components/section/article-list";
import { ContributorHead } from "#components/section/contributor-head";
import { Pages } from "#components/section/pages";
import { StructuredData } from "#components/site/structured-data";
import { EmptyNote } from "#components/ui/empty-note";
import { contributorPath, slugFromPath } from "#core/paths";
import { sizeNear } from "#exchange/feeds/article-html";
import { profilePage } from "#exchange/structured-data/place";
import { Framed } from "../../framed";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

async function requireContributor({ params, searchParams }: Props) {
  const slug = slugFromPath((await params).slug);
  const address = await pageAddress(searchParams);
  const contributor = slug && address ? await findContributorBySlug(slug) : undefined;
  if (!contributor || !address) notFound();
  return { contributor, number: address.number };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { contributor, number } = await requireContributor(props);
  const path = contributorPath(contributor.slug);
  const canonical = number > 1 ? `${path}?page=${number}` : path;
  return {
    title: number > 1 ? `${contributor.name}, page ${number}` : contributor.name,
    description: contributor.bio || contributor.affiliation || undefined,
    alternates: { canonical, types: feedLinks(path, contributor.name) },
    openGraph: { type: "profile", url: canonical, title: contributor.name },
  };
}

export default async function ContributorPage(props: Props) {
  const { contributor, number } = await requireContributor(props);
  const { articles, olderAfter } = await findContributorPage(contributor.id, number);
  if (number > 1 && articles.length === 0) notFound();
  const path = contributorPath(contributor.slug);
  const { origin } = publicUrl();
  const picture = contributor.picture ? sizeNear(contributor.picture, 640) : undefined;
  const pictureUrl = picture && origin + picture.path;
  return (
    <Framed>
      <StructuredData graph={[profilePage(contributor, pictureUrl, origin)]} />
      <ContributorHead contributor={contributor} />
      {articles.length === 0 && <EmptyNote title="Nothing by this contributor has been published yet." />}
      <ArticleList articles={articles} calendar={await findSettings()} />
      <Pages
        number={number}
        newerHref={number === 1 ? undefined : number === 2 ? path : `${path}?page=${number - 1}`}
        olderHref={olderAfter === undefined ? undefined : `${path}?page=${number + 1}`}
      />
    </Framed>
  );
}
