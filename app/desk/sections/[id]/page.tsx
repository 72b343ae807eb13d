import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireStaff } from "#app/_server/session";
import { DeskForm } from "#components/desk/form";
import { MergePanel, RetirePanel, SelfField, ThingHeading } from "#components/desk/named-thing";
import { Panel } from "#components/desk/panel";
import { NamedThingFields, SectionModeration } from "#components/desk/section-fields";
import { findSection, listSections } from "#db/sections";
import { mergeSections, saveSection, setRetired } from "../actions.ts";

export const metadata: Metadata = { title: "Section" };

type Props = { params: Promise<{ id: string }> };

export default async function SectionPage({ params }: Props) {
  await requireStaff("taxonomy:manage");
  const section = await findSection(Number((await params).id));
  if (!section) notFound();
  const others = (await listSections()).filter(({ id }) => id !== section.id);
  return (
    <>
      <ThingHeading thing={section} list={{ href: "/desk/sections", label: "All sections" }} />
      <Panel>
        <DeskForm action={saveSection} submit="Save" label="Section">
          <SelfField id={section.id} />
          <NamedThingFields thing={section} path="/" />
          <SectionModeration moderation={section.moderation} />
        </DeskForm>
      </Panel>
      <MergePanel
        thing={section}
        kind="section"
        about="All articles go to another section, and so does everybody who comes by a former address."
        follows="Afterwards nobody can tell which articles came from here."
        others={others.map(({ id, name }) => ({ id, label: name }))}
        action={mergeSections}
      />
      <RetirePanel
        thing={section}
        about="A retired section is out of the navigation. What it published keeps its address."
        follows="It leaves the navigation of every page."
        action={setRetired}
      />
    </>
  );
}
