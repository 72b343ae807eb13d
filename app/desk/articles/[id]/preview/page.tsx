import type { Metadata } from "next";
import Link from "next/link";
import { requireArticle } from "#app/_server/article-access";
import { deskClock } from "#components/desk/desk-clock";
import { DraftNote } from "#components/desk/draft-note";
import { SelectField, TextArea, TextField } from "#components/desk/field";
import { DeskForm } from "#components/desk/form";
import { PageHeading } from "#components/desk/page-heading";
import { Panel } from "#components/desk/panel";
import { PreviewFrame } from "#components/desk/preview-frame";
import { Tabs } from "#components/desk/table";
import { listNotes } from "#db/articles/article-notes";
import { listPreviews } from "#db/articles/preview-links";
import { readSettings } from "#db/settings";
import { leave, offer, revoke, settle } from "./actions.ts";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: "Preview and notes" };

export default async function PreviewPage({ params, searchParams }: Props) {
  const { articleId } = await requireArticle((await params).id);
  const now = new Date();
  const [notes, links, { timeZone }, asked] = await Promise.all([
    listNotes(articleId),
    listPreviews(articleId, now),
    readSettings(),
    searchParams,
  ]);
  const clock = deskClock(timeZone, now);
  const here = `/desk/articles/${articleId}/preview`;
  const width = asked.width === "phone" ? "phone" : "desktop";
  const ofArticle = <input type="hidden" name="articleId" value={articleId} />;
  return (
    <>
      <PageHeading title="Preview and notes" about="As readers will see it, from the text as it was last saved.">
        <Link href={`/desk/articles/${articleId}`}>Back to writing</Link>
      </PageHeading>
      <Tabs
        label="Width"
        current={width === "phone" ? `${here}?width=phone` : here}
        tabs={[
          { href: here, label: "Desktop" },
          { href: `${here}?width=phone`, label: "Phone" },
        ]}
      />
      <PreviewFrame articleId={articleId} width={width} />
      <Panel title="Notes" about="On a passage or on the whole. Outsiders with a link see the open ones, too.">
        {notes.map((note) => (
          <DraftNote key={note.id} note={note} clock={clock}>
            <DeskForm action={settle} submit={note.resolvedAt ? "Open again" : "Settle"} kind="quiet">
              {ofArticle}
              <input type="hidden" name="noteId" value={note.id} />
              <input type="hidden" name="settled" value={note.resolvedAt ? "no" : "yes"} />
            </DeskForm>
          </DraftNote>
        ))}
        <DeskForm action={leave} submit="Leave a note" kind="plain">
          {ofArticle}
          <TextField name="passage" label="About these words" hint="Copied from the text; left empty for the whole." />
          <TextArea name="text" label="Note" rows={3} />
        </DeskForm>
      </Panel>
      <Panel
        title="Links for outsiders"
        about="A link opens the draft, as it stands then, to whoever has it. It is not indexed or cached, and notes can be left without an account."
      >
        {links.map(({ id, label, expiresAt }) => (
          <DeskForm
            key={id}
            action={revoke}
            submit="Revoke"
            kind="danger"
            beside={
              <span>
                For {label}, until {clock(expiresAt)}
              </span>
            }
          >
            {ofArticle}
            <input type="hidden" name="linkId" value={id} />
          </DeskForm>
        ))}
        <DeskForm action={offer} submit="Make a link" kind="plain">
          {ofArticle}
          <TextField name="label" label="For whom" hint="Only the desk sees this." />
          <SelectField
            name="days"
            label="Opens for"
            defaultValue="7"
            options={[
              { value: "1", label: "A day" },
              { value: "7", label: "A week" },
              { value: "30", label: "A month" },
            ]}
          />
        </DeskForm>
      </Panel>
    </>
  );
}
