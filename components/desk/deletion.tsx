import type { ComponentProps } from "react";
import { UNDO_DAYS } from "#core/undo";
import { Ask } from "./ask.tsx";
import { DeskForm } from "./form.tsx";
import { Panel } from "./panel.tsx";
import { Tabs } from "./table.tsx";

type Action = ComponentProps<typeof DeskForm>["action"];
type Thing = { id: number; name: string };

type AskProps = { thing: Thing; kind?: "danger" | "quiet"; action: Action; follows: string };

/** A button that asks, by naming the thing, before it puts it into the bin. `follows` says what comes of it. */
export function AskToDelete({ thing: { id, name }, kind = "danger", action, follows }: AskProps) {
  return (
    <Ask button="Delete" kind={kind} question={`Delete “${name}”?`}>
      <p>
        {follows} It can be undone for {UNDO_DAYS} days, under Deleted.
      </p>
      <DeskForm action={action} submit={`Delete “${name}”`} kind="danger">
        <input type="hidden" name="id" value={id} />
      </DeskForm>
    </Ask>
  );
}

type PanelProps = AskProps & {
  /** The rule of when it may be deleted. */
  about: string;
  /** Why it cannot be deleted now. */
  isHeldBy?: string | undefined;
};

/** The end of a thing's own page. */
export function DeletePanel({ about, isHeldBy, ...asked }: PanelProps) {
  return (
    <Panel title="Delete" about={about}>
      {isHeldBy ? <p>{isHeldBy}</p> : <AskToDelete {...asked} />}
    </Panel>
  );
}

/** In a list of what was deleted. */
export function BringBack({ thing: { id, name }, action }: { thing: Thing; action: Action }) {
  return (
    <DeskForm action={action} submit="Bring back" kind="quiet" label={`Bring back ${name}`}>
      <input type="hidden" name="id" value={id} />
    </DeskForm>
  );
}

type TabsProps = { label: string; path: string; isDeleted: boolean };

/** What is there, and what was deleted: two lists of one kind. */
export function BinTabs({ label, path, isDeleted }: TabsProps) {
  const deleted = `${path}?show=deleted`;
  return (
    <Tabs
      label={label}
      tabs={[
        { href: path, label },
        { href: deleted, label: "Deleted" },
      ]}
      current={isDeleted ? deleted : path}
    />
  );
}
