import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { feedLinks } from "#app/_server/feed-route";
import { pageAddress, type SearchParams } from "#app/_server/page-address";
import { findSettings, findTopicBySlug, findTopicPage } from "#app/_server/site-queries";
import { ArticleList } from "#components/section/article-list";
import { ListColumns } from "#components/section/list-columns";
import { Pages } from "#components/section/pages";
import { SectionHead } from "#components/section/section-head";
import { EmptyNote } from "#components/ui/empty-note";
import { slugFromPath, topicPath } from "#core/paths";
import { Framed } from "../../framed";
import { Part } from "../../part";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

async function requireTopic({ params, searchParams }: Props) {
  const slug = slugFromPath((await params).slug);
  const address = await pageAddress(searchParams);
  const topic = slug && address ? await findTopicBySlug(slug) : undefined;
  if (!topic || !address) notFound();
  return { topic, number: address.number };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { topic, number } = await requireTopic(props);
  const path = topicPath(topic.slug);
  const canonical = number > 1 ? `${path}?page=${number}` : path;
  const { name } = await findSettings();
  return {
    title: number > 1 ? `${topic.name}, page ${number}` : topic.name,
    description: topic.description || `What ${name} has published about ${topic.name}.`,
    alternates: { canonical, types: feedLinks(path, topic.name) },
    openGraph: { url: canonical, title: topic.name },
  };
}

export default async function TopicPage(props: Props) {
  const { topic, number } = await requireTopic(props);
  const { articles, olderAfter } = await findTopicPage(topic.id, number);
  if (number > 1 && articles.length === 0) notFound();
  const path = topicPath(topic.slug);
  return (
    <Framed>
      <SectionHead label="Topic" title={topic.name}>
        {topic.description}
      </SectionHead>
      <ListColumns beside={<Part name="trending" />}>
        {articles.length === 0 && <EmptyNote title="Nothing has been published on this topic yet." />}
        <ArticleList articles={articles} calendar={await findSettings()} />
        <Pages
          number={number}
          newerHref={number === 1 ? undefined : number === 2 ? path : `${path}?page=${number - 1}`}
          olderHref={olderAfter === undefined ? undefined : `${path}?page=${number + 1}`}
        />
      </ListColumns>
    </Framed>
  );
}
