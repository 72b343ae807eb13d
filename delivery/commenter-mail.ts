import type { CommentStatus } from "#core/comment";
import { EDIT_MINUTES, PRIVATE_LINK_DAYS } from "#core/comment-deeds";
import { excerptOf } from "#core/comment-text";
import { commentsPagePath } from "#core/comment-thread";
import { articlePath } from "#core/paths";
import type { OwnComment } from "#db/commenters-own";
import type { ReplyToTell } from "#db/reply-notices";
import type { Letter } from "#exchange/mail-transport";

type Publication = { name: string; address: string };

const standing: Record<CommentStatus, string> = {
  held: "A moderator will look at it before others can see it.",
  approved: "It can be read on the page.",
  // Whoever sent it is told what every first-time commenter is told.
  spam: "A moderator will look at it before others can see it.",
  removed: "It has been removed.",
};

/** A mail reminds of a comment; the page has all of it. */
const excerpt = (text: string) => excerptOf(text, 280);

/** Lines that mail programs, and people who open the file of a letter, need not break themselves. Links stay whole. */
function wrapped(text: string): string {
  return text
    .split("\n")
    .map((line) => {
      const indent = /^ */.exec(line)?.[0] ?? "";
      const lines = [""];
      for (const word of line.trim().split(" ")) {
        const last = lines.at(-1) ?? "";
        if (last !== "" && indent.length + last.length + 1 + word.length > 72) lines.push(word);
        else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
      }
      return lines.map((one) => (one === "" ? "" : indent + one)).join("\n");
    })
    .join("\n");
}

/**
 * What happens with a comment now, with the one private link to everything its writer may do. It says none of the words or
 * the name that were typed with the address: else our letters would carry anybody's words to anybody.
 *
 * `asked`: its writer asked to hear of replies, and has yet to confirm it.
 */
export function postedLetter(publication: Publication, own: OwnComment, token: string, asked: boolean): Letter {
  const link = `${publication.address}/replies/${token}`;
  const headline = own.headline ?? "an article";
  const standsNow = own.waitsForWriter
    ? "It waits for you: open the private link below and confirm that you wrote it, and it is on the page at once."
    : standing[own.status];
  return {
    subject: own.waitsForWriter ? `Please confirm your comment on "${headline}"` : `Your comment on "${headline}"`,
    text: wrapped(`Hello,

thank you for your comment on "${headline}" at ${publication.name}. ${standsNow}

${asked ? "You asked to hear when somebody replies. Please confirm that behind this link, where you can also" : "With this private link you can confirm that you wrote it,"} read it, change its words (for ${EDIT_MINUTES} minutes, or until somebody answers), take it back, follow replies, and take away or erase everything you wrote here:

${link}

The link works for ${PRIVATE_LINK_DAYS} days. Whoever has it can do these things, so please do not pass it on.

You did not write this? Somebody typed your address into our form. The same link removes the comment; if you do nothing, your address is not shown to anyone and is not used for anything else.
`),
  };
}

/** What has been answered since the last such mail: the first of `number` replies, and that there are more. */
export function repliesLetter(
  publication: Publication,
  replies: readonly (ReplyToTell & { page: number })[],
  number: number,
  token: string,
): Letter {
  const unsubscribe = `${publication.address}/replies/stop/${token}`;
  const [first] = replies;
  const told = replies.map(({ authorName, text, headline, page, id, sectionSlug, articleSlug }) => {
    const path = commentsPagePath(articlePath(sectionSlug, articleSlug), page, "oldest");
    return `${authorName}, under "${headline ?? ""}":

    ${excerpt(text)}

    ${publication.address}${path}#comment-${id}
`;
  });
  const more = number - replies.length;
  const andMore = more === 0 ? "" : `\n${more === 1 ? "One more stands" : `${more} more stand`} on the same pages.\n`;
  return {
    subject:
      number === 1
        ? `${first?.authorName} replied to you at ${publication.name}`
        : `${number} replies to you at ${publication.name}`,
    text: wrapped(`${told.join("\n")}${andMore}
You asked to be told of replies. To hear no more of any:

${unsubscribe}
`),
    unsubscribe,
  };
}
