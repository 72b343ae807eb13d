import type { Editor } from "@tiptap/core";
import type { ResolvedPos } from "@tiptap/pm/model";
import { type EditorState, Plugin, TextSelection } from "@tiptap/pm/state";
import { Footnote } from "./article-nodes.ts";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    footnote: { insertFootnote: () => ReturnType };
  }
}

/**
 * Footnotes that can be written where they stand: a key begins one; Enter, Escape or the arrows lead out of it. One that
 * is left without a word is gone.
 */
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
            // Stored marks, though none, make an input method compose where the cursor is and not beside it.
            tr.setSelection(TextSelection.create(tr.doc, $to.pos + 1))
              .setStoredMarks([])
              .scrollIntoView();
          }
          return true;
        },
    };
  },
  addKeyboardShortcuts() {
    return {
      "Mod-Alt-f": () => this.editor.commands.insertFootnote(),
      Enter: () => leave(this.editor, "after"),
      Escape: () => leave(this.editor, "after"),
      ArrowRight: () => isAtEdge(this.editor.state, "after") && leave(this.editor, "after"),
      ArrowLeft: () => isAtEdge(this.editor.state, "before") && leave(this.editor, "before"),
      Backspace: () => isInEmptyOne(this.editor.state) && leave(this.editor, "before"),
    };
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            // Browsers put what is typed at the edge of a footnote on whichever side they like.
            beforeinput: (view, event) => {
              const { selection } = view.state;
              if (event.inputType !== "insertText" || !event.data || !selection.empty) return false;
              if (!isBesideFootnote(selection.$from)) return false;
              event.preventDefault();
              const { from } = selection;
              const words = event.data;
              const insert = () => view.state.tr.insertText(words, from).scrollIntoView();
              const taken = view.someProp("handleTextInput", (handle) => handle(view, from, from, words, insert));
              if (!taken) view.dispatch(insert());
              return true;
            },
          },
        },
      }),
    ];
  },
});

const isInFootnote = ({ parent }: ResolvedPos) => parent.type.name === "footnote";

const isBesideFootnote = ($at: ResolvedPos) =>
  isInFootnote($at)
    ? $at.parent.content.size === 0
    : $at.nodeBefore?.type.name === "footnote" || (!$at.nodeBefore && $at.nodeAfter?.type.name === "footnote");

function isAtEdge({ selection }: EditorState, edge: "before" | "after"): boolean {
  const { $from, empty } = selection;
  return empty && isInFootnote($from) && $from.parentOffset === (edge === "before" ? 0 : $from.parent.content.size);
}

const isInEmptyOne = ({ selection: { $from } }: EditorState) => isInFootnote($from) && $from.parent.content.size === 0;

function leave(editor: Editor, side: "before" | "after"): boolean {
  const { $from } = editor.state.selection;
  if (!isInFootnote($from)) return false;
  const { tr } = editor.state;
  if ($from.parent.content.size === 0) tr.delete($from.before(), $from.after());
  else tr.setSelection(TextSelection.create(tr.doc, side === "before" ? $from.before() : $from.after()));
  editor.view.dispatch(tr.setStoredMarks([]).scrollIntoView());
  return true;
}
