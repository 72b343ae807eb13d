import { mayDelete, mayMove, mayOpenArticle, mayTake } from "#core/article-access";
import { localTime } from "#core/local-time";
import { may } from "#core/permissions";
import { verbsFrom } from "#core/workflow";
import { listNotes } from "#db/articles/article-notes";
import {
  findArticleRow,
  listArticleHistory,
  listCorrections,
  listNamesOf,
  listPicturesOf,
  listSectionChoices,
  listTopicChoices,
  listTopicIds,
} from "#db/articles/article-surroundings";
import { findStandingDraft } from "#db/articles/standing-draft";
import { listOtherVersions } from "#db/articles/translations";
import { goesOutAt, isLive } from "#db/articles/working-article";
import { environment } from "#db/environment";
import { readSettings } from "#db/settings";
import type { DeskStaff } from "./session.ts";

/** An article with all that the page around its text shows, as this person may see it. */
export async function readEditedArticle(staff: DeskStaff, articleId: number, now: Date) {
  const [row, start] = await Promise.all([findArticleRow(articleId, now), findStandingDraft(articleId)]);
  if (!row || !start) return undefined;
  const { timeZone } = await readSettings();
  const waiting = goesOutAt(row, now);
  const [topicIds, bylineNames, pictures, history, corrections, versions, notes] = await Promise.all([
    listTopicIds(articleId),
    listNamesOf(start.content.bylines.map(({ contributorId }) => contributorId)),
    listPicturesOf(start.content),
    listArticleHistory(articleId),
    listCorrections(articleId),
    listOtherVersions(row, now),
    listNotes(articleId),
  ]);
  const live = isLive(row, now);
  return {
    id: row.id,
    start,
    state: row.state,
    isLive: live,
    publishedAt: row.publishedAt,
    goesOutAt: waiting,
    sectionId: row.sectionId,
    topicIds,
    commentsOpen: row.commentsOpen,
    commentsCloseAt: row.commentsCloseAt ? localTime(row.commentsCloseAt, timeZone) : "",
    bylineNames,
    pictures,
    verbs: verbsFrom(row.state, { waits: waiting !== null }).filter((verb) => mayTake(staff, verb, row)),
    mayMove: mayMove(staff, row),
    mayDelete: mayDelete(staff, row),
    mayCorrect: live && may(staff.role, "article:publish"),
    history,
    corrections,
    // Of what this person may not open, only that it is there.
    translations: versions.map(({ createdBy, ...version }) => {
      const isOpen = mayOpenArticle(staff, { createdBy });
      return { ...version, headline: isOpen ? version.headline : "An article of somebody else’s", isOpen };
    }),
    notes,
  };
}

/** The publication, as far as the editor needs it. */
export async function readEditorHouse({ staffId, name }: DeskStaff) {
  const [{ language, timeZone }, sections, topics] = await Promise.all([
    readSettings(),
    listSectionChoices(),
    listTopicChoices(),
  ]);
  return { staff: { staffId, name }, sections, topics, language, timeZone, site: environment().PUBLIC_URL ?? "" };
}
