import type { StepAnswer } from "#core/article-deeds";
import type { ReasonOf } from "#core/result";
import type { ArticleState, WorkflowVerb } from "#core/workflow";
import { commonWords } from "./common-words.ts";

export const stateWords: Record<ArticleState, string> = {
  draft: "Draft",
  "in-review": "In review",
  approved: "Approved",
  scheduled: "Scheduled",
  published: "Published",
  withdrawn: "Withdrawn",
};

type StepWords = { button: string; follows: string };

/** What a step is called on its button, and what follows from it. */
export function stepWords(verb: WorkflowVerb, isLive: boolean, state: ArticleState): StepWords {
  switch (verb) {
    case "submit":
      return { button: "Hand in for review", follows: "Editors find it under In review. You can still write on it." };
    case "ask-for-changes":
      return { button: "Ask for changes", follows: "It goes back to being a draft, with your note in its history." };
    case "approve":
      return { button: "Approve", follows: "It is ready to be published or scheduled. Readers see nothing yet." };
    case "schedule":
      return isLive
        ? { button: "Schedule the change", follows: "Readers keep the text they have until the moment you name." }
        : { button: "Schedule", follows: "It goes out by itself at the moment you name." };
    case "unschedule":
      return state === "scheduled"
        ? { button: "Take off the schedule", follows: "Nothing goes out by itself. The text stays approved." }
        : { button: "Take back the schedule", follows: "Nothing goes out by itself. What was typed since stays here." };
    case "publish":
      return isLive
        ? {
            button: "Publish the change",
            follows: "Readers see this text at once, with today as the day of its update.",
          }
        : { button: "Publish now", follows: "Readers see it at once." };
    case "withdraw":
      return isLive
        ? { button: "Withdraw", follows: "Its page is gone for readers at once. It can be published again." }
        : { button: "Withdraw", follows: "It is put away, unpublished, and can be taken up again." };
  }
}

export const stepDone: Record<WorkflowVerb, string> = {
  submit: "Handed in for review.",
  "ask-for-changes": "Sent back with your note.",
  approve: "Approved.",
  schedule: "Scheduled.",
  unschedule: "Taken off the schedule.",
  publish: "Published.",
  withdraw: "Withdrawn.",
};

type Refusal = ReasonOf<StepAnswer>;

export const stepRefusals: Record<Refusal, string> = {
  "signed-out": "You were signed out. Sign in again, then repeat the step.",
  "not-found": "This article is no longer yours to edit.",
  unreadable: "That could not be read. Please try again.",
  ...commonWords,
  "wrong-state": "Somebody has moved the article on in the meantime. Reload the page to see where it stands.",
  "newer-version": "Somebody has saved a newer text. Look at it before you take this step.",
  "no-headline": "An article needs a headline before readers can see it.",
  "moment-passed": "Please name a moment that is still to come.",
  "not-allowed": "Your role does not include this step.",
  "no-note": "Please say what should change.",
};
