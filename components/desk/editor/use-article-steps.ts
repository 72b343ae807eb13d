import { useRouter } from "next/navigation";
import { useCallback } from "react";
import type { ArticleDeeds, DeleteAnswer, StepAnswer, StepGiven } from "#core/article-deeds";
import { accept, type Result, refuse } from "#core/result";
import type { DraftKeeper } from "./draft-keeper.ts";

export type ArticleSteps = {
  /** Takes a step with the text as it is on the page, which is saved before. */
  take: (given: Omit<StepGiven, "version">) => Promise<StepAnswer>;
  /** Deletes the article with the text as it is on the page, and goes to where deleted ones are. */
  remove: () => Promise<DeleteAnswer>;
};

type Options = { articleId: number; deeds: Pick<ArticleDeeds, "takeStep" | "remove">; keeper: DraftKeeper };

/** What is done with the open article as a whole. */
export function useArticleSteps({ articleId, deeds, keeper }: Options): ArticleSteps {
  const router = useRouter();

  const keep = useCallback(async (): Promise<Result<null, "signed-out" | "busy" | "no-answer" | "newer-version">> => {
    if (await keeper.flush()) return accept(null);
    const { kind } = keeper.state();
    if (kind === "signed-out" || kind === "busy") return refuse(kind);
    return refuse(kind === "offline" ? "no-answer" : "newer-version");
  }, [keeper]);

  const take: ArticleSteps["take"] = useCallback(
    async (given) => {
      const kept = await keep();
      if (!kept.ok) return kept;
      const answer = await deeds.takeStep(articleId, { ...given, version: keeper.version() });
      if (answer.ok) keeper.adopt(answer.value.version);
      // Without an answer there is no page to be had either: the browser would leave this one for an error of its own.
      if (answer.ok || answer.reason !== "no-answer") router.refresh();
      return answer;
    },
    [articleId, deeds, keep, keeper, router],
  );

  const remove = useCallback(async (): Promise<DeleteAnswer> => {
    const kept = await keep();
    const answer = kept.ok ? await deeds.remove(articleId) : kept;
    if (answer.ok) router.push("/desk/articles?state=deleted");
    return answer;
  }, [articleId, deeds, keep, router]);

  return { take, remove };
}
