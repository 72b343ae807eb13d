import { type Editor, Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { Passage } from "#core/note";
import { findPassage, type Place } from "./find-passage.ts";

/** A passage to be marked on the paper. `key` tells it from the others. */
export type MarkedPassage = Passage & { key: string };

type Marking = { passages: readonly MarkedPassage[]; set: DecorationSet };

const key = new PluginKey<Marking>("passages");

/**
 * Passages that notes are about, marked on the paper and nowhere else: they are no part of the text, so that no save,
 * no export and no reader can ever meet them. While one writes they move with their words.
 */
export const Passages = Extension.create<{ className: string }>({
  name: "passages",
  addOptions: () => ({ className: "" }),
  addProseMirrorPlugins() {
    const { className } = this.options;
    const mark = (body: Node, passage: MarkedPassage): Decoration[] => {
      const place = findPassage(body, passage);
      return place ? [Decoration.inline(place.from, place.to, { nodeName: "mark", class: className }, passage)] : [];
    };
    return [
      new Plugin<Marking>({
        key,
        state: {
          init: () => ({ passages: [], set: DecorationSet.empty }),
          apply(tr, before) {
            const passages: readonly MarkedPassage[] | undefined = tr.getMeta(key);
            let set = tr.docChanged ? before.set.map(tr.mapping, tr.doc) : before.set;
            if (passages) {
              const wanted = new Set(passages.map((passage) => passage.key));
              set = set.remove(set.find(undefined, undefined, (spec) => !wanted.has(spec.key)));
            } else if (!tr.docChanged) return before;
            const marked = new Set(set.find().map(({ spec }) => spec.key));
            const missing = (passages ?? before.passages).filter((passage) => !marked.has(passage.key));
            set = set.add(
              tr.doc,
              missing.flatMap((passage) => mark(tr.doc, passage)),
            );
            return { passages: passages ?? before.passages, set };
          },
        },
        props: { decorations: (state) => key.getState(state)?.set },
      }),
    ];
  },
});

/** Marks these passages, and no others. Those that are marked already stay where their words have moved to. */
export function markPassages(editor: Editor, passages: readonly MarkedPassage[]): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, passages).setMeta("addToHistory", false));
}

/** The keys of the passages in which the cursor stands. */
export function passagesAtCursor(state: EditorState): string[] {
  const { from, to } = state.selection;
  const found = key.getState(state)?.set.find(from, to) ?? [];
  return found.map(({ spec }) => spec.key);
}

/** Where the words of a marked passage stand now; undefined where they are gone. */
export function placeOfPassage(state: EditorState, wanted: string): Place | undefined {
  return key.getState(state)?.set.find(undefined, undefined, (spec) => spec.key === wanted)[0];
}
