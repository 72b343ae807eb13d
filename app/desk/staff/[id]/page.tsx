import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireStaff } from "#app/_server/session";
import { Ask } from "#components/desk/ask";
import { ChoiceField } from "#components/desk/field";
import { DeskForm } from "#components/desk/form";
import { PageHeading } from "#components/desk/page-heading";
import { Badge, Panel } from "#components/desk/panel";
import { roles } from "#core/permissions";
import { roleDescriptions, roleNames } from "#core/staff";
import { findStaff } from "#db/staff";
import { disable, enable, inviteAgain, resetSecondFactor, setRole, signOutPerson } from "../actions.ts";

export const metadata: Metadata = { title: "Staff" };

type Props = { params: Promise<{ id: string }> };

export default async function StaffMemberPage({ params }: Props) {
  const actor = await requireStaff("staff:manage");
  const person = await findStaff(Number((await params).id));
  if (!person) notFound();
  const isOneself = person.id === actor.staffId;
  const self = <input type="hidden" name="id" value={person.id} />;
  return (
    <>
      <PageHeading
        title={person.name}
        about={
          <>
            {person.email} {person.disabledAt && <Badge tone="danger">Disabled</Badge>}{" "}
            {!person.joined && <Badge tone="warn">Invited</Badge>} · <Link href="/desk/staff">All staff</Link>
          </>
        }
      />
      {!person.joined && !person.disabledAt && (
        <Panel title="Invitation" about="This person has not chosen a password yet. A new link ends the one before.">
          <DeskForm action={inviteAgain} submit="Make a new link" kind="plain" label="Invitation">
            {self}
          </DeskForm>
        </Panel>
      )}
      <Panel
        title="Role"
        about={
          isOneself ? "This is you: changing your role signs you out." : "Changing it signs this person out everywhere."
        }
      >
        <DeskForm action={setRole} submit="Change role" kind="plain" label="Role">
          {self}
          <ChoiceField
            name="role"
            label="Role"
            defaultValue={person.role}
            choices={roles.map((role) => ({ value: role, label: roleNames[role], about: roleDescriptions[role] }))}
          />
        </DeskForm>
      </Panel>
      <Panel title="Sessions" about="Ends them at the next request; signing in again is possible.">
        <DeskForm action={signOutPerson} submit="Sign out everywhere" kind="plain" label="Sessions">
          {self}
        </DeskForm>
      </Panel>
      <Panel
        title="Second factor"
        about={
          person.hasSecondFactor
            ? "For somebody who has lost phone and codes. Make sure that it is them."
            : "None is set up."
        }
      >
        {person.hasSecondFactor && (
          <Ask button="Remove the second factor" question={`Remove the second factor of ${person.name}?`}>
            <DeskForm action={resetSecondFactor} submit="Remove it" kind="danger">
              {self}
            </DeskForm>
          </Ask>
        )}
      </Panel>
      <Panel title={person.disabledAt ? "Enable" : "Disable"}>
        {person.disabledAt ? (
          <DeskForm action={enable} submit="Let this person in again" kind="plain" label="Enable">
            {self}
          </DeskForm>
        ) : (
          <Ask button="Disable" question={`Disable ${person.name}?`}>
            <p>They are shut out at their next request. What they wrote stays; this can be undone at any time.</p>
            <DeskForm action={disable} submit={`Disable ${person.name}`} kind="danger">
              {self}
            </DeskForm>
          </Ask>
        )}
      </Panel>
    </>
  );
}
