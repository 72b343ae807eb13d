import { type KeptDraft, readKeptDraft } from "#core/kept-draft";

/*
 * The device's own memory of what was typed. Each open page has an entry of its own, so that two windows on one article
 * do not write over each other; an entry whose page is gone is what a closed tab or a crash left behind.
 */

const nameOf = (staffId: number, articleId: number) => `national-update:draft:${staffId}:${articleId}:`;

/** What pages that are gone left behind. */
export type LeftBehind = {
  /** The newest text, taken over by this page. */
  kept: KeptDraft | undefined;
  /** Words that make no draft any more, by the names of their entries, which stay until they are discarded. */
  words: readonly { name: string; words: string }[];
};

export type DraftDevice = {
  write: (kept: KeptDraft) => boolean;
  clear: () => void;
  takeLeftBehind: () => Promise<LeftBehind>;
  discard: (name: string) => void;
};

export function draftDevice(staffId: number, articleId: number, page: string): DraftDevice {
  const prefix = nameOf(staffId, articleId);
  const own = prefix + page;
  // Held for as long as the page lives: whoever finds the entry later knows whether its page still does.
  void navigator.locks?.request(own, () => new Promise(() => {}));
  return {
    write: (kept) => write(own, JSON.stringify(kept)),
    clear: () => remove(own),
    discard: remove,
    async takeLeftBehind() {
      const alive = new Set((await navigator.locks?.query())?.held?.map(({ name }) => name));
      const left = entries(prefix).filter(({ name }) => name !== own && !alive.has(name));
      const drafts = left.flatMap(({ name, text, read }) => ("content" in read ? [{ name, text, kept: read }] : []));
      const newest = drafts.sort((one, other) => other.kept.at - one.kept.at)[0];
      if (newest) takeOver(newest, own);
      const words = left.flatMap(({ name, read }) => ("words" in read ? [{ name, words: read.words }] : []));
      return { kept: newest?.kept, words };
    },
  };
}

/** A device may have room for one copy and not for two. */
function takeOver({ name, text }: { name: string; text: string }, own: string): void {
  remove(name);
  if (!write(own, text)) write(name, text);
}

function write(name: string, text: string): boolean {
  try {
    localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

function remove(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // A browser without memory has nothing to clear.
  }
}

function entries(prefix: string) {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(prefix))
      .flatMap((name) => {
        const text = localStorage.getItem(name) ?? "";
        const read = readKeptDraft(text);
        return read ? [{ name, text, read }] : [];
      });
  } catch {
    return [];
  }
}
