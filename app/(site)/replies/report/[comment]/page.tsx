import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NoticePage } from "#components/comment/notice-page";
import { ReportForm } from "#components/comment/report-form";
import { commentsPagePath } from "#core/comment-thread";
import { articlePath } from "#core/paths";
import { findCommentToReport } from "#db/comment-reports";
import { findPageOfComment } from "#db/comments-published";
import { answeredForm } from "#delivery/page-context";
import { Framed } from "../../../framed";

type Props = { params: Promise<{ comment: string }>; searchParams: Promise<{ done?: string | string[] }> };

export const metadata: Metadata = { title: "Report a comment", robots: { index: false, follow: false } };

export default async function ReportPage({ params, searchParams }: Props) {
  const [{ comment: id }, { done }] = await Promise.all([params, searchParams]);
  const found = /^[1-9]\d{0,9}$/.test(id) ? await findCommentToReport(Number(id)) : undefined;
  if (!found) notFound();
  const page = (await findPageOfComment(found.articleId, found.id)) ?? 1;
  const path = commentsPagePath(articlePath(found.sectionSlug, found.articleSlug), page, "oldest");
  const back = `${path}#comment-${found.id}`;
  return (
    <Framed>
      {done === "reported" ? (
        <NoticePage title="Thank you">
          <p>A moderator will look at this comment. Nobody is told who reported it.</p>
          <p>
            <a href={back}>Back to the article</a>
          </p>
        </NoticePage>
      ) : (
        <ReportForm comment={found} back={back} answered={answeredForm("report")} />
      )}
    </Framed>
  );
}
