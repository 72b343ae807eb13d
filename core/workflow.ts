import { accept, type Result, refuse } from "#core/result";

/** Where the working copy of an article stands. `scheduled` becomes `published` by the clock alone. */
export const articleStates = ["draft", "in-review", "approved", "scheduled", "published", "withdrawn"] as const;
export type ArticleState = (typeof articleStates)[number];

/** What staff can do to move an article on. */
export const workflowVerbs = [
  "submit",
  "ask-for-changes",
  "approve",
  "schedule",
  "unschedule",
  "publish",
  "withdraw",
] as const;
export type WorkflowVerb = (typeof workflowVerbs)[number];

const steps: Record<WorkflowVerb, { from: readonly ArticleState[]; to: ArticleState }> = {
  submit: { from: ["draft", "withdrawn"], to: "in-review" },
  "ask-for-changes": { from: ["in-review", "approved"], to: "draft" },
  approve: { from: ["in-review"], to: "approved" },
  schedule: { from: ["draft", "in-review", "approved", "scheduled", "withdrawn"], to: "scheduled" },
  unschedule: { from: ["scheduled"], to: "approved" },
  publish: { from: ["draft", "in-review", "approved", "scheduled", "withdrawn"], to: "published" },
  withdraw: { from: ["draft", "in-review", "approved", "scheduled", "published"], to: "withdrawn" },
};

/**
 * The state a verb leads to, or a refusal where the article does not stand where that verb begins. `waits`: some text of
 * it is yet to go out by itself. Who types on what is scheduled makes a draft of it, and the schedule still stands: it is
 * taken back from there as well, and the draft stays where it is.
 */
export function advance(
  state: ArticleState,
  verb: WorkflowVerb,
  { waits }: { waits: boolean },
): Result<ArticleState, "wrong-state"> {
  if (verb === "unschedule" && waits && state !== "scheduled") return accept(state);
  const step = steps[verb];
  return step.from.includes(state) ? accept(step.to) : refuse("wrong-state");
}

export const verbsFrom = (state: ArticleState, waiting: { waits: boolean }): WorkflowVerb[] =>
  workflowVerbs.filter((verb) => advance(state, verb, waiting).ok);

/**
 * Where an article stands once somebody has typed into it. What was reviewed, approved or is out needs its steps again,
 * since what was looked at is no longer what stands there; readers keep the text they have.
 */
export function stateAfterTyping(state: ArticleState): ArticleState {
  return state === "in-review" ? "in-review" : state === "withdrawn" ? "withdrawn" : "draft";
}
