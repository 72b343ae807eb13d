import { eq } from "drizzle-orm";
import { accept, type Result, refuse } from "#core/result";
import { advance, type WorkflowVerb } from "#core/workflow";
import { changeAppearance } from "../appearance.ts";
import { transaction, type Writer } from "../client.ts";
import { type Actor, record } from "../log.ts";
import { article, revision } from "../schema.ts";
import { type ArticleRow, findWorkingArticle, goesOutAt, isLive, loggedArticle, wasSeen } from "./working-article.ts";

export type StepRefusal = "not-found" | "wrong-state" | "newer-version" | "no-headline" | "moment-passed";

export type Step = {
  verb: WorkflowVerb;
  /** The version that whoever takes the step has looked at: nobody approves words they have not seen. */
  version: number;
  /** For `schedule`: when. */
  at?: Date;
  /** For `ask-for-changes`: what should change. */
  note?: string;
};

/** Takes an article one step on, and writes the step into its history. */
export function takeStep(
  actor: Actor,
  articleId: number,
  step: Step,
  now: Date,
): Promise<Result<ArticleRow, StepRefusal>> {
  return transaction(async (tx, changed) => {
    const row = findWorkingArticle(tx, articleId, now);
    if (!row) return refuse("not-found");
    if (row.version !== step.version) return refuse("newer-version");
    const next = advance(row.state, step.verb, { waits: goesOutAt(row, now) !== null });
    if (!next.ok) return next;
    if (step.verb === "schedule" && (!step.at || step.at <= now)) return refuse("moment-passed");
    if ((step.verb === "schedule" || step.verb === "publish") && !hasHeadline(tx, row)) return refuse("no-headline");

    const appearance = appearanceAfter(row, step, now);
    const take = () =>
      tx
        .update(article)
        .set({ ...appearance, state: next.value, version: row.version + 1 })
        .where(eq(article.id, articleId))
        .returning()
        .get();
    const taken = appearance ? changeAppearance(tx, changed, row, take) : take();
    markSavePoint(tx, taken, step.verb);
    record(tx, actor, step.verb, loggedArticle(tx, taken), now, {
      ...(step.at ? { at: step.at.toISOString() } : {}),
      ...(step.note ? { note: step.note } : {}),
    });
    return accept(taken);
  });
}

/** What a step makes of what readers see or will see; undefined for the steps that are the desk's alone. */
function appearanceAfter(row: ArticleRow, step: Step, now: Date): Partial<ArticleRow> | undefined {
  const wasPublic = isLive(row, now);
  switch (step.verb) {
    case "publish":
      return {
        liveRevisionId: row.workingRevisionId,
        nextRevisionId: null,
        nextAt: null,
        withdrawnAt: null,
        publishedAt: wasSeen(row, now) ? row.publishedAt : now,
        updatedAt: wasSeen(row, now) ? now : null,
      };
    case "schedule":
      // What readers already have stays in place until the moment comes; what they never had waits as a whole.
      return wasPublic
        ? { nextRevisionId: row.workingRevisionId, nextAt: step.at ?? null }
        : {
            liveRevisionId: row.workingRevisionId,
            nextRevisionId: null,
            nextAt: null,
            publishedAt: step.at ?? null,
            withdrawnAt: null,
          };
    case "unschedule":
      return row.nextAt !== null ? { nextRevisionId: null, nextAt: null } : { liveRevisionId: null, publishedAt: null };
    case "withdraw":
      return { withdrawnAt: now, nextRevisionId: null, nextAt: null };
    case "submit":
    case "ask-for-changes":
    case "approve":
      return undefined;
  }
}

/** From here on the text of this step is never edited in place, so that the history shows what was really handed in. */
function markSavePoint(tx: Writer, row: ArticleRow, verb: WorkflowVerb): void {
  if (row.workingRevisionId === null) return;
  tx.update(revision).set({ occasion: verb }).where(eq(revision.id, row.workingRevisionId)).run();
}

function hasHeadline(tx: Writer, row: ArticleRow): boolean {
  if (row.workingRevisionId === null) return false;
  const text = tx
    .select({ headline: revision.headline })
    .from(revision)
    .where(eq(revision.id, row.workingRevisionId))
    .get();
  return text !== undefined && text.headline.trim() !== "";
}
