import type { Editor } from "@tiptap/core";
import { Selection } from "@tiptap/pm/state";

/**
 * Puts the cursor into the text, at once: the editor's own command waits for a frame, in which fast fingers type elsewhere.
 * On a slow machine React gives an editor up before it is shown, and makes another, for which it is asked again.
 */
export function writeAt(editor: Editor, where: "start" | "end"): void {
  if (editor.isDestroyed) return;
  const { view } = editor;
  const { doc, tr } = view.state;
  view.dispatch(tr.setSelection(where === "start" ? Selection.atStart(doc) : Selection.atEnd(doc)));
  view.focus();
}
