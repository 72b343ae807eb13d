import type { Metadata } from "next";
import { type ListSearch, listHref, readListSearch } from "#app/_server/article-list-search";
import { requireStaff } from "#app/_server/session";
import { ArticleTable, ArticleTabs, SectionChoice } from "#components/desk/article-list";
import { ButtonLink } from "#components/desk/button";
import { ChangeMany } from "#components/desk/change-many";
import { PageHeading } from "#components/desk/page-heading";
import { EmptyState } from "#components/desk/panel";
import { Pages, SearchForm } from "#components/desk/table";
import { may } from "#core/permissions";
import { listSectionChoices, listTopicChoices } from "#db/articles/article-surroundings";
import { ARTICLES_PER_PAGE, countArticlesByState, listDeskArticles } from "#db/articles/desk-articles";
import { readSettings } from "#db/settings";
import { changeMany } from "./actions.ts";

export const metadata: Metadata = { title: "Articles" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ArticlesPage({ searchParams }: Props) {
  const staff = await requireStaff("article:write");
  const search = readListSearch(await searchParams);
  const now = new Date();
  const own = may(staff.role, "article:edit-any") ? {} : { createdBy: staff.staffId };
  const { state, sectionId, words, page } = search;
  const [{ articles, total }, counts, sections, topics, { timeZone }] = await Promise.all([
    listDeskArticles(
      {
        ...own,
        ...(state ? { state } : {}),
        ...(sectionId ? { sectionId } : {}),
        ...(words ? { words } : {}),
      },
      page,
      now,
    ),
    countArticlesByState(own, now),
    listSectionChoices(),
    listTopicChoices(),
    readSettings(),
  ]);
  return (
    <>
      <PageHeading title="Articles" about={"createdBy" in own ? "What you have begun." : undefined}>
        <ButtonLink kind="main" href="/desk/articles/new">
          New article
        </ButtonLink>
      </PageHeading>
      <ArticleTabs counts={counts} state={state} hrefOf={(to) => listHref({ ...search, state: to, page: 1 })} />
      <SearchForm label="Search articles" query={words} keep={{ state }}>
        <SectionChoice sections={sections} chosen={sectionId} />
      </SearchForm>
      <ChangeMany
        key={listHref(search)}
        action={changeMany}
        sections={sections}
        topics={topics}
        some={articles.length > 0}
      >
        {articles.length > 0 ? (
          <ArticleTable articles={articles} timeZone={timeZone} now={now} />
        ) : (
          <Nothing search={search} />
        )}
      </ChangeMany>
      <Pages
        page={page}
        pages={Math.ceil(total / ARTICLES_PER_PAGE)}
        hrefOf={(to) => listHref({ ...search, page: to })}
      />
    </>
  );
}

function Nothing({ search }: { search: ListSearch }) {
  if (search.words || search.sectionId) {
    return (
      <EmptyState title="No article matches">
        Look in <a href={listHref({ ...search, words: "", sectionId: undefined, page: 1 })}>all of them</a>, or try
        fewer words.
      </EmptyState>
    );
  }
  return (
    <EmptyState title={search.state ? "Nothing stands here now" : "No articles yet"}>
      {!search.state && <ButtonLink href="/desk/articles/new">Write the first one</ButtonLink>}
    </EmptyState>
  );
}
