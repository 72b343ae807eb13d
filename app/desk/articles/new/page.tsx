import type { Metadata } from "next";
import { requireStaff } from "#app/_server/session";
import { ButtonLink } from "#components/desk/button";
import { SelectField, TextField } from "#components/desk/field";
import { DeskForm } from "#components/desk/form";
import { PageHeading } from "#components/desk/page-heading";
import { Panel } from "#components/desk/panel";
import { listSectionChoices } from "#db/articles/article-surroundings";
import { begin } from "../actions.ts";

export const metadata: Metadata = { title: "New article" };

export default async function NewArticlePage() {
  await requireStaff("article:write");
  const sections = await listSectionChoices();
  return (
    <>
      <PageHeading title="New article" about="Both can be changed for as long as you write." />
      <Panel>
        <DeskForm action={begin} submit="Begin writing" beside={<ButtonLink href="/desk/articles">Not now</ButtonLink>}>
          <TextField name="headline" label="Headline" hint="A working one will do, or none yet." autoFocus />
          <SelectField
            name="sectionId"
            label="Section"
            options={sections.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        </DeskForm>
      </Panel>
    </>
  );
}
