import type { SaveState } from "./draft-keeper.ts";

/** Where the words stand that somebody has typed, in a few of our own. */
export function saveWords(state: SaveState, keptHere: boolean, clock: (at: Date) => string): string {
  switch (state.kind) {
    case "saved":
      return state.at ? `Saved ${clock(state.at)}` : "Everything is saved";
    case "unsaved":
    case "saving":
      return "Saving…";
    case "offline":
      return keptHere ? "Offline: kept on this device" : "Offline: leave this page open, this device keeps nothing";
    case "busy":
      return keptHere
        ? "An import is writing: kept on this device"
        : "An import is writing: leave this page open, this device keeps nothing";
    case "signed-out":
      return "Signed out: sign in again to save";
    case "collision":
      return "Not saved: there is a newer text";
    case "not-found":
      return "Not saved: this article is no longer yours to edit";
    case "refused":
      return "Not saved: the desk could not take this text";
  }
}
