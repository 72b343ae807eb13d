import { TextSelection } from "@tiptap/pm/state";
import { Footnote } from "./article-nodes.ts";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    footnote: { insertFootnote: () => ReturnType };
  }
}

/** Footnotes that can be written where they stand: a key begins one, Enter or Escape leads out behind it. */
export const WritableFootnote = Footnote.extend({
  addCommands() {
    return {
      insertFootnote:
        () =>
        ({ state, tr, dispatch }) => {
          const { $to } = state.selection;
          const type = state.schema.nodes.footnote;
          if (!type || $to.parent.type === type || !$to.parent.type.contentMatch.matchType(type)) return false;
          if (dispatch) {
            tr.insert($to.pos, type.create());
            tr.setSelection(TextSelection.create(tr.doc, $to.pos + 1)).scrollIntoView();
          }
          return true;
        },
    };
  },
  addKeyboardShortcuts() {
    const leave = () => {
      const { $from } = this.editor.state.selection;
      if ($from.parent.type.name !== "footnote") return false;
      return this.editor.chain().setTextSelection($from.after()).focus().run();
    };
    return { "Mod-Alt-f": () => this.editor.commands.insertFootnote(), Enter: leave, Escape: leave };
  },
});
