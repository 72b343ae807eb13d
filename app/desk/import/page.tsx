import type { Metadata } from "next";
import Link from "next/link";
import { requireStaff } from "#app/_server/session";
import { Ago } from "#components/desk/ago";
import { UploadForm } from "#components/desk/import/upload-form";
import { PageHeading } from "#components/desk/page-heading";
import { Badge, EmptyState, Panel } from "#components/desk/panel";
import { Table } from "#components/desk/table";
import { sizeInWords } from "#core/size-in-words";
import { readSettings } from "#db/settings";
import { listExports } from "#exchange/desk-import/kept-export";
import { readRun } from "#exchange/desk-import/read-run";
import { exportRefusals, sourceNames, standing } from "./import-words.ts";

export const metadata: Metadata = { title: "Import" };

type Props = { searchParams: Promise<{ refused?: string }> };

export default async function ImportPage({ searchParams }: Props) {
  await requireStaff("import:run");
  const { refused = "" } = await searchParams;
  const refusal = Object.entries(exportRefusals).find(([reason]) => reason === refused)?.[1];
  const { timeZone } = await readSettings();
  const now = new Date();
  const rows = await Promise.all(
    (await listExports()).map(async (kept) => ({
      ...kept,
      ...standing(await readRun(kept, "dry-run"), await readRun(kept, "import")),
    })),
  );
  return (
    <>
      <PageHeading
        title="Import"
        about="Articles, authors, comments and old addresses from where the publication is today."
      />
      <Panel
        title="Bring an export"
        about="What it is shows by itself. It is tried out first, which writes nothing: you read what would come in and what would stay behind, and then decide."
      >
        <UploadForm action="/desk/import/upload" refusal={refusal} />
      </Panel>
      <Panel title="Exports brought here" about="Kept for 30 days. The files themselves go once they are taken in.">
        {rows.length === 0 ? (
          <EmptyState title="No export yet" />
        ) : (
          <Table
            caption="Exports, the newest first"
            rows={rows}
            keyOf={({ id }) => id}
            columns={[
              {
                title: "Files",
                cell: ({ id, files }) => (
                  <Link href={`/desk/import/${id}`}>{files.map(({ name }) => name).join(", ")}</Link>
                ),
              },
              { title: "From", kind: "whole", cell: ({ source }) => sourceNames[source] },
              { title: "State", cell: ({ words, tone }) => <Badge tone={tone}>{words}</Badge> },
              {
                title: "Size",
                kind: "figure",
                cell: ({ files }) => sizeInWords(files.reduce((sum, { bytes }) => sum + bytes, 0)),
              },
              {
                title: "Brought",
                cell: ({ at, by }) => (
                  <>
                    {by}, <Ago at={at} now={now} timeZone={timeZone} />
                  </>
                ),
              },
            ]}
          />
        )}
      </Panel>
    </>
  );
}
