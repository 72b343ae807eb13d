import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { linksAsLines } from "#app/_server/lines";
import { requireStaff } from "#app/_server/session";
import { ContributorFields } from "#components/desk/contributor-fields";
import { DeletePanel } from "#components/desk/deletion";
import { DeskForm } from "#components/desk/form";
import { MergePanel, SelfField, ThingHeading } from "#components/desk/named-thing";
import { Panel } from "#components/desk/panel";
import { contributorPath } from "#core/paths";
import { findContributor, listContributorNames } from "#db/contributors";
import { findLibraryPicture } from "#db/picture-library";
import { findPictures } from "../../pictures/find-pictures.ts";
import { mergeContributors, removeContributor, saveContributor } from "../actions.ts";

export const metadata: Metadata = { title: "Person" };

type Props = { params: Promise<{ id: string }> };

export default async function ContributorPage({ params }: Props) {
  await requireStaff("contributor:manage");
  const person = await findContributor(Number((await params).id));
  if (!person || person.deletedAt) notFound();
  const others = (await listContributorNames()).filter(({ id }) => id !== person.id);
  return (
    <>
      <ThingHeading thing={person} list={{ href: "/desk/contributors", label: "All people" }}>
        {" · "}
        <a href={contributorPath(person.slug)}>As readers see it</a>
      </ThingHeading>
      <Panel>
        <DeskForm action={saveContributor} submit="Save" label="Person">
          <SelfField id={person.id} />
          <ContributorFields
            person={person}
            links={linksAsLines(person.links)}
            picture={person.pictureId === null ? undefined : await findLibraryPicture(person.pictureId)}
            findPictures={findPictures}
          />
        </DeskForm>
      </Panel>
      <MergePanel
        thing={person}
        kind="record"
        about="Two records of one person become one. Bylines follow, each with the affiliation it was printed with."
        follows="Afterwards what is said here about the person is lost; their articles are not."
        others={others.map(({ id, name, affiliation }) => ({
          id,
          label: affiliation ? `${name}, ${affiliation}` : name,
        }))}
        action={mergeContributors}
      />
      <DeletePanel
        thing={person}
        about="Only while no article carries the name."
        follows="The page of this person is gone for readers."
        action={removeContributor}
      />
    </>
  );
}
