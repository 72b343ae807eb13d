import type { Draft } from "#core/draft";
import { Button } from "../button.tsx";
import styles from "./article-editor.module.css";
import type { DraftKeeper } from "./draft-keeper.ts";
import { fetchStandingDraft } from "./send-draft.ts";

type Props = { articleId: number; keeper: DraftKeeper; onShown: (content: Draft) => void };

/** Somebody has saved a newer text than the one on this page, on which nothing has been typed since. */
export function NewerText({ articleId, keeper, onShown }: Props) {
  const show = async () => {
    const standing = await fetchStandingDraft(articleId);
    if (!standing || keeper.state().kind !== "saved") return;
    keeper.adopt(standing.version);
    onShown(standing.content);
  };
  return (
    <p className={styles.note}>
      A newer text stands at the desk.{" "}
      <Button kind="quiet" onClick={show}>
        Show it
      </Button>
    </p>
  );
}
