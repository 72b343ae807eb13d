import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireStaff } from "#app/_server/session";
import { Ask } from "#components/desk/ask";
import { SelectField } from "#components/desk/field";
import { DeskForm } from "#components/desk/form";
import { PageHeading } from "#components/desk/page-heading";
import { Badge, Panel } from "#components/desk/panel";
import { NamedThingFields, SectionModeration } from "#components/desk/section-fields";
import { findSection, listSections } from "#db/sections";
import { mergeSections, restore, retire, saveSection } from "../actions.ts";

export const metadata: Metadata = { title: "Section" };

type Props = { params: Promise<{ id: string }> };

export default async function SectionPage({ params }: Props) {
  await requireStaff("taxonomy:manage");
  const section = await findSection(Number((await params).id));
  if (!section) notFound();
  const others = (await listSections()).filter(({ id }) => id !== section.id);
  const self = <input type="hidden" name="id" value={section.id} />;
  return (
    <>
      <PageHeading
        title={section.name}
        about={
          <>
            {section.retiredAt && <Badge>Retired</Badge>} <Link href="/desk/sections">All sections</Link>
          </>
        }
      />
      <Panel>
        <DeskForm action={saveSection} submit="Save" label="Section">
          {self}
          <NamedThingFields thing={section} path="/" />
          <SectionModeration moderation={section.moderation} />
        </DeskForm>
      </Panel>
      {others.length > 0 && (
        <Panel
          title="Merge"
          about="All articles go to another section, and so does everybody who comes by a former address."
        >
          <Ask button="Merge into another section" question={`Merge “${section.name}” into another section?`}>
            <p>This cannot be undone: afterwards nobody can tell which articles came from here.</p>
            <DeskForm action={mergeSections} submit={`Merge “${section.name}”`} kind="danger">
              {self}
              <SelectField
                name="into"
                label="Into"
                defaultValue=""
                options={[
                  { value: "", label: "Choose" },
                  ...others.map(({ id, name }) => ({ value: String(id), label: name })),
                ]}
              />
            </DeskForm>
          </Ask>
        </Panel>
      )}
      <Panel
        title={section.retiredAt ? "Bring back" : "Retire"}
        about="A retired section is out of the navigation. What it published keeps its address."
      >
        {section.retiredAt ? (
          <DeskForm action={restore} submit="Bring it back" kind="plain" label="Bring back">
            {self}
          </DeskForm>
        ) : (
          <Ask button="Retire" question={`Retire “${section.name}”?`}>
            <p>It leaves the navigation of every page, and can be brought back at any time.</p>
            <DeskForm action={retire} submit={`Retire “${section.name}”`} kind="danger">
              {self}
            </DeskForm>
          </Ask>
        )}
      </Panel>
    </>
  );
}
