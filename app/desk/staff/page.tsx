import type { Metadata } from "next";
import Link from "next/link";
import { requireStaff } from "#app/_server/session";
import { Ago } from "#components/desk/ago";
import { ChoiceField, TextField } from "#components/desk/field";
import { DeskForm } from "#components/desk/form";
import { PageHeading } from "#components/desk/page-heading";
import { Badge, EmptyState, Panel } from "#components/desk/panel";
import { SearchForm, Table } from "#components/desk/table";
import { roles } from "#core/permissions";
import { roleDescriptions, roleNames } from "#core/staff";
import { readSettings } from "#db/settings";
import { listStaff } from "#db/staff";
import { invite } from "./actions.ts";

export const metadata: Metadata = { title: "Staff" };

type Props = { searchParams: Promise<{ q?: string }> };

export default async function StaffPage({ searchParams }: Props) {
  await requireStaff("staff:manage");
  const { q = "" } = await searchParams;
  const now = new Date();
  const { timeZone } = await readSettings();
  const everybody = await listStaff();
  const wanted = q.trim().toLowerCase();
  const people = everybody.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(wanted));
  return (
    <>
      <PageHeading
        title="Staff"
        about="Who can sign in here, and as what. Writers without an account are under People."
      />
      <Panel>
        <SearchForm label="Search staff" query={q} />
        {people.length === 0 ? (
          <EmptyState title={`Nobody is called “${q}” or has such an address`} />
        ) : (
          <Table
            caption="Staff"
            rows={people}
            keyOf={({ id }) => id}
            columns={[
              { title: "Name", cell: ({ id, name }) => <Link href={`/desk/staff/${id}`}>{name}</Link> },
              { title: "Email address", cell: ({ email }) => email },
              { title: "Role", kind: "whole", cell: ({ role }) => roleNames[role] },
              { title: "Second factor", cell: ({ hasSecondFactor }) => (hasSecondFactor ? "Yes" : "No") },
              {
                title: "Last seen",
                cell: ({ disabledAt, joined, lastSeenAt }) => {
                  if (disabledAt) return <Badge tone="danger">Disabled</Badge>;
                  if (!joined) return <Badge tone="warn">Invited</Badge>;
                  return lastSeenAt ? <Ago at={lastSeenAt} now={now} timeZone={timeZone} /> : "Signed out";
                },
              },
            ]}
          />
        )}
      </Panel>
      <Panel
        title="Invite somebody"
        about="They get a link with which to choose their password. It works once, for seven days."
      >
        <DeskForm action={invite} submit="Invite">
          <TextField name="name" label="Name" autoComplete="off" required />
          <TextField name="email" label="Email address" type="email" autoComplete="off" required />
          <ChoiceField
            name="role"
            label="Role"
            defaultValue="contributor"
            choices={roles.map((role) => ({ value: role, label: roleNames[role], about: roleDescriptions[role] }))}
          />
        </DeskForm>
      </Panel>
    </>
  );
}
