import type { Editor } from "@tiptap/core";
import { Selection } from "@tiptap/pm/state";

/** Puts the cursor into the text, at once: the editor's own command waits for a frame, in which fast fingers type elsewhere. */
export function writeAt({ view }: Editor, where: "start" | "end"): void {
  const { doc, tr } = view.state;
  view.dispatch(tr.setSelection(where === "start" ? Selection.atStart(doc) : Selection.atEnd(doc)));
  view.focus();
}
