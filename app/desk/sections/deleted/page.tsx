import type { Metadata } from "next";
import { requireStaff } from "#app/_server/session";
import { MergedThings } from "#components/desk/merged-things";
import { PageHeading } from "#components/desk/page-heading";
import { EmptyState, Panel } from "#components/desk/panel";
import { SearchForm, Tabs } from "#components/desk/table";
import { UNDO_DAYS } from "#core/undo";
import { listMerges } from "#db/merges";
import { readSettings } from "#db/settings";
import { undoMerge as undoSectionMerge } from "../actions.ts";
import { DELETED, tabs } from "../tabs.ts";
import { undoMerge as undoTopicMerge } from "../topics/actions.ts";

export const metadata: Metadata = { title: "Deleted sections and topics" };

type Props = { searchParams: Promise<{ q?: string }> };

/** Sections and topics go by merging alone: one that nothing is in any more is retired. */
export default async function DeletedSectionsPage({ searchParams }: Props) {
  await requireStaff("taxonomy:manage");
  const { q = "" } = await searchParams;
  const now = new Date();
  const merged = await listMerges(["section", "topic"], q.trim(), now);
  return (
    <>
      <PageHeading
        title="Sections & topics"
        about={`What went into another one in the last ${UNDO_DAYS} days. Retired ones are in their lists.`}
      />
      <Tabs label="Sections and topics" tabs={tabs} current={DELETED} />
      <Panel>
        <SearchForm label="Search deleted sections and topics" query={q} />
        {merged.length === 0 && <EmptyState title={q ? `Nothing deleted is called “${q}”` : "Nothing was merged"} />}
      </Panel>
      <MergedThings
        things={merged}
        actionOf={({ kind }) => (kind === "section" ? undoSectionMerge : undoTopicMerge)}
        now={now}
        timeZone={(await readSettings()).timeZone}
      />
    </>
  );
}
