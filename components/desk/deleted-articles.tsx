import type { ComponentProps } from "react";
import type { ArticleState } from "#core/workflow";
import { BringBack } from "./deletion.tsx";
import { deskClock } from "./desk-clock.tsx";
import { stateWords } from "./editor/step-words.ts";
import { Table } from "./table.tsx";

type DeletedArticle = { id: number; headline: string; section: string; state: ArticleState; deletedAt: Date };

type Props = {
  articles: readonly DeletedArticle[];
  timeZone: string;
  now: Date;
  action: ComponentProps<typeof BringBack>["action"];
};

/** The articles in the bin, each with where it will stand once it is back. */
export function DeletedArticles({ articles, timeZone, now, action }: Props) {
  const clock = deskClock(timeZone, now);
  return (
    <Table
      caption="Deleted articles, the last one first"
      rows={articles}
      keyOf={({ id }) => id}
      columns={[
        { title: "Headline", cell: ({ headline }) => headline || "Untitled" },
        { title: "Section", cell: ({ section }) => section },
        { title: "State", cell: ({ state }) => stateWords[state] },
        { title: "Deleted", cell: ({ deletedAt }) => clock(deletedAt) },
        {
          title: "Bring back",
          kind: "actions",
          cell: ({ id, headline }) => <BringBack thing={{ id, name: headline || "Untitled" }} action={action} />,
        },
      ]}
    />
  );
}
