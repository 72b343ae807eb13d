import { EDIT_MINUTES, MOST_MAILS_AN_HOUR, NETWORK_HASH_DAYS, PRIVATE_LINK_DAYS } from "#core/comment-deeds";
import type { Settings } from "#core/settings";
import styles from "./private-page.module.css";

type Props = {
  settings: Pick<Settings, "name" | "comments" | "commentModeration" | "commentAddressDays" | "commentsCloseAfterDays">;
};

const days = (number: number) => (number === 1 ? "one day" : `${number} days`);

const waiting: Record<Settings["commentModeration"], string> = {
  "first-time":
    "A first comment waits until a moderator has read it. Whoever has had a comment approved need only confirm, by a link we mail, that a new one is theirs: a typed address proves nothing.",
  all: "Every comment waits until a moderator has read it.",
  none: "Comments are shown at once. What looks like spam waits until a moderator has read it.",
};

/** What is kept of readers and for how long, in words made from the settings in force. */
export function PrivacyWords({ settings }: Props) {
  const { name, comments, commentModeration, commentAddressDays, commentsCloseAfterDays } = settings;
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>What we keep, and for how long</h1>
      <p>This page is made by the software from the settings of {name} as they are now.</p>
      <section className={styles.part}>
        <h2>When you read</h2>
        <p>
          Nothing about you. No cookie is set, nothing is loaded from anybody else, and your browser keeps nothing but
          copies of our pages and, if you change it, the size of the text. We count how often an article is read, not
          who reads it.
        </p>
      </section>
      <section className={styles.part}>
        <h2>When you comment</h2>
        {comments === "closed" && (
          <p>Comments are closed at present. What follows holds for those that were written.</p>
        )}
        <p>{waiting[commentModeration]}</p>
        <dl className={styles.kept}>
          <dt>Your words, your name, and your website if you give one</dt>
          <dd>
            Shown on the page for as long as the article is. You can change the words for {EDIT_MINUTES} minutes and
            take them back at any time.
          </dd>
          <dt>Your email address</dt>
          <dd>
            Never published, and neither is anything made from it: no picture, no number, no code. It is kept encrypted,
            with a key that is not in the same place, beside a code that only says whether two comments have the same
            address.{" "}
            {commentAddressDays === null
              ? "It is kept until you erase it."
              : `Both are erased ${days(commentAddressDays)} after your last comment; of an address that was banned, the code stays.`}{" "}
            We write to it once after each comment, though {MOST_MAILS_AN_HOUR} times in an hour at the most, and about
            replies only if you ask and confirm. A moderator sees “j•••@e•••.org”; who is allowed to see all of it
            leaves a line in a log by doing so.
          </dd>
          <dt>The network you write from</dt>
          <dd>
            Only as a code that cannot be turned back, for {days(NETWORK_HASH_DAYS)}: it tells when one network sends
            too much.
          </dd>
          <dt>What you are writing</dt>
          <dd>
            Kept by your own browser until you post it, so that nothing is lost. If you tick “Remember my name and email
            on this device”, these are kept there too. None of it is sent to anybody before you press the button.
          </dd>
          <dt>What moderators decide</dt>
          <dd>
            Words of decided comments, alone and in pairs, are counted here, to know spam again. No comment is sent to
            anybody else to be judged.
          </dd>
        </dl>
        {commentsCloseAfterDays !== null && (
          <p>Comments close {days(commentsCloseAfterDays)} after an article appears.</p>
        )}
      </section>
      <section className={styles.part}>
        <h2>What you can do</h2>
        <p>
          The mail we send after each comment has a private link. For {days(PRIVATE_LINK_DAYS)} it lets you see where
          your comment stands, change or take it back, follow replies, take along everything you wrote here, and erase
          all of it. What is erased leaves no copy in our database; backups made before are kept apart and are not
          searched.
        </p>
      </section>
    </div>
  );
}
