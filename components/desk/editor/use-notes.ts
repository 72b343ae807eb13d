import type { Editor } from "@tiptap/core";
import { type RefObject, useCallback, useEffect, useState } from "react";
import type { ArticleDeeds } from "#core/article-deeds";
import type { Draft } from "#core/draft";
import type { NoteOnDraft, Passage } from "#core/note";
import { passageBetween } from "./find-passage.ts";
import { noteRefusals } from "./note-words.ts";
import { markPassages, placeOfPassage } from "./passages.ts";

/** The head of the paper is fields and not part of the body; a passage can stand there, too. */
const headLines = { Headline: "headline", Standfirst: "standfirst", Kicker: "kicker" } as const;

export type UsedNotes = {
  open: readonly NoteOnDraft[];
  resolved: readonly NoteOnDraft[];
  /** What the note that is being written is about; undefined while none is. */
  begun: Passage | undefined;
  /** Begins one on what is selected in the head or in the body, or on the article as a whole. */
  begin: () => void;
  leaveOff: () => void;
  /** Sends it. Returns a sentence where it was not taken. */
  send: (text: string) => Promise<string | undefined>;
  /** Answers one; a resolved one is thereby open again. Returns a sentence where the reply was not taken. */
  reply: (note: NoteOnDraft, text: string) => Promise<string | undefined>;
  resolve: (note: NoteOnDraft, resolved: boolean) => Promise<string | undefined>;
  /** Takes a resolved one away for good. */
  remove: (note: NoteOnDraft) => Promise<string | undefined>;
  /** Shows and selects the words a note is about. False where they are no longer in the text. */
  jump: (note: NoteOnDraft) => boolean;
};

type Options = {
  editor: Editor;
  articleId: number;
  notes: readonly NoteOnDraft[];
  deeds: Pick<ArticleDeeds, "leaveNote" | "replyToNote" | "resolveNote" | "deleteNote">;
  draft: Draft;
  paper: RefObject<HTMLElement | null>;
  /** The notes at the desk have changed. */
  onChanged: () => void;
};

/** The notes on an open article: their passages are marked, one can be written, answered, resolved, taken up again and deleted. */
export function useNotes({ editor, articleId, notes, deeds, draft, paper, onChanged }: Options): UsedNotes {
  const [begun, setBegun] = useState<Passage>();
  useEffect(() => {
    const open = notes.filter(({ resolvedAt }) => resolvedAt === null);
    const marked = open.map((note) => ({ ...passageOf(note), key: String(note.id) }));
    markPassages(editor, begun ? [...marked, { ...begun, key: "begun" }] : marked);
  }, [editor, notes, begun]);

  const begin = useCallback(() => {
    const inHead = passageInField(document.activeElement, paper.current);
    setBegun(inHead ?? passageBetween(editor.state.doc, editor.state.selection) ?? wholeArticle);
  }, [editor, paper]);

  const told = async (deed: () => ReturnType<ArticleDeeds["leaveNote"]>) => {
    const answer = await deed();
    if (!answer.ok) return noteRefusals[answer.reason];
    onChanged();
    return undefined;
  };

  const jump = (note: NoteOnDraft) => {
    const place = placeOfPassage(editor.state, String(note.id));
    if (place) {
      editor.chain().setTextSelection(place).focus(undefined, { scrollIntoView: false }).run();
      const { node } = editor.view.domAtPos(place.from);
      (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: "center", behavior: "smooth" });
      return true;
    }
    for (const [label, name] of Object.entries(headLines)) {
      const start = note.passage === "" ? -1 : draft[name].indexOf(note.passage);
      const field = paper.current?.querySelector<HTMLTextAreaElement>(`textarea[aria-label="${label}"]`);
      if (start === -1 || !field) continue;
      field.focus();
      field.setSelectionRange(start, start + note.passage.length);
      return true;
    }
    return false;
  };

  return {
    open: notes.filter(({ resolvedAt }) => resolvedAt === null),
    resolved: notes.filter(({ resolvedAt }) => resolvedAt !== null),
    begun,
    begin,
    leaveOff: useCallback(() => setBegun(undefined), []),
    send: async (text) => {
      const refused = await told(() => deeds.leaveNote(articleId, { ...(begun ?? wholeArticle), text }));
      if (refused === undefined) setBegun(undefined);
      return refused;
    },
    reply: ({ id }, text) => told(() => deeds.replyToNote(articleId, id, text)),
    resolve: ({ id }, resolved) => told(() => deeds.resolveNote(articleId, id, resolved)),
    remove: ({ id }) => told(() => deeds.deleteNote(articleId, id)),
    jump,
  };
}

const wholeArticle: Passage = { passage: "", before: "", after: "" };

const passageOf = ({ passage, before, after }: NoteOnDraft): Passage => ({ passage, before, after });

function passageInField(field: Element | null, paper: HTMLElement | null): Passage | undefined {
  if (!(field instanceof HTMLTextAreaElement) || !paper?.contains(field)) return undefined;
  const passage = field.value.slice(field.selectionStart, field.selectionEnd).trim();
  return passage === "" ? undefined : { passage, before: "", after: "" };
}
