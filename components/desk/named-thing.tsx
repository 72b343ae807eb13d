import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { UNDO_DAYS } from "#core/undo";
import { Ask } from "./ask.tsx";
import { SelectField } from "./field.tsx";
import { DeskForm } from "./form.tsx";
import { PageHeading } from "./page-heading.tsx";
import { Badge, Panel } from "./panel.tsx";

/* What the pages of a section, a topic and a person have in common. */

type Action = ComponentProps<typeof DeskForm>["action"];
type Thing = { id: number; name: string };

export const SelfField = ({ id }: { id: number }) => <input type="hidden" name="id" value={id} />;

type HeadingProps = {
  thing: Thing & { retiredAt?: Date | null };
  /** The list it stands in. */
  list: { href: string; label: string };
  children?: ReactNode;
};

export function ThingHeading({ thing, list, children }: HeadingProps) {
  return (
    <PageHeading
      title={thing.name}
      about={
        <>
          {thing.retiredAt && <Badge>Retired</Badge>} <Link href={list.href}>{list.label}</Link>
          {children}
        </>
      }
    />
  );
}

type MergeProps = {
  thing: Thing;
  /** What it is merged into another of: "section". */
  kind: string;
  about: string;
  /** What is lost by it once it can no longer be undone. */
  follows: string;
  others: readonly { id: number; label: string }[];
  action: Action;
};

/** Two of a kind become one. Asks by naming the thing. */
export function MergePanel({ thing: { id, name }, kind, about, follows, others, action }: MergeProps) {
  if (others.length === 0) return null;
  return (
    <Panel title="Merge" about={about}>
      <Ask button={`Merge into another ${kind}`} question={`Merge “${name}” into another ${kind}?`}>
        <p>
          It can be undone for {UNDO_DAYS} days, under Deleted. {follows}
        </p>
        <DeskForm action={action} submit={`Merge “${name}”`} kind="danger">
          <SelfField id={id} />
          <SelectField
            name="into"
            label="Into"
            defaultValue=""
            options={[
              { value: "", label: "Choose" },
              ...others.map((other) => ({ value: String(other.id), label: other.label })),
            ]}
          />
        </DeskForm>
      </Ask>
    </Panel>
  );
}

type RetireProps = {
  thing: Thing & { retiredAt: Date | null };
  about: string;
  /** What readers no longer see. */
  follows: string;
  /** Is sent `retired`: "yes" or "no". */
  action: Action;
};

/** Takes a thing from readers' sight, and brings it back at any time. */
export function RetirePanel({ thing: { id, name, retiredAt }, about, follows, action }: RetireProps) {
  return (
    <Panel title={retiredAt ? "Bring back" : "Retire"} about={about}>
      {retiredAt ? (
        <DeskForm action={action} submit="Bring it back" kind="plain" label="Bring back">
          <SelfField id={id} />
          <input type="hidden" name="retired" value="no" />
        </DeskForm>
      ) : (
        <Ask button="Retire" question={`Retire “${name}”?`}>
          <p>{follows} It can be brought back at any time.</p>
          <DeskForm action={action} submit={`Retire “${name}”`} kind="danger">
            <SelfField id={id} />
            <input type="hidden" name="retired" value="yes" />
          </DeskForm>
        </Ask>
      )}
    </Panel>
  );
}
