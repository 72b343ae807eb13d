import type { CommentStatus } from "#core/comment";
import { excerptOf } from "#core/comment-text";
import type { FormState } from "#core/form-state";
import { Ago } from "../ago.tsx";
import { Button } from "../button.tsx";
import { TextArea } from "../field.tsx";
import { DeskForm } from "../form.tsx";
import { Badge, type Tone } from "../panel.tsx";
import styles from "./queue.module.css";

type FormAction = (before: FormState, form: FormData) => Promise<FormState>;

export type QueueCardComment = {
  id: number;
  text: string;
  authorName: string;
  website: string | null;
  status: CommentStatus;
  /** In words. */
  findings: string[];
  postedAt: Date;
  editedAt: Date | null;
  byStaff: boolean;
  headline: string;
  path: string;
  inReplyTo: { id: number; authorName: string; text: string } | undefined;
  commenter:
    | { address: string; confirmed: boolean; banned: boolean; history: Readonly<Record<CommentStatus, number>> }
    | undefined;
  reports: string[];
};

export type QueueCardProps = {
  comment: QueueCardComment;
  /** The form that its decisions are sent with. */
  form: string;
  timeZone: string;
  now: Date;
  mayReveal: boolean;
  actions: { reply: FormAction; reveal: FormAction; ban: FormAction };
};

const statusWords: Record<CommentStatus, [words: string, tone: Tone]> = {
  held: ["Waiting", "warn"],
  approved: ["Approved", "good"],
  spam: ["Spam", "danger"],
  removed: ["Removed", "plain"],
};

/** One comment as moderators see it: what it answers, what it says, why it is here, and who has written what before. */
export function QueueCard({ comment, form, timeZone, now, mayReveal, actions }: QueueCardProps) {
  const { id, text, authorName, status, inReplyTo, findings, reports } = comment;
  const [words, tone] = statusWords[status];
  const decision = (key: string, to: CommentStatus, label: string) =>
    status !== to && (
      <Button
        type="submit"
        form={form}
        name="one"
        value={`${id} ${to}`}
        data-key={key}
        kind={to === "approved" ? "main" : "plain"}
      >
        {label}
      </Button>
    );
  return (
    <article className={styles.card} data-card tabIndex={-1} aria-labelledby={`comment-${id}-author`}>
      <header className={styles.head}>
        <input
          type="checkbox"
          form={form}
          name="id"
          value={id}
          data-key="x"
          aria-label={`Tick the comment by ${authorName}`}
        />
        <h2 className={styles.author} id={`comment-${id}-author`}>
          <bdi>{authorName || "Taken back"}</bdi>
        </h2>
        <Badge tone={tone}>{words}</Badge>
        {comment.byStaff && <Badge tone="accent">Staff</Badge>}
        <span className={styles.moment}>
          <Ago at={comment.postedAt} now={now} timeZone={timeZone} />
          {comment.editedAt && ", edited"}
        </span>
      </header>
      <p className={styles.place}>
        Under <a href={status === "approved" ? `${comment.path}#comment-${id}` : comment.path}>{comment.headline}</a>
      </p>
      {inReplyTo && (
        <blockquote className={styles.parent}>
          <strong>
            <bdi>{inReplyTo.authorName}</bdi>
          </strong>{" "}
          {excerptOf(inReplyTo.text, 240)}
        </blockquote>
      )}
      <p className={styles.text} dir="auto">
        {text}
      </p>
      {comment.website && <p className={styles.website}>{comment.website}</p>}
      {(findings.length > 0 || reports.length > 0) && (
        <ul className={styles.findings}>
          {reports.map((reason, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two readers may give the same reason
            <li key={at} className={styles.report}>
              A reader reported: {reason}
            </li>
          ))}
          {findings.map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
        </ul>
      )}
      {comment.commenter && (
        <Commenter comment={comment} commenter={comment.commenter} mayReveal={mayReveal} actions={actions} />
      )}
      <div className={styles.decisions}>
        {decision("a", "approved", "Approve")}
        {comment.reports.length > 0 && (
          <Button type="submit" form={form} name="one" value={`${id} approved`} data-key="a" kind="main">
            Keep it
          </Button>
        )}
        {decision("s", "spam", "Spam")}
        {decision("d", "removed", "Remove")}
      </div>
      {text !== "" && (
        <details className={styles.more}>
          <summary>{status === "approved" ? "Reply" : "Approve and reply"}</summary>
          <DeskForm action={actions.reply} submit="Post the reply" label={`Reply to ${authorName}`}>
            <input type="hidden" name="id" value={id} />
            <TextArea name="text" label="Your reply, shown as by staff" rows={4} required />
          </DeskForm>
        </details>
      )}
    </article>
  );
}

function Commenter({
  comment: { id },
  commenter: { address, confirmed, banned, history },
  mayReveal,
  actions,
}: Pick<QueueCardProps, "mayReveal" | "actions"> & {
  comment: QueueCardComment;
  commenter: NonNullable<QueueCardComment["commenter"]>;
}) {
  const before = (["approved", "held", "spam", "removed"] as const)
    .filter((status) => history[status] > 0)
    .map((status) => `${history[status]} ${statusWords[status][0].toLowerCase()}`);
  return (
    <details className={styles.more}>
      <summary>
        {address} · {confirmed ? "confirmed" : "not confirmed"} · here: {before.join(", ")}
        {banned && " · banned"}
      </summary>
      <div className={styles.deeds}>
        {mayReveal && address.includes("@") && (
          <DeskForm action={actions.reveal} submit="Show the address" kind="plain" label="Show the address">
            <input type="hidden" name="id" value={id} />
          </DeskForm>
        )}
        <DeskForm
          action={actions.ban}
          submit={banned ? "End the ban" : "Ban this address"}
          kind={banned ? "plain" : "danger"}
          label="Ban"
        >
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="banned" value={banned ? "no" : "yes"} />
        </DeskForm>
      </div>
    </details>
  );
}
