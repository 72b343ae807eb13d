import type { Metadata } from "next";
import Link from "next/link";
import { requireArticle } from "#app/_server/article-access";
import { deskClock } from "#components/desk/desk-clock";
import { SelectField, TextField } from "#components/desk/field";
import { FollowedPreview } from "#components/desk/followed-preview";
import { DeskForm } from "#components/desk/form";
import { PageHeading } from "#components/desk/page-heading";
import { Panel } from "#components/desk/panel";
import { Tabs } from "#components/desk/table";
import { listPreviews } from "#db/articles/preview-links";
import { readSettings } from "#db/settings";
import { offer, revoke } from "./actions.ts";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: "Share the draft" };

export default async function PreviewPage({ params, searchParams }: Props) {
  const { articleId } = await requireArticle((await params).id);
  const now = new Date();
  const [links, { timeZone }, asked] = await Promise.all([listPreviews(articleId, now), readSettings(), searchParams]);
  const clock = deskClock(timeZone, now);
  const here = `/desk/articles/${articleId}/preview`;
  const width = asked.width === "phone" ? "phone" : "desktop";
  const ofArticle = <input type="hidden" name="articleId" value={articleId} />;
  return (
    <>
      <PageHeading title="Share the draft" about="As readers will see it. What somebody writes on shows by itself.">
        <Link href={`/desk/articles/${articleId}`}>Back to writing</Link>
      </PageHeading>
      <Panel
        title="Links for outsiders"
        about="A link opens the draft, as it stands then, to whoever has it. It is not indexed or cached. Notes left there, without an account, show beside the text when you write."
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
      <Tabs
        label="Width"
        current={width === "phone" ? `${here}?width=phone` : here}
        tabs={[
          { href: here, label: "Desktop" },
          { href: `${here}?width=phone`, label: "Phone" },
        ]}
      />
      <FollowedPreview articleId={articleId} width={width} />
    </>
  );
}
