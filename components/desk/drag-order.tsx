"use client";

import { type ReactNode, startTransition, useOptimistic, useState } from "react";
import { type FormState, untouchedForm } from "#core/form-state";
import styles from "./drag-order.module.css";
import { DeskForm, SubmitButton } from "./form.tsx";

type Item = { id: number; name: string; content: ReactNode };

type Props = {
  items: readonly Item[];
  /** Is sent `id`, and `to`, the place it goes to, counted from 0. */
  move: (before: FormState, form: FormData) => Promise<FormState>;
};

/** A list whose order is changed by dragging, and by buttons for whoever does not drag. */
export function DragOrder({ items, move }: Props) {
  const [shown, moveAtOnce] = useOptimistic(items, moved);
  const [dragged, setDragged] = useState<number>();
  const [over, setOver] = useState<number>();

  const drop = (to: number) => {
    const id = dragged;
    setDragged(undefined);
    setOver(undefined);
    if (id === undefined || shown[to]?.id === id) return;
    const form = new FormData();
    form.set("id", String(id));
    form.set("to", String(to));
    startTransition(async () => {
      moveAtOnce({ id, to });
      await move(untouchedForm, form);
    });
  };

  return (
    <ol className={styles.list}>
      {shown.map(({ id, name, content }, at) => (
        <li
          key={id}
          draggable
          data-dragged={id === dragged || undefined}
          data-over={(at === over && id !== dragged) || undefined}
          onDragStart={(event) => {
            // A question that is asked of the thing lies within it, and is not dragged.
            if (event.target instanceof Element && event.target.closest("dialog")) return event.preventDefault();
            event.dataTransfer.effectAllowed = "move";
            setDragged(id);
          }}
          onDragOver={(event) => {
            if (dragged === undefined) return;
            event.preventDefault();
            setOver(at);
          }}
          onDrop={(event) => {
            event.preventDefault();
            drop(at);
          }}
          onDragEnd={() => {
            setDragged(undefined);
            setOver(undefined);
          }}
        >
          <span className={styles.place} aria-hidden="true">
            {at + 1}
          </span>
          <div className={styles.content}>{content}</div>
          <div className={styles.steps}>
            <Step label={`Move ${name} up`} id={id} to={at - 1} move={move} isPossible={at > 0}>
              Up
            </Step>
            <Step label={`Move ${name} down`} id={id} to={at + 1} move={move} isPossible={at < shown.length - 1}>
              Down
            </Step>
          </div>
        </li>
      ))}
    </ol>
  );
}

function moved(items: readonly Item[], { id, to }: { id: number; to: number }): readonly Item[] {
  const item = items.find((one) => one.id === id);
  return item ? items.filter((one) => one.id !== id).toSpliced(to, 0, item) : items;
}

type StepProps = {
  label: string;
  id: number;
  to: number;
  move: Props["move"];
  isPossible: boolean;
  children: ReactNode;
};

function Step({ label, id, to, move, isPossible, children }: StepProps) {
  return (
    <DeskForm action={move} label={label} className={styles.step}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="to" value={to} />
      <fieldset disabled={!isPossible}>
        <SubmitButton kind="quiet">{children}</SubmitButton>
      </fieldset>
    </DeskForm>
  );
}
