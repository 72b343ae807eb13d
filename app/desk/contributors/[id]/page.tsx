import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { linksAsLines } from "#app/_server/lines";
import { requireStaff } from "#app/_server/session";
import { Ask } from "#components/desk/ask";
import { ContributorFields } from "#components/desk/contributor-fields";
import { SelectField } from "#components/desk/field";
import { DeskForm } from "#components/desk/form";
import { PageHeading } from "#components/desk/page-heading";
import { Panel } from "#components/desk/panel";
import { contributorPath } from "#core/paths";
import { findContributor, listContributorNames } from "#db/contributors";
import { listNewestPictures } from "#db/newest-pictures";
import { mergeContributors, removeContributor, saveContributor } from "../actions.ts";

export const metadata: Metadata = { title: "Person" };

type Props = { params: Promise<{ id: string }> };

export default async function ContributorPage({ params }: Props) {
  await requireStaff("contributor:manage");
  const person = await findContributor(Number((await params).id));
  if (!person || person.deletedAt) notFound();
  const others = (await listContributorNames()).filter(({ id }) => id !== person.id);
  const self = <input type="hidden" name="id" value={person.id} />;
  return (
    <>
      <PageHeading
        title={person.name}
        about={
          <>
            <Link href="/desk/contributors">All people</Link> ·{" "}
            <a href={contributorPath(person.slug)}>As readers see it</a>
          </>
        }
      />
      <Panel>
        <DeskForm action={saveContributor} submit="Save" label="Person">
          {self}
          <ContributorFields
            person={person}
            links={linksAsLines(person.links)}
            pictures={await listNewestPictures(person.pictureId)}
          />
        </DeskForm>
      </Panel>
      {others.length > 0 && (
        <Panel
          title="Merge"
          about="Two records of one person become one. Bylines follow, each with the affiliation it was printed with."
        >
          <Ask button="Merge into another record" question={`Merge “${person.name}” into another record?`}>
            <p>What is said here about the person is lost; their articles are not. This cannot be undone.</p>
            <DeskForm action={mergeContributors} submit={`Merge “${person.name}”`} kind="danger">
              {self}
              <SelectField
                name="into"
                label="Into"
                defaultValue=""
                options={[
                  { value: "", label: "Choose" },
                  ...others.map(({ id, name, affiliation }) => ({
                    value: String(id),
                    label: affiliation ? `${name}, ${affiliation}` : name,
                  })),
                ]}
              />
            </DeskForm>
          </Ask>
        </Panel>
      )}
      <Panel title="Delete" about="Only while no article carries the name.">
        <Ask button="Delete" question={`Delete “${person.name}”?`}>
          <p>It can be undone for 30 days, under People, Deleted.</p>
          <DeskForm action={removeContributor} submit={`Delete “${person.name}”`} kind="danger">
            {self}
          </DeskForm>
        </Ask>
      </Panel>
    </>
  );
}
