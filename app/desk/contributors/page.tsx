import type { Metadata } from "next";
import Link from "next/link";
import { listAddress, pageOf, ROWS } from "#app/_server/list-address";
import { requireStaff } from "#app/_server/session";
import { ButtonLink } from "#components/desk/button";
import { BinTabs, BringBack } from "#components/desk/deletion";
import { MergedThings } from "#components/desk/merged-things";
import { PageHeading } from "#components/desk/page-heading";
import { EmptyState, Panel } from "#components/desk/panel";
import { Pages, SearchForm, Table } from "#components/desk/table";
import { listContributors } from "#db/contributors";
import { listMerges } from "#db/merges";
import { readSettings } from "#db/settings";
import { bringBack, undoMerge } from "./actions.ts";

export const metadata: Metadata = { title: "People" };

const PATH = "/desk/contributors";

type Props = { searchParams: Promise<{ q?: string; page?: string; show?: string }> };

export default async function ContributorsPage({ searchParams }: Props) {
  await requireStaff("contributor:manage");
  const { q = "", page: typedPage, show } = await searchParams;
  const page = pageOf(typedPage);
  const deleted = show === "deleted";
  const stretch = { limit: ROWS, offset: (page - 1) * ROWS };
  const now = new Date();
  const words = q.trim();
  const { people, total } = await listContributors({ words, deleted }, stretch, now);
  const merged = deleted ? await listMerges(["contributor"], words, now) : [];
  return (
    <>
      <PageHeading title="People" about="Whose names stand on articles. They need no account.">
        <ButtonLink href={`${PATH}/new`} kind="main">
          Add somebody
        </ButtonLink>
      </PageHeading>
      <BinTabs label="People" path={PATH} isDeleted={deleted} />
      <Panel>
        <SearchForm label="Search people" query={q} keep={{ show }} />
        {people.length === 0 ? (
          <EmptyState title={emptyWords(q, deleted)} />
        ) : (
          <Table
            caption="People"
            rows={people}
            keyOf={({ id }) => id}
            columns={[
              {
                title: "Name",
                cell: ({ id, name }) => (deleted ? name : <Link href={`${PATH}/${id}`}>{name}</Link>),
              },
              { title: "Affiliation", cell: ({ affiliation }) => affiliation },
              { title: "Articles", kind: "figure", cell: ({ articles }) => articles.toLocaleString("en") },
              ...(deleted
                ? [
                    {
                      title: "Bring back",
                      kind: "actions" as const,
                      cell: (person: { id: number; name: string }) => <BringBack thing={person} action={bringBack} />,
                    },
                  ]
                : []),
            ]}
          />
        )}
        <Pages
          page={page}
          pages={Math.ceil(total / ROWS)}
          hrefOf={(number) => listAddress(PATH, { q, show, page: number })}
          directions={["Previous", "Next"]}
        />
      </Panel>
      <MergedThings things={merged} actionOf={() => undoMerge} now={now} timeZone={(await readSettings()).timeZone} />
    </>
  );
}

function emptyWords(q: string, deleted: boolean): string {
  if (q) return `Nobody here is called “${q}”`;
  return deleted ? "Nobody was deleted in the last 30 days" : "Nobody yet: the first article will need somebody";
}
