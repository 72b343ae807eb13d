import type { ArticleDeeds } from "#core/article-deeds";
import { refuse } from "#core/result";
import { whyUnanswered } from "../unanswered.ts";

/** Deeds that answer where the desk does not, too: whoever waits is told, and keeps the page. */
export function answeredDeeds(deeds: ArticleDeeds): ArticleDeeds {
  return {
    ...deeds,
    takeStep: answered(deeds.takeStep),
    remove: answered(deeds.remove),
    correct: answered(deeds.correct),
    move: answered(deeds.move),
    setComments: answered(deeds.setComments),
    nameTranslation: answered(deeds.nameTranslation),
    leaveTranslations: answered(deeds.leaveTranslations),
    leaveNote: answered(deeds.leaveNote),
    replyToNote: answered(deeds.replyToNote),
    resolveNote: answered(deeds.resolveNote),
    deleteNote: answered(deeds.deleteNote),
    addTopic: answered(deeds.addTopic),
    addContributor: answered(deeds.addContributor),
  };
}

const answered =
  <Given extends unknown[], Answer>(deed: (...given: Given) => Promise<Answer>) =>
  (...given: Given) =>
    deed(...given).catch((error: unknown) => refuse(whyUnanswered(error)));
