import type { Metadata } from "next";
import Link from "next/link";
import { requireStaff } from "#app/_server/session";
import { ContributorFields } from "#components/desk/contributor-fields";
import { DeskForm } from "#components/desk/form";
import { PageHeading } from "#components/desk/page-heading";
import { Panel } from "#components/desk/panel";
import { findPictures } from "../../pictures/find-pictures.ts";
import { addContributor } from "../actions.ts";

export const metadata: Metadata = { title: "Add somebody" };

export default async function NewContributorPage() {
  await requireStaff("contributor:manage");
  return (
    <>
      <PageHeading title="Add somebody" about={<Link href="/desk/contributors">All people</Link>} />
      <Panel>
        <DeskForm action={addContributor} submit="Add" label="Add somebody">
          <ContributorFields findPictures={findPictures} />
        </DeskForm>
      </Panel>
    </>
  );
}
