import type { Draft } from "#core/draft";
import type { SaveAnswer, StandingDraft } from "#core/draft-answer";
import type { KeptDraft } from "#core/kept-draft";

export type SaveState =
  | { kind: "saved"; at: Date | undefined }
  | { kind: "unsaved" }
  | { kind: "saving" }
  | { kind: "offline" }
  | { kind: "signed-out" }
  | { kind: "busy" }
  | { kind: "collision"; theirs: StandingDraft }
  | { kind: "not-found" }
  | { kind: "refused" };

export type SaveRequest = { version: number; content: Draft; how: "save" | "beside" | "set-aside" };

type Saved = Extract<SaveAnswer, { kind: "saved" }>;

export type KeeperOptions = {
  version: number;
  /** Sends a text to the desk. Rejects where the desk cannot be reached. */
  send: (request: SaveRequest) => Promise<SaveAnswer>;
  /** The device's own memory. `write` answers false where it is full or forbidden. */
  device: { write: (kept: KeptDraft) => boolean; clear: () => void };
  onState: (state: SaveState, keptHere: boolean) => void;
  onSaved?: (answer: Saved) => void;
  now?: () => number;
  setTimer?: (run: () => void, milliseconds: number) => unknown;
  clearTimer?: (timer: unknown) => void;
};

export type DraftKeeper = ReturnType<typeof createDraftKeeper>;

/** How long somebody pauses before their words are sent. */
export const PAUSE = 800;
const FIRST_RETRY = 2_000;
/**
 * A desk that was restarted is back within seconds; somebody who signs in again is noticed by the window they return to.
 * While an import is writing the desk has waited for ten seconds before it says so.
 */
const LONGEST_RETRY = { offline: 4_000, "signed-out": 30_000, busy: 2_000 };

/** It is tried again by itself. */
const isWaiting = ({ kind }: SaveState): boolean => kind in LONGEST_RETRY;

/**
 * Sees to it that nothing typed is lost: each change is kept on the device at once and sent to the desk after a pause;
 * what could not be sent is sent again, unchanged and first, so that an answer that got lost on its way back is
 * recognised as one's own save and not as somebody else's.
 */
export function createDraftKeeper({
  send,
  device,
  onState,
  onSaved,
  now = Date.now,
  setTimer = (run, milliseconds) => setTimeout(run, milliseconds),
  clearTimer = (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  ...start
}: KeeperOptions) {
  let version = start.version;
  /** Typed and not yet on its way. */
  let typed: Draft | undefined;
  /** Sent, and no answer came. */
  let unanswered: SaveRequest | undefined;
  let keptHere = true;
  let state: SaveState = { kind: "saved", at: undefined };
  let timer: unknown;
  let underWay: Promise<void> | undefined;
  let retryAfter = FIRST_RETRY;

  function become(next: SaveState) {
    state = next;
    onState(next, keptHere);
  }

  function later(milliseconds: number) {
    clearTimer(timer);
    timer = setTimer(() => void push(), milliseconds);
  }

  /** Nothing is sent while somebody has to decide first. */
  const isStuck = () => state.kind === "collision" || state.kind === "not-found";

  function keepOnDevice() {
    const content = typed ?? unanswered?.content;
    if (content) keptHere = device.write({ version, content, at: now() });
    else device.clear();
  }

  function push(): Promise<void> {
    clearTimer(timer);
    underWay ??= pushOnce().finally(() => {
      underWay = undefined;
      if (typed && state.kind === "unsaved") later(PAUSE);
    });
    return underWay;
  }

  async function pushOnce(): Promise<void> {
    if (isStuck()) return;
    if (!unanswered) {
      if (!typed) return;
      unanswered = { version, content: typed, how: "save" };
      typed = undefined;
    }
    if (!isWaiting(state)) become({ kind: "saving" });
    let answer: SaveAnswer;
    try {
      answer = await send(unanswered);
    } catch {
      return tryAgain("offline");
    }
    take(answer);
  }

  function tryAgain(kind: keyof typeof LONGEST_RETRY) {
    become({ kind });
    later(Math.min(retryAfter, LONGEST_RETRY[kind]));
    retryAfter *= 2;
  }

  function take(answer: SaveAnswer) {
    switch (answer.kind) {
      case "saved":
        version = answer.version;
        unanswered = undefined;
        retryAfter = FIRST_RETRY;
        keepOnDevice();
        onSaved?.(answer);
        if (typed) become({ kind: "unsaved" });
        else become({ kind: "saved", at: new Date(answer.savedAt) });
        return;
      case "set-aside":
        unanswered = undefined;
        typed = undefined;
        keepOnDevice();
        return;
      case "signed-out":
      case "busy":
        return tryAgain(answer.kind);
      case "newer-version":
        typed ??= unanswered?.content;
        unanswered = undefined;
        return become({ kind: "collision", theirs: answer.theirs });
      case "not-found":
      case "refused":
        typed ??= unanswered?.content;
        unanswered = undefined;
        return become({ kind: answer.kind });
    }
  }

  return {
    /** The newest text, after each change. */
    typed(content: Draft) {
      typed = content;
      keepOnDevice();
      if (isStuck()) return;
      if (state.kind === "saved" || state.kind === "refused") become({ kind: "unsaved" });
      if (!isWaiting(state)) later(PAUSE);
      else onState(state, keptHere);
    },

    /** Takes up what an earlier visit left on this device. */
    restore(kept: KeptDraft) {
      version = kept.version;
      typed = kept.content;
      become({ kind: "unsaved" });
      later(0);
    },

    /** Sends what there is without waiting for a pause. True once everything is at the desk. */
    async flush(): Promise<boolean> {
      for (let round = 0; round < 5 && !isClean() && !isStuck(); round += 1) {
        const before = unanswered;
        await push();
        if (before !== undefined && unanswered === before) break;
        if (isWaiting(state) || state.kind === "refused") break;
      }
      return isClean();
    },

    /** The network is back, or the person is: tries at once. */
    wake() {
      if (!isWaiting(state)) return;
      retryAfter = FIRST_RETRY;
      void push();
    },

    /** Goes on with the person's own text; the other one stays among the save points. */
    async keepMine(): Promise<void> {
      if (state.kind !== "collision" || !typed) return;
      version = state.theirs.version;
      unanswered = { version, content: typed, how: "beside" };
      typed = undefined;
      become({ kind: "saving" });
      await push();
    },

    /** Goes on with the other text; the person's own is set aside among the save points. True once it is there. */
    async keepTheirs(): Promise<boolean> {
      if (state.kind !== "collision") return false;
      const { theirs } = state;
      const mine = typed;
      try {
        const answer = mine ? await send({ version: theirs.version, content: mine, how: "set-aside" }) : undefined;
        if (answer && answer.kind !== "set-aside") return false;
      } catch {
        return false;
      }
      typed = undefined;
      version = theirs.version;
      keepOnDevice();
      become({ kind: "saved", at: new Date(theirs.savedAt) });
      return true;
    },

    /** A deed of the same person (a step, a restored text) made this the version at the desk. */
    adopt(newer: number) {
      version = newer;
      keepOnDevice();
    },

    /** What would be lost if the page went away now, for one last try. */
    unsent: (): SaveRequest | undefined =>
      isStuck() ? undefined : typed ? { version, content: typed, how: "save" } : unanswered,

    version: () => version,
    state: () => state,
    stop: () => clearTimer(timer),
  };

  function isClean() {
    return typed === undefined && unanswered === undefined;
  }
}
