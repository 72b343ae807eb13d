import type { HistoryLine } from "./edited-article.ts";
import styles from "./side.module.css";

/** What is in the log of an article, as a sentence goes on after a name. */
const verbs: Record<string, string> = {
  begin: "began it",
  submit: "handed it in",
  "ask-for-changes": "asked for changes",
  approve: "approved it",
  schedule: "scheduled it",
  unschedule: "took it off the schedule",
  publish: "published it",
  withdraw: "withdrew it",
  correct: "published a correction",
  move: "moved it",
  topics: "set its topics",
  translate: "named a translation of it",
  "leave-translations": "took it from its translations",
  restore: "restored an earlier version",
  delete: "deleted it",
  "bring-back": "brought it back",
  import: "imported it",
  comments: "changed its comments",
  "offer-preview": "made a preview link",
  "revoke-preview": "revoked a preview link",
  note: "left a note",
  "reply-to-note": "answered a note",
  "resolve-note": "resolved a note",
  "reopen-note": "took a note up again",
  "delete-note": "deleted a note",
};

type Props = { history: readonly HistoryLine[]; clock: (at: Date) => string };

/** Every step the article has taken, newest first. */
export function HistoryPanel({ history, clock }: Props) {
  if (history.length === 0) return <p className={styles.hint}>Nothing yet.</p>;
  return (
    <ol className={styles.history}>
      {history.map(({ id, at, who, verb, note }) => (
        <li key={id}>
          <strong>{who || "The desk"}</strong> {verbs[verb] ?? verb}, {clock(at)}
          {note && <q>{note}</q>}
        </li>
      ))}
    </ol>
  );
}
