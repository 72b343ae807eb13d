"use client";

import { type ChangeEvent, type FormEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import type { StepAnswer, StepGiven } from "#core/article-deeds";
import type { ArticleState, WorkflowVerb } from "#core/workflow";
import { Button } from "../button.tsx";
import { Badge } from "../panel.tsx";
import type { EditedArticle } from "./edited-article.ts";
import styles from "./side.module.css";
import { stateWords, stepDone, stepRefusals, stepWords } from "./step-words.ts";

type Props = {
  article: EditedArticle;
  headline: string;
  /** Time and day in the publication's zone. */
  clock: (at: Date) => string;
  timeZone: string;
  /** Saves what was typed, takes the step, and answers. */
  take: (given: Omit<StepGiven, "version">) => Promise<StepAnswer>;
};

/** Where the article stands, and what can be done with it from here. */
export function StepsPanel({ article, headline, clock, timeZone, take }: Props) {
  const [opened, setOpened] = useState<WorkflowVerb>();
  const [said, setSaid] = useState<{ words: string; isRefusal: boolean }>();
  const [pending, setPending] = useState(false);
  const go = async (given: Omit<StepGiven, "version">) => {
    setPending(true);
    setSaid(undefined);
    const answer = await take(given).finally(() => setPending(false));
    setSaid(
      answer.ok
        ? { words: stepDone[given.verb], isRefusal: false }
        : { words: stepRefusals[answer.reason], isRefusal: true },
    );
    if (answer.ok) setOpened(undefined);
  };
  // The button that was pressed may be gone by now; what came of it is where one goes on from.
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (said) told.current?.focus();
  }, [said]);
  const main = mainVerb(article.verbs);
  const verbs = inOrder(article, main);
  return (
    <section className={styles.steps} aria-label="Steps">
      <Standing article={article} clock={clock} />
      {verbs.map((verb) => (
        <Step
          key={verb}
          verb={verb}
          isMain={verb === main}
          isLive={article.isLive}
          state={article.state}
          isOpen={opened === verb}
          pending={pending}
          headline={headline}
          timeZone={timeZone}
          open={() => {
            setSaid(undefined);
            setOpened(opened === verb ? undefined : verb);
          }}
          go={go}
        />
      ))}
      {verbs.length === 0 && <p className={styles.hint}>Nothing is to be done here by you.</p>}
      {said && (
        <p
          ref={told}
          tabIndex={-1}
          role={said.isRefusal ? "alert" : "status"}
          className={said.isRefusal ? styles.error : styles.done}
        >
          {said.words}
        </p>
      )}
    </section>
  );
}

/** The step that most often comes next. */
const mainVerb = (verbs: readonly WorkflowVerb[]) =>
  (["publish", "submit", "approve"] as const).find((verb) => verbs.includes(verb));

/** That one first. Only what readers have, or soon will, can be withdrawn. */
function inOrder({ verbs, isLive, goesOutAt }: EditedArticle, main: WorkflowVerb | undefined): WorkflowVerb[] {
  const offered = verbs.filter((verb) => verb !== "withdraw" || isLive || goesOutAt !== null);
  return offered.toSorted((one, other) => Number(other === main) - Number(one === main));
}

function Standing({ article, clock }: Pick<Props, "article" | "clock">) {
  const { state, isLive, publishedAt, goesOutAt } = article;
  return (
    <div className={styles.standing}>
      <Badge tone={state === "published" ? "good" : state === "draft" || state === "withdrawn" ? "plain" : "accent"}>
        {isLive && state === "draft" ? "Changes to a live article" : stateWords[state]}
      </Badge>
      {isLive && publishedAt && <p>Readers have it since {clock(publishedAt)}.</p>}
      {goesOutAt && <p>{isLive ? `The change goes out ${clock(goesOutAt)}.` : `Goes out ${clock(goesOutAt)}.`}</p>}
      {goesOutAt && state !== "scheduled" && (
        <p>It goes out as it was when it was scheduled, without what was typed since.</p>
      )}
    </div>
  );
}

type StepProps = {
  verb: WorkflowVerb;
  isMain: boolean;
  isLive: boolean;
  state: ArticleState;
  isOpen: boolean;
  pending: boolean;
  headline: string;
  timeZone: string;
  open: () => void;
  go: (given: Omit<StepGiven, "version">) => Promise<void>;
};

function Step({ verb, isMain, isLive, state, isOpen, pending, headline, timeZone, open, go }: StepProps) {
  const id = useId();
  const { button, follows } = stepWords(verb, isLive, state);
  // What was typed stands when the form is opened again.
  const typed = useRef("");
  const asks = verb === "schedule" || verb === "ask-for-changes" || verb === "withdraw";
  return (
    <div className={styles.step}>
      <Button
        kind={isMain ? "main" : verb === "withdraw" ? "danger" : "plain"}
        disabled={pending}
        aria-describedby={`${id}-follows`}
        aria-expanded={asks ? isOpen : undefined}
        onClick={() => (asks ? open() : void go({ verb }))}
      >
        {button}
      </Button>
      <p id={`${id}-follows`} className={styles.hint}>
        {follows}
      </p>
      {isOpen && <StepForm verb={verb} {...{ button, typed, headline, timeZone, pending, go }} />}
    </div>
  );
}

type FormProps = Pick<StepProps, "verb" | "headline" | "timeZone" | "pending" | "go"> & {
  button: string;
  typed: RefObject<string>;
};

function StepForm({ verb, headline, timeZone, pending, go, button, typed }: FormProps) {
  const field = {
    defaultValue: typed.current,
    required: true,
    readOnly: pending,
    onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      typed.current = currentTarget.value;
    },
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const said = typed.current;
    void go(verb === "schedule" ? { verb, at: said } : { verb, ...(said ? { note: said } : {}) });
  };
  return (
    <form onSubmit={send} className={styles.ask}>
      {verb === "schedule" && (
        <label>
          When, as clocks show it in {timeZone.replaceAll("_", " ")}
          <input {...field} type="datetime-local" />
        </label>
      )}
      {verb === "ask-for-changes" && (
        <label>
          What should change
          <textarea {...field} rows={3} maxLength={2_000} />
        </label>
      )}
      {verb === "withdraw" && <p>Withdraw “{headline || "Untitled"}”?</p>}
      <Button type="submit" kind={verb === "withdraw" ? "danger" : "main"} disabled={pending}>
        {verb === "withdraw" ? "Yes, withdraw it" : button}
      </Button>
    </form>
  );
}
