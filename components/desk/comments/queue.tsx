"use client";

import { type FormEvent, useLayoutEffect, useRef } from "react";
import { nothingDecided, type QueueState } from "#core/queue-state";
import { Button } from "../button.tsx";
import { Notice } from "../panel.tsx";
import { showWhatIsKept } from "../sent-fields.ts";
import { useSentForm } from "../use-sent-form.ts";
import styles from "./queue.module.css";
import { QueueCard, type QueueCardComment, type QueueCardProps } from "./queue-card.tsx";
import { useQueueKeys } from "./queue-keys.ts";

type Props = Pick<QueueCardProps, "timeZone" | "now" | "mayReveal"> & {
  comments: readonly QueueCardComment[];
  actions: QueueCardProps["actions"] & {
    decide: (before: QueueState, form: FormData) => Promise<QueueState>;
  };
};

const FORM = "queue";

const failed = ({ undo }: QueueState, done: string): QueueState => ({ done, undo, isFailed: true });

function tickAll(list: HTMLElement | null, ticked: boolean): void {
  for (const box of list?.querySelectorAll<HTMLInputElement>("input[name=id]") ?? []) box.checked = ticked;
}

/** The moderation queue. Each button works with scripts off; the keys j k a s d x u are for who clears many. */
export function Queue({ comments, actions, ...rest }: Props) {
  const { state, pending, sent, form } = useSentForm(actions.decide, nothingDecided, failed);
  const list = useRef<HTMLDivElement>(null);
  useQueueKeys(list, comments);
  const sendAndKeep = (event: FormEvent<HTMLFormElement>) => {
    form.onSubmit(event);
    // What is ticked was not meant by the button of one comment.
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (!(submitter instanceof HTMLButtonElement && submitter.name === "all")) sent.current.clear();
  };
  useLayoutEffect(() => {
    if (state.done && !state.isFailed) showWhatIsKept(sent.current);
  }, [state, sent]);
  return (
    <div ref={list} className={styles.queue} aria-busy={pending}>
      <form
        id={FORM}
        action={form.action}
        onSubmit={sendAndKeep}
        className={styles.bulk}
        aria-label="Decide on the ticked comments"
      >
        {comments.length > 0 && (
          <>
            <label className={`${styles.bulkLabel} ${styles.scripted}`}>
              <input type="checkbox" onChange={({ target }) => tickAll(list.current, target.checked)} /> All
            </label>
            <span className={styles.bulkLabel}>Ticked:</span>
            <Button type="submit" name="all" value="approved">
              Approve
            </Button>
            <Button type="submit" name="all" value="spam">
              Spam
            </Button>
            <Button type="submit" name="all" value="removed">
              Remove
            </Button>
            <p className={`${styles.keys} ${styles.scripted}`}>
              <kbd>j</kbd> <kbd>k</kbd> move · <kbd>a</kbd> approve · <kbd>s</kbd> spam · <kbd>d</kbd> remove ·{" "}
              <kbd>x</kbd> tick · <kbd>u</kbd> undo
            </p>
          </>
        )}
        {state.done && (
          <div className={styles.done}>
            <Notice tone={state.isFailed ? "danger" : "good"}>
              {state.done}{" "}
              {state.undo && (
                <Button type="submit" kind="quiet" name="undo" value={state.undo} data-key="u">
                  Undo
                </Button>
              )}
            </Notice>
          </div>
        )}
      </form>
      {comments.map((comment) => (
        <QueueCard key={comment.id} comment={comment} form={FORM} actions={actions} {...rest} />
      ))}
    </div>
  );
}
