import type { Metadata } from "next";
import Link from "next/link";
import { requireStaff } from "#app/_server/session";
import { DeskForm, SubmitButton } from "#components/desk/form";
import { PageHeading } from "#components/desk/page-heading";
import { Badge, EmptyState, Panel } from "#components/desk/panel";
import { NamedThingFields, SectionModeration } from "#components/desk/section-fields";
import { SearchForm, Table, Tabs } from "#components/desk/table";
import { listSections } from "#db/sections";
import { addSection, reorderSection } from "./actions.ts";
import styles from "./page.module.css";
import { tabs } from "./tabs.ts";

export const metadata: Metadata = { title: "Sections" };

type Props = { searchParams: Promise<{ q?: string }> };

export default async function SectionsPage({ searchParams }: Props) {
  await requireStaff("taxonomy:manage");
  const { q = "" } = await searchParams;
  const wanted = q.trim().toLowerCase();
  const sections = (await listSections()).filter(({ name, slug }) => `${name} ${slug}`.toLowerCase().includes(wanted));
  return (
    <>
      <PageHeading title="Sections & topics" about="Each article stands in one section and may have several topics." />
      <Tabs label="Sections and topics" tabs={tabs} current="/desk/sections" />
      <Panel>
        <SearchForm label="Search sections" query={q} />
        {sections.length === 0 ? (
          <EmptyState title={q ? `No section is called “${q}”` : "No section yet: articles need one to stand in"} />
        ) : (
          <Table
            caption="Sections, in the order of the navigation"
            rows={sections}
            keyOf={({ id }) => id}
            columns={[
              {
                title: "Section",
                cell: ({ id, name, retiredAt }) => (
                  <>
                    <Link href={`/desk/sections/${id}`}>{name}</Link> {retiredAt && <Badge>Retired</Badge>}
                  </>
                ),
              },
              { title: "Address", cell: ({ slug }) => `/${slug}` },
              { title: "Articles", kind: "figure", cell: ({ articles }) => articles.toLocaleString("en") },
              {
                title: "Order",
                kind: "actions",
                cell: ({ id, name, retiredAt }) =>
                  !retiredAt && (
                    <div className={styles.order}>
                      {(["up", "down"] as const).map((direction) => (
                        <DeskForm
                          key={direction}
                          action={reorderSection}
                          className={styles.step}
                          label={`Move ${name} ${direction}`}
                        >
                          <input type="hidden" name="id" value={id} />
                          <input type="hidden" name="direction" value={direction} />
                          <SubmitButton kind="quiet">{direction === "up" ? "Up" : "Down"}</SubmitButton>
                        </DeskForm>
                      ))}
                    </div>
                  ),
              },
            ]}
          />
        )}
      </Panel>
      <Panel title="Add a section">
        <DeskForm action={addSection} submit="Add" label="Add a section">
          <NamedThingFields path="/" />
          <SectionModeration />
        </DeskForm>
      </Panel>
    </>
  );
}
