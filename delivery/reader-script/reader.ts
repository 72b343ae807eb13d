import { keepDrafts } from "./drafts.ts";
import { layOutLater } from "./lay-out-later.ts";
import { goOnReading } from "./next-article.ts";
import { postInPlace } from "./post-comment.ts";
import { quoteSelection } from "./quote-selection.ts";
import { datesInWords } from "./relative-dates.ts";
import { replyInPlace } from "./reply-in-place.ts";
import { offerSharing } from "./share.ts";
import { rememberTextSize } from "./text-size.ts";
import { tellHowLong } from "./time-taken.ts";
import { countUnseenView } from "./viewed.ts";
import { whenNear } from "./when-near.ts";

/*
 * The one script of a reader's page. The page is whole without it: each of these makes something shorter that also works
 * by following a link or sending a form.
 */
rememberTextSize();
const comments = document.getElementById("comments");
if (comments) {
  whenNear(comments, () => datesInWords(comments));
  keepDrafts();
  tellHowLong();
  replyInPlace();
  postInPlace();
}
offerSharing(document);
goOnReading();
quoteSelection();
countUnseenView();
layOutLater(document);
