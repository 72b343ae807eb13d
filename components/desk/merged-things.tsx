import type { ComponentProps } from "react";
import { Ago } from "./ago.tsx";
import { BringBack } from "./deletion.tsx";
import { Panel } from "./panel.tsx";
import { Table } from "./table.tsx";

export type MergedThing = { id: number; name: string; into: string | null; mergedAt: Date };

type Props<Thing> = {
  things: readonly Thing[];
  /** Undoes a merge of the thing's kind; is sent its number as `id`. */
  actionOf: (thing: Thing) => ComponentProps<typeof BringBack>["action"];
  now: Date;
  timeZone: string;
};

/** What went into another of its kind and can still be told apart again. Nothing where there is none. */
export function MergedThings<Thing extends MergedThing>({ things, actionOf, now, timeZone }: Props<Thing>) {
  if (things.length === 0) return null;
  return (
    <Panel title="Merged" about="Bringing one back gives it its articles again, unless they went elsewhere since.">
      <Table
        caption="Merged, the newest first"
        rows={things}
        keyOf={({ id }) => id}
        columns={[
          { title: "Name", cell: ({ name }) => name },
          { title: "Into", cell: ({ into }) => into ?? "Something that is no longer there" },
          { title: "Merged", cell: ({ mergedAt }) => <Ago at={mergedAt} now={now} timeZone={timeZone} /> },
          {
            title: "Bring back",
            kind: "actions",
            cell: (thing) => <BringBack thing={thing} action={actionOf(thing)} />,
          },
        ]}
      />
    </Panel>
  );
}
