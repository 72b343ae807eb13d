/** What the moderation queue tells after a decision: what was done, and ("12 held,13 spam") what undoes it. */
export type QueueState = { done: string; undo: string; isFailed?: boolean };

export const nothingDecided: QueueState = { done: "", undo: "" };
