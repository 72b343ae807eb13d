import type { KeptDraft } from "./draft-keeper.ts";

/*
 * The device's own memory of what was typed. Each open page has an entry of its own, so that two windows on one article
 * do not write over each other; an entry whose page is gone is what a closed tab or a crash left behind.
 */

const nameOf = (staffId: number, articleId: number) => `national-update:draft:${staffId}:${articleId}:`;

export type DraftDevice = {
  write: (kept: KeptDraft) => boolean;
  clear: () => void;
  /** The newest text that a page which is gone left behind, taken over by this page. */
  takeLeftBehind: () => Promise<KeptDraft | undefined>;
};

export function draftDevice(staffId: number, articleId: number, page: string): DraftDevice {
  const prefix = nameOf(staffId, articleId);
  const own = prefix + page;
  // Held for as long as the page lives: whoever finds the entry later knows whether its page still does.
  void navigator.locks?.request(own, () => new Promise(() => {}));
  return {
    write(kept) {
      try {
        localStorage.setItem(own, JSON.stringify(kept));
        return true;
      } catch {
        return false;
      }
    },
    clear() {
      try {
        localStorage.removeItem(own);
      } catch {
        // A browser without memory has nothing to clear.
      }
    },
    async takeLeftBehind() {
      const alive = new Set((await navigator.locks?.query())?.held?.map(({ name }) => name));
      const left = entries(prefix)
        .filter(({ name }) => name !== own && !alive.has(name))
        .sort((one, other) => other.kept.at - one.kept.at)[0];
      if (!left) return undefined;
      localStorage.setItem(own, JSON.stringify(left.kept));
      localStorage.removeItem(left.name);
      return left.kept;
    },
  };
}

function entries(prefix: string): { name: string; kept: KeptDraft }[] {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(prefix))
      .flatMap((name) => {
        const kept = keptDraft(localStorage.getItem(name));
        return kept ? [{ name, kept }] : [];
      });
  } catch {
    return [];
  }
}

function keptDraft(text: string | null): KeptDraft | undefined {
  try {
    const kept = JSON.parse(text ?? "") as KeptDraft;
    return typeof kept.version === "number" && kept.content ? kept : undefined;
  } catch {
    return undefined;
  }
}
