import { useCallback, useEffect, useRef, useState } from "react";
import type { Draft } from "#core/draft";
import type { StandingDraft } from "#core/draft-answer";
import type { ArticleState } from "#core/workflow";
import { useLatest } from "../use-latest.ts";
import { draftDevice, type LeftBehind } from "./draft-device.ts";
import { createDraftKeeper, type DraftKeeper, type SaveState } from "./draft-keeper.ts";
import { sendAtParting, sendDraft } from "./send-draft.ts";

export type DraftState = { state: SaveState; keptHere: boolean };

export type UsedDraft = {
  keeper: DraftKeeper;
  /** Names this open page among others. */
  page: string;
  draft: Draft;
  /** Changes some parts of the text; the rest stays. */
  change: (part: Partial<Draft>) => void;
  save: DraftState;
  slug: string;
  /** Where the article stands since the last save: typing takes what was approved or out back to a draft. */
  state: ArticleState;
  /** Words an earlier visit left on this device were taken up. */
  restored: boolean;
  /** Words of an earlier visit that could not be. */
  found: LeftBehind["words"];
  discard: (name: string) => void;
  /** Puts another text in place of the whole one, without counting as typed. */
  replace: (draft: Draft) => void;
};

type Options = {
  articleId: number;
  staffId: number;
  start: StandingDraft;
  /** Shows a text that did not come from this page's own keys. */
  show: (draft: Draft) => void;
};

/** Keeps the text of an open article: in the page, on the device and at the desk. */
export function useDraft({ articleId, staffId, start, show }: Options): UsedDraft {
  const [draft, setDraft] = useState(start.content);
  const [slug, setSlug] = useState(start.slug);
  const [state, setState] = useState(start.state);
  const [restored, setRestored] = useState(false);
  const [found, setFound] = useState<LeftBehind["words"]>([]);
  const [save, setSave] = useState<DraftState>({ state: { kind: "saved", at: undefined }, keptHere: true });
  const newest = useRef(start.content);
  const shown = useLatest(show);

  const [{ keeper, device, page }] = useState(() => {
    const page = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
    const device = draftDevice(staffId, articleId, page);
    const keeper = createDraftKeeper({
      version: start.version,
      send: (request) => sendDraft(articleId, request),
      device,
      onState: (state, keptHere) => setSave({ state, keptHere }),
      onSaved: (answer) => {
        setSlug(answer.slug);
        setState(answer.state);
      },
    });
    return { keeper, device, page };
  });

  const replace = useCallback(
    (next: Draft) => {
      newest.current = next;
      setDraft(next);
      shown(next);
    },
    [shown],
  );

  const change = useCallback(
    (part: Partial<Draft>) => {
      newest.current = { ...newest.current, ...part };
      setDraft(newest.current);
      keeper.typed(newest.current);
    },
    [keeper],
  );

  useEffect(() => {
    let gone = false;
    void device.takeLeftBehind().then(({ kept, words }) => {
      if (gone) return;
      setFound(words);
      if (!kept) return;
      replace(kept.content);
      keeper.restore(kept);
      setRestored(true);
    });
    return () => {
      gone = true;
    };
  }, [device, keeper, replace]);

  useEffect(() => {
    const wake = () => keeper.wake();
    const leave = () => {
      const request = keeper.unsent();
      if (request) sendAtParting(articleId, request);
    };
    const hesitate = (event: BeforeUnloadEvent) => {
      if (keeper.unsent() && keeper.state().kind !== "unsaved") event.preventDefault();
    };
    window.addEventListener("online", wake);
    window.addEventListener("focus", wake);
    window.addEventListener("pagehide", leave);
    window.addEventListener("beforeunload", hesitate);
    return () => {
      window.removeEventListener("online", wake);
      window.removeEventListener("focus", wake);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("beforeunload", hesitate);
      leave();
      keeper.stop();
    };
  }, [articleId, keeper]);

  const discard = (name: string) => {
    device.discard(name);
    setFound((before) => before.filter((words) => words.name !== name));
  };

  return { keeper, page, draft, change, save, slug, state, restored, found, discard, replace };
}
