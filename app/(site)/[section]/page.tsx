import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { feedLinks } from "#app/_server/feed-route";
import { pageAddress, type SearchParams } from "#app/_server/page-address";
import { publicUrl } from "#app/_server/public-url";
import { findSectionBySlug, findSectionPage, findSettings } from "#app/_server/site-queries";
import { ArticleList } from "#components/section/article-list";
import { ListColumns } from "#components/section/list-columns";
import { Pages } from "#components/section/pages";
import { SectionHead } from "#components/section/section-head";
import { SectionLead } from "#components/section/section-lead";
import { StructuredData } from "#components/site/structured-data";
import { EmptyNote } from "#components/ui/empty-note";
import { sectionPath, slugFromPath } from "#core/paths";
import { breadcrumbs } from "#exchange/structured-data/place";
import { Framed } from "../framed";
import { Part } from "../part";

/** How many stories stand beside each other below the first. */
const IN_A_ROW = 4;

type Props = { params: Promise<{ section: string }>; searchParams: SearchParams };

async function requireSection({ params, searchParams }: Props) {
  const slug = slugFromPath((await params).section);
  const address = await pageAddress(searchParams);
  const section = slug && address ? await findSectionBySlug(slug) : undefined;
  if (!section || !address) notFound();
  return { section, address };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { section, address } = await requireSection(props);
  const path = sectionPath(section.slug);
  const canonical = address.number > 1 ? `${path}?page=${address.number}` : path;
  return {
    title: address.number > 1 ? `${section.name}, page ${address.number}` : section.name,
    description: section.description || undefined,
    alternates: { canonical, types: feedLinks(path, section.name) },
    openGraph: { url: canonical, title: section.name },
  };
}

export default async function SectionPage(props: Props) {
  const { section, address } = await requireSection(props);
  const { number } = address;
  const { articles, olderAfter } = await findSectionPage(section.id, address);
  if (number > 1 && articles.length === 0) notFound();
  const calendar = await findSettings();
  const path = sectionPath(section.slug);
  // The first page of a section that has enough stories shows its newest above the list.
  const [lead, ...others] = number === 1 ? articles : [];
  const next = others.length > IN_A_ROW ? others.slice(0, IN_A_ROW) : [];
  const listed = lead ? others.slice(next.length) : articles;
  return (
    <Framed current={section.slug}>
      <StructuredData
        graph={[
          breadcrumbs(
            [
              { name: calendar.name, path: "/" },
              { name: section.name, path },
            ],
            publicUrl().origin,
          ),
        ]}
      />
      <SectionHead title={section.name}>{number === 1 && section.description}</SectionHead>
      {lead && <SectionLead lead={lead} next={next} calendar={calendar} />}
      <ListColumns beside={<Part name="trending" />}>
        {articles.length === 0 && <EmptyNote title="Nothing has been published in this section yet." />}
        <ArticleList articles={listed} calendar={calendar} />
        <Pages
          number={number}
          newerHref={number === 1 ? undefined : number === 2 ? path : `${path}?page=${number - 1}`}
          olderHref={olderAfter === undefined ? undefined : `${path}?page=${number + 1}&after=${olderAfter}`}
        />
      </ListColumns>
    </Framed>
  );
}
