import type { Metadata } from "next";
import Link from "next/link";
import { requireStaff } from "#app/_server/session";
import { DeskForm, SubmitButton } from "#components/desk/form";
import { PageHeading } from "#components/desk/page-heading";
import { Badge, Panel } from "#components/desk/panel";
import { NamedThingFields, SectionModeration } from "#components/desk/section-fields";
import { Table, Tabs } from "#components/desk/table";
import { listSections } from "#db/sections";
import { addSection, reorderSection } from "./actions.ts";
import styles from "./page.module.css";
import { tabs } from "./tabs.ts";

export const metadata: Metadata = { title: "Sections" };

export default async function SectionsPage() {
  await requireStaff("taxonomy:manage");
  const sections = await listSections();
  return (
    <>
      <PageHeading title="Sections & topics" about="Each article stands in one section and may have several topics." />
      <Tabs label="Sections and topics" tabs={tabs} current="/desk/sections" />
      <Panel>
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
