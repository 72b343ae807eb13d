import type { Metadata } from "next";
import Link from "next/link";
import { listAddress, pageOf, ROWS } from "#app/_server/list-address";
import { requireStaff } from "#app/_server/session";
import { DeskForm } from "#components/desk/form";
import { PageHeading } from "#components/desk/page-heading";
import { Badge, EmptyState, Panel } from "#components/desk/panel";
import { NamedThingFields } from "#components/desk/section-fields";
import { Pages, SearchForm, Table, Tabs } from "#components/desk/table";
import { listTopics } from "#db/topics";
import { tabs } from "../tabs.ts";
import { addTopic } from "./actions.ts";

export const metadata: Metadata = { title: "Topics" };

type Props = { searchParams: Promise<{ q?: string; page?: string }> };

export default async function TopicsPage({ searchParams }: Props) {
  await requireStaff("taxonomy:manage");
  const { q = "", page: typedPage } = await searchParams;
  const page = pageOf(typedPage);
  const { topics, total } = await listTopics(q.trim(), { limit: ROWS, offset: (page - 1) * ROWS });
  return (
    <>
      <PageHeading title="Sections & topics" about="Each article stands in one section and may have several topics." />
      <Tabs label="Sections and topics" tabs={tabs} current="/desk/sections/topics" />
      <Panel>
        <SearchForm label="Search topics" query={q} />
        {topics.length === 0 ? (
          <EmptyState title={q ? `No topic is called “${q}”` : "No topic yet"} />
        ) : (
          <Table
            caption="Topics"
            rows={topics}
            keyOf={({ id }) => id}
            columns={[
              {
                title: "Topic",
                cell: ({ id, name, retiredAt }) => (
                  <>
                    <Link href={`/desk/sections/topics/${id}`}>{name}</Link> {retiredAt && <Badge>Retired</Badge>}
                  </>
                ),
              },
              { title: "Address", cell: ({ slug }) => `/topics/${slug}` },
              { title: "Articles", kind: "figure", cell: ({ articles }) => articles.toLocaleString("en") },
            ]}
          />
        )}
        <Pages
          page={page}
          pages={Math.ceil(total / ROWS)}
          hrefOf={(number) => listAddress("/desk/sections/topics", { q, page: number })}
          directions={["Previous", "Next"]}
        />
      </Panel>
      <Panel title="Add a topic">
        <DeskForm action={addTopic} submit="Add" label="Add a topic">
          <NamedThingFields path="/topics/" />
        </DeskForm>
      </Panel>
    </>
  );
}
