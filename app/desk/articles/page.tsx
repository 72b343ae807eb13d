import type { Metadata } from "next";
import { type ListSearch, listHref, readListSearch } from "#app/_server/article-list-search";
import { type DeskStaff, requireStaff } from "#app/_server/session";
import { ArticleTable, ArticleTabs, SectionChoice } from "#components/desk/article-list";
import { ButtonLink } from "#components/desk/button";
import { ChangeMany } from "#components/desk/change-many";
import { DeletedArticles } from "#components/desk/deleted-articles";
import { PageHeading } from "#components/desk/page-heading";
import { EmptyState } from "#components/desk/panel";
import { Pages, SearchForm } from "#components/desk/table";
import { may } from "#core/permissions";
import { UNDO_DAYS } from "#core/undo";
import type { ArticleState } from "#core/workflow";
import { listSectionChoices, listTopicChoices } from "#db/articles/article-surroundings";
import { type BinFilter, countDeletedArticles, listDeletedArticles } from "#db/articles/deleted-articles";
import { ARTICLES_PER_PAGE, countArticlesByState, listDeskArticles } from "#db/articles/desk-articles";
import { readSettings } from "#db/settings";
import { bringBack, changeMany } from "./actions.ts";

export const metadata: Metadata = { title: "Articles" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ArticlesPage({ searchParams }: Props) {
  const staff = await requireStaff("article:write");
  const search = readListSearch(await searchParams);
  const { state } = search;
  const own = ownOf(staff);
  const now = new Date();
  const [counts, deleted] = await Promise.all([
    countArticlesByState(own, now),
    countDeletedArticles(binOf(staff), now),
  ]);
  return (
    <>
      <PageHeading title="Articles" about={"createdBy" in own ? "What you have begun." : undefined}>
        <ButtonLink kind="main" href="/desk/articles/new">
          New article
        </ButtonLink>
      </PageHeading>
      <ArticleTabs
        counts={counts}
        deleted={deleted}
        state={state}
        hrefOf={(to) => listHref({ ...search, state: to, page: 1 })}
      />
      {state === "deleted" ? (
        <Bin staff={staff} search={search} now={now} />
      ) : (
        <List own={own} search={{ ...search, state }} now={now} />
      )}
    </>
  );
}

const ownOf = ({ role, staffId }: DeskStaff) => (may(role, "article:edit-any") ? {} : { createdBy: staffId });
const binOf = ({ role, staffId }: DeskStaff, words = ""): BinFilter =>
  may(role, "article:delete") ? { words } : { words, neverOutBy: staffId };

type ListProps = {
  own: ReturnType<typeof ownOf>;
  search: ListSearch & { state: ArticleState | undefined };
  now: Date;
};

async function List({ own, search, now }: ListProps) {
  const { state, sectionId, words, page } = search;
  const filter = { ...own, ...(state && { state }), ...(sectionId && { sectionId }), ...(words && { words }) };
  const [{ articles, total }, sections, topics, { timeZone }] = await Promise.all([
    listDeskArticles(filter, page, now),
    listSectionChoices(),
    listTopicChoices(),
    readSettings(),
  ]);
  return (
    <>
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
      <PagesOf search={search} total={total} />
    </>
  );
}

/** Articles that were deleted and can still come back. */
async function Bin({ staff, search, now }: { staff: DeskStaff; search: ListSearch; now: Date }) {
  const filter = binOf(staff, search.words);
  const [articles, total, { timeZone }] = await Promise.all([
    listDeletedArticles(filter, search.page, now),
    countDeletedArticles(filter, now),
    readSettings(),
  ]);
  return (
    <>
      <SearchForm label="Search articles" query={search.words} keep={{ state: "deleted" }} />
      {articles.length > 0 ? (
        <DeletedArticles articles={articles} timeZone={timeZone} now={now} action={bringBack} />
      ) : (
        <EmptyState
          title={search.words ? "No deleted article matches" : `No article was deleted in the last ${UNDO_DAYS} days`}
        />
      )}
      <PagesOf search={search} total={total} />
    </>
  );
}

const PagesOf = ({ search, total }: { search: ListSearch; total: number }) => (
  <Pages
    page={search.page}
    pages={Math.ceil(total / ARTICLES_PER_PAGE)}
    hrefOf={(to) => listHref({ ...search, page: to })}
  />
);

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
