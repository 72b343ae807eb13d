import type { Metadata } from "next";
import { requireStaff } from "#app/_server/session";
import { Ago } from "#components/desk/ago";
import { DeskForm } from "#components/desk/form";
import { PageHeading } from "#components/desk/page-heading";
import { EmptyState, Notice, Panel } from "#components/desk/panel";
import { RunProgress } from "#components/desk/run-progress";
import { Table } from "#components/desk/table";
import { sizeInWords } from "#core/size-in-words";
import { readSettings } from "#db/settings";
import { listBackups } from "#exchange/desk-backup/kept-backups";
import { readBackupRun } from "#exchange/desk-backup/run-backup";
import { makeBackup } from "./actions.ts";

export const metadata: Metadata = { title: "Backups" };

export default async function BackupsPage() {
  await requireStaff("backup:take");
  const run = await readBackupRun();
  const backups = await listBackups();
  const { timeZone } = await readSettings();
  const now = new Date();
  return (
    <>
      <PageHeading title="Backups" about="The whole publication in one file, to put away on another machine." />
      <Panel
        title="Make a backup"
        about="Readers and the desk go on meanwhile. The file is read again from end to end before it counts as made."
      >
        <LastRun run={run} now={now} timeZone={timeZone} />
      </Panel>
      <Panel
        title="Backups in the data folder"
        about="They lie on the same disk as the publication: download them and put them elsewhere."
      >
        {backups.length === 0 ? (
          <EmptyState title="No backup yet">Those that are made here or by the command line will be listed.</EmptyState>
        ) : (
          <Table
            caption="Backups, the newest first"
            rows={backups}
            keyOf={({ name }) => name}
            columns={[
              {
                title: "File",
                cell: ({ name }) => (
                  <a href={`/desk/backups/${name}`} download>
                    {name}
                  </a>
                ),
              },
              { title: "Made", cell: ({ at }) => <Ago at={at} now={now} timeZone={timeZone} /> },
              { title: "Size", kind: "figure", cell: ({ bytes }) => sizeInWords(bytes) },
            ]}
          />
        )}
      </Panel>
      <Panel title="What is in it, and how it is put back">
        <p>
          A backup holds every article, comment and picture, staff and settings; readers’ addresses in it are encrypted,
          and their keys are kept apart, in <code>keys.json</code> of the data folder: put a copy of that away
          elsewhere.
        </p>
        <p>
          On the machine, <code>npm run restore -- FILE</code> puts it back while the publication is not being served.
          The chapter “Backups” of <code>docs/operating.md</code> says more.
        </p>
      </Panel>
    </>
  );
}

type LastRunProps = { run: Awaited<ReturnType<typeof readBackupRun>>; now: Date; timeZone: string };

function LastRun({ run, now, timeZone }: LastRunProps) {
  if (run.kind === "running") return <RunProgress address="/desk/backups/progress" first={run} here="/desk/backups" />;
  return (
    <>
      {run.kind === "finished" && (
        <Notice tone="good">
          The last one, begun by {run.by} <Ago at={run.at} now={now} timeZone={timeZone} />, is whole:{" "}
          {run.report.articles.toLocaleString("en")} articles and {run.report.pictures.toLocaleString("en")} pictures in{" "}
          {sizeInWords(run.report.bytes)}, read again and verified.
        </Notice>
      )}
      {run.kind === "refused" && <Notice tone="danger">{run.words}</Notice>}
      {run.kind === "broke-off" && (
        <Notice tone="danger">
          The last one ended before its time: the server was stopped, or the disk is full. Nothing of it counts as a
          backup, and those before it are untouched.
        </Notice>
      )}
      <DeskForm action={makeBackup} submit="Make a backup now" label="Make a backup" />
    </>
  );
}
