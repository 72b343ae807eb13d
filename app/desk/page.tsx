import type { Metadata } from "next";
import { requireStaff } from "#app/_server/session";
import { ButtonLink } from "#components/desk/button";
import { PageHeading } from "#components/desk/page-heading";
import { TodayGrid, TodayList, TodayNotice } from "#components/desk/today";
import { localTime, momentAt } from "#core/local-time";
import { may } from "#core/permissions";
import { listComingArticles } from "#db/articles/desk-articles";
import { readSettings } from "#db/settings";
import { countHeldComments, listInStates, listPublishedSince, listSentBack } from "#db/today";

export const metadata: Metadata = { title: "Today" };

const MOST = 8;

export default async function TodayPage() {
  const staff = await requireStaff("desk:open");
  const now = new Date();
  const { timeZone } = await readSettings();
  const writes = may(staff.role, "article:write");
  const reviews = may(staff.role, "article:review");
  const moderates = may(staff.role, "comment:moderate");
  const midnight = momentAt(`${localTime(now, timeZone).slice(0, 10)}T00:00`, timeZone) ?? now;
  const [sentBack, own, inReview, approved, coming, out, held] = await Promise.all([
    writes ? listSentBack(staff.staffId) : [],
    writes ? listInStates(["draft"], staff.staffId, MOST) : [],
    writes ? listInStates(["in-review"], reviews ? undefined : staff.staffId, MOST) : [],
    reviews ? listInStates(["approved"], undefined, MOST) : [],
    reviews ? listComingArticles(now, MOST) : [],
    listPublishedSince(midnight, now, MOST),
    moderates ? countHeldComments() : 0,
  ]);
  const clock = { timeZone, now };
  return (
    <>
      <PageHeading title={`Good day, ${staff.name}`}>
        {writes && (
          <ButtonLink kind="main" href="/desk/articles/new">
            New article
          </ButtonLink>
        )}
      </PageHeading>
      {held > 0 && (
        <TodayNotice href="/desk/comments">
          {held === 1 ? "One comment waits" : `${held} comments wait`} for a moderator
        </TodayNotice>
      )}
      {sentBack.map(({ id, headline, note }) => (
        <TodayNotice key={id} href={`/desk/articles/${id}`} note={note}>
          Changes were asked for: {headline || "Untitled"}
        </TodayNotice>
      ))}
      <TodayGrid>
        {writes && (
          <TodayList
            {...clock}
            title={reviews ? "Waiting to be read" : "With the editors"}
            articles={inReview}
            nothing={reviews ? "Nothing waits to be read." : "You have handed nothing in."}
          />
        )}
        {reviews && (
          <TodayList {...clock} title="Approved, ready to go out" articles={approved} nothing="Nothing is approved." />
        )}
        {writes && <TodayList {...clock} title="Your drafts" articles={own} nothing="You have no drafts." />}
        {reviews && (
          <TodayList
            {...clock}
            title="Scheduled"
            articles={coming.map((article) => ({ ...article, at: article.goesOutAt }))}
            nothing="Nothing is scheduled."
          />
        )}
        <TodayList {...clock} title="Published today" articles={out} nothing="Nothing yet today." />
      </TodayGrid>
    </>
  );
}
