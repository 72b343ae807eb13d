import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireStaff } from "#app/_server/session";
import { Ago } from "#components/desk/ago";
import { Ask } from "#components/desk/ask";
import { TextField } from "#components/desk/field";
import { DeskForm } from "#components/desk/form";
import { ImportReport } from "#components/desk/import/import-report";
import { PageHeading } from "#components/desk/page-heading";
import { Notice, Panel } from "#components/desk/panel";
import { RunProgress } from "#components/desk/run-progress";
import { sizeInWords } from "#core/size-in-words";
import { readSettings } from "#db/settings";
import { findExport, type KeptExport } from "#exchange/desk-import/kept-export";
import { type RunName, type RunState, readRun } from "#exchange/desk-import/read-run";
import { remove, takeIn, tryOut } from "../actions.ts";
import { sourceNames } from "../import-words.ts";

export const metadata: Metadata = { title: "Import" };

type Props = { params: Promise<{ id: string }> };

export default async function ExportPage({ params }: Props) {
  await requireStaff("import:run");
  const kept = await findExport((await params).id);
  if (!kept) notFound();
  const tried = await readRun(kept, "dry-run");
  const done = await readRun(kept, "import");
  const { timeZone } = await readSettings();
  const bytes = kept.files.reduce((sum, file) => sum + file.bytes, 0);
  const isRunning = tried.kind === "running" || done.kind === "running";
  const names = kept.files.map(({ name }) => name).join(", ");
  return (
    <>
      <PageHeading
        title={names}
        about={
          <>
            {sourceNames[kept.source]} export, {sizeInWords(bytes)}, brought by {kept.by}{" "}
            <Ago at={kept.at} now={new Date()} timeZone={timeZone} /> · <Link href="/desk/import">All imports</Link>
          </>
        }
      >
        {!isRunning && (
          <Ask button="Remove" question={`Remove ${names} and its reports?`}>
            <p>What was taken in stays. Without this, it goes by itself after 30 days.</p>
            <DeskForm action={remove} submit="Remove it" kind="danger">
              <input type="hidden" name="id" value={kept.id} />
            </DeskForm>
          </Ask>
        )}
      </PageHeading>
      {done.kind !== "not-begun" && <Run kept={kept} run="import" state={done} />}
      {done.kind === "not-begun" && <Run kept={kept} run="dry-run" state={tried} />}
      {tried.kind === "finished" && done.kind !== "running" && done.kind !== "finished" && <TakeIn kept={kept} />}
    </>
  );
}

const titles: Record<RunName, Partial<Record<RunState["kind"], string>>> = {
  "dry-run": { running: "Being tried out", finished: "What would come in" },
  import: { running: "Being taken in", finished: "What came in" },
};

const meanwhile: Record<RunName, string> = {
  "dry-run": "It works on a copy, so nobody notices.",
  import: "Readers can read all the while; comments and the desk wait only while it writes.",
};

function Run({ kept, run, state }: { kept: KeptExport; run: RunName; state: RunState }) {
  const here = `/desk/import/${kept.id}`;
  const title = titles[run][state.kind] ?? "What happened";
  switch (state.kind) {
    case "running":
      return (
        <Panel title={title} about={`You need not wait here: it goes on by itself. ${meanwhile[run]}`}>
          <RunProgress key={run} address={`${here}/progress`} first={state} here={here} />
        </Panel>
      );
    case "finished":
      return (
        <Panel title={title} about={run === "dry-run" ? "Nothing has been written." : undefined}>
          <ImportReport {...state.report} />
          <p>
            <a href={`${here}/report?run=${run}`} download>
              Download the whole report as JSON
            </a>
          </p>
        </Panel>
      );
    case "refused":
      return (
        <Panel title={title}>
          <Notice tone="danger">{state.words}</Notice>
          {run === "dry-run" && <TryOut kept={kept} />}
        </Panel>
      );
    case "broke-off":
      return (
        <Panel title={title}>
          <Notice tone="danger">
            It ended before its time: the server was stopped, or the machine ran out of room. Nothing stays of the file
            it was at, and running it again does nothing twice.
          </Notice>
          {run === "dry-run" && <TryOut kept={kept} />}
        </Panel>
      );
    case "not-begun":
      return (
        <Panel title="Not tried out yet" about="Another import was running when this was brought.">
          <TryOut kept={kept} />
        </Panel>
      );
  }
}

const TryOut = ({ kept }: { kept: KeptExport }) => (
  <DeskForm action={tryOut} submit="Try it out" label="Try it out">
    <input type="hidden" name="id" value={kept.id} />
  </DeskForm>
);

const TakeIn = ({ kept: { id, source } }: { kept: KeptExport }) => (
  <Panel
    title="Take it in"
    about="This writes what the report above says. Articles that were edited here stay as they are, and running it again later takes in only what is new. While it writes, comments and the desk wait their turn."
  >
    <DeskForm action={takeIn} submit="Take it in for good" label="Take it in">
      <input type="hidden" name="id" value={id} />
      {source !== "disqus" && (
        <TextField
          name="site"
          label="The old site, for its pictures"
          hint="Such as old.example.org. Pictures that the export names are fetched from there and from nowhere else. Left empty, cards lead to where they were."
          spellCheck={false}
          autoCapitalize="none"
          inputMode="url"
        />
      )}
    </DeskForm>
  </Panel>
);
