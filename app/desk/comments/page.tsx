import type { Metadata } from "next";
import { listAddress, pageOf } from "#app/_server/list-address";
import { requireStaff } from "#app/_server/session";
import { ExportForm } from "#components/desk/comments/export-form";
import { Queue } from "#components/desk/comments/queue";
import { PageHeading } from "#components/desk/page-heading";
import { EmptyState } from "#components/desk/panel";
import { Pages, SearchForm, Tabs } from "#components/desk/table";
import { explainReport } from "#core/comment-report";
import { explainFinding } from "#core/finding-words";
import { articlePath } from "#core/paths";
import { may } from "#core/permissions";
import { countFound, countQueue, listQueue, QUEUE_PAGE, type QueueView, queueViews } from "#db/comment-queue";
import { readSettings } from "#db/settings";
import { ban, decide, reply, reveal } from "./actions.ts";

export const metadata: Metadata = { title: "Comments" };

type Props = { searchParams: Promise<{ show?: string; page?: string; q?: string }> };

const PATH = "/desk/comments";
const hrefOf = (view: QueueView) => listAddress(PATH, { show: view });

const labels: Record<QueueView, string> = {
  held: "Waiting",
  reported: "Reported",
  spam: "Spam",
  approved: "Approved",
  removed: "Removed",
};

const empty: Record<QueueView, string> = {
  held: "Nothing waits. Well done.",
  reported: "Readers have reported nothing that is still to be looked at.",
  spam: "There is no spam.",
  approved: "No comment has been approved yet.",
  removed: "No comment has been removed.",
};

export default async function CommentsPage({ searchParams }: Props) {
  const staff = await requireStaff("comment:moderate");
  const mayReveal = may(staff.role, "comment:reveal-address");
  const given = await searchParams;
  const view = queueViews.find((known) => known === given.show) ?? "held";
  const page = pageOf(given.page);
  const words = String(given.q ?? "")
    .trim()
    .slice(0, 200);
  const [counts, comments, { timeZone }] = await Promise.all([
    countQueue(),
    listQueue(view, page, words),
    readSettings(),
  ]);
  const total = words ? await countFound(view, words) : counts[view];
  return (
    <>
      <PageHeading title="Comments" about="What readers wrote, and what the policy made of it." />
      <Tabs
        label="Comments by what became of them"
        current={hrefOf(view)}
        tabs={queueViews.map((to) => ({ href: hrefOf(to), label: labels[to], count: counts[to] }))}
      />
      <SearchForm label="Search comments" query={words} keep={{ show: view }} />
      <Queue
        key={`${view} ${words}`}
        comments={comments.map(({ findings, reports, article, ...comment }) => ({
          ...comment,
          findings: findings.map(explainFinding),
          reports: reports.map(explainReport),
          headline: article.headline,
          path: articlePath(article.sectionSlug, article.slug),
        }))}
        timeZone={timeZone}
        now={new Date()}
        mayReveal={mayReveal}
        actions={{ decide, reply, reveal, ban }}
      />
      {comments.length === 0 && <EmptyState title={words ? `No comment here has “${words}” in it` : empty[view]} />}
      <Pages
        page={page}
        pages={Math.ceil(total / QUEUE_PAGE)}
        hrefOf={(number) => listAddress(PATH, { show: view, q: words, page: number })}
      />
      <ExportForm action={`${PATH}/export`} mayReveal={mayReveal} />
    </>
  );
}
