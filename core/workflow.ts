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
  "publish",
  "withdraw",
  "edit",
  "unschedule",
] as const;
export type WorkflowVerb = (typeof workflowVerbs)[number];

const steps: Record<WorkflowVerb, { from: readonly ArticleState[]; to: ArticleState }> = {
  submit: { from: ["draft"], to: "in-review" },
  "ask-for-changes": { from: ["in-review", "approved"], to: "draft" },
  approve: { from: ["in-review"], to: "approved" },
  schedule: { from: ["draft", "in-review", "approved", "scheduled", "withdrawn"], to: "scheduled" },
  publish: { from: ["draft", "in-review", "approved", "scheduled", "withdrawn"], to: "published" },
  unschedule: { from: ["scheduled"], to: "approved" },
  withdraw: { from: ["draft", "in-review", "approved", "scheduled", "published"], to: "withdrawn" },
  /** Typing into what is already out opens a working copy; readers keep what they have. */
  edit: { from: ["published", "approved", "withdrawn"], to: "draft" },
};

/** The state a verb leads to, or a refusal where the article does not stand where that verb begins. */
export function advance(state: ArticleState, verb: WorkflowVerb): Result<ArticleState, "wrong-state"> {
  const step = steps[verb];
  return step.from.includes(state) ? accept(step.to) : refuse("wrong-state");
}

export function verbsFrom(state: ArticleState): WorkflowVerb[] {
  return workflowVerbs.filter((verb) => steps[verb].from.includes(state));
}
