"use client";

import { type ChangeEvent, type ComponentProps, type MouseEvent, type ReactNode, useSyncExternalStore } from "react";
import { VisuallyHidden } from "#components/ui/visually-hidden";
import { Button } from "./button.tsx";
import styles from "./change-many.module.css";
import { SelectField } from "./field.tsx";
import { DeskForm, SubmitButton, useField } from "./form.tsx";

const TICKS = "ids[]";

type Choice = { id: number; name: string };

type Props = Pick<ComponentProps<typeof DeskForm>, "action"> & {
  sections: readonly Choice[];
  topics: readonly Choice[];
  /** There are articles to tick. */
  some: boolean;
  /** The list, with an `ArticleTick` for each article. */
  children: ReactNode;
};

/**
 * A list of articles whose ticked ones are given a section or a topic together. Works with scripts off. What to change
 * stands below the list, in view while something is ticked: above, it would push the rows from under the pointer.
 */
export function ChangeMany({ action, sections, topics, some, children }: Props) {
  return (
    <DeskForm action={action} label="Change ticked articles" className={styles.form} isForChoosing>
      <div onChange={unfoldAtFirstTick}>{children}</div>
      {some && <Bar sections={sections} topics={topics} />}
    </DeskForm>
  );
}

/** Once: who folds it up again wants to see the list. A telephone has no room for both, and shows the way to it. */
function unfoldAtFirstTick({ target, currentTarget }: ChangeEvent<HTMLDivElement>) {
  const bar = currentTarget.nextElementSibling;
  const ticked = [...currentTarget.querySelectorAll<Element>(`[name="${TICKS}"]:checked`)];
  const isFirst = ticked.length === 1 && ticked[0] === target;
  if (isFirst && bar instanceof HTMLDetailsElement && matchMedia("(width >= 44rem)").matches) bar.open = true;
}

function Bar({ sections, topics }: Pick<Props, "sections" | "topics">) {
  const { error } = useField("ids");
  const section = useField("sectionId");
  return (
    <details className={styles.bar} open={section.typed !== undefined}>
      <summary>Change several at once</summary>
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      <div className={styles.choices}>
        <SelectField name="sectionId" label="Change section to" options={optionsOf("Leave as it is", sections)} />
        <SelectField name="topicId" label="Add topic" options={optionsOf("None", topics)} />
        <div className={styles.buttons}>
          <TickAll />
          <SubmitButton kind="plain">Change the ticked ones</SubmitButton>
        </div>
      </div>
    </details>
  );
}

const optionsOf = (none: string, choices: readonly Choice[]) => [
  { value: "", label: none },
  ...choices.map(({ id, name }) => ({ value: String(id), label: name })),
];

/** Chooses an article of the list. What was ticked stays ticked where the change is refused. */
export function ArticleTick({ id, headline }: { id: number; headline: string }) {
  const { typed } = useField(TICKS);
  const wasTicked = typed?.split(" ").includes(String(id)) ?? false;
  return (
    <label className={styles.tick}>
      <input type="checkbox" name={TICKS} value={id} defaultChecked={wasTicked} />
      <VisuallyHidden>Tick “{headline || "Untitled"}”</VisuallyHidden>
    </label>
  );
}

const never = () => () => {};

/** Ticks the whole page of the list, or none of it once all are ticked. Only where scripts run. */
function TickAll() {
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!isAlive) return null;
  const tick = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    const boxes = [...(currentTarget.form?.querySelectorAll<HTMLInputElement>(`[name="${TICKS}"]`) ?? [])];
    const all = boxes.every(({ checked }) => checked);
    for (const box of boxes) box.checked = !all;
  };
  return (
    <Button kind="quiet" onClick={tick}>
      Tick all of this page
    </Button>
  );
}
