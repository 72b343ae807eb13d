import type { Editor, Range } from "@tiptap/core";

/** What the page around the editor does for it. */
export type EditorHelp = {
  choosePicture: () => void;
  editLink: () => void;
  insertEmbed: () => void;
  beginNote: () => void;
};

export type Insertion = {
  name: string;
  /** What it is for, in the slash menu. */
  about: string;
  /** As people type it without the menu: Markdown or keys. */
  typed: string;
  run: (editor: Editor, help: EditorHelp) => void;
};

/** Everything a body may hold beside plain text, in the order of the slash menu. */
export const insertions: readonly Insertion[] = [
  {
    name: "Heading",
    about: "A part of the article",
    typed: "## ",
    run: (editor) => editor.chain().focus().setHeading({ level: 2 }).run(),
  },
  {
    name: "Smaller heading",
    about: "A part of a part",
    typed: "### ",
    run: (editor) => editor.chain().focus().setHeading({ level: 3 }).run(),
  },
  {
    name: "Picture",
    about: "From the library, or a new one",
    typed: "drop or paste it",
    run: (_, help) => help.choosePicture(),
  },
  {
    name: "Quotation",
    about: "Somebody's words, with their source",
    typed: "> ",
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    name: "Pull quote",
    about: "A line of the article, set large",
    typed: "",
    run: (editor) => editor.chain().focus().toggleWrap("pullQuote").run(),
  },
  {
    name: "List",
    about: "With bullets",
    typed: "- ",
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: "Numbered list",
    about: "Steps, ranks",
    typed: "1. ",
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: "Footnote",
    about: "A note at the foot of the article",
    typed: "Ctrl Alt F",
    run: (editor) => editor.commands.insertFootnote(),
  },
  {
    name: "Link card",
    about: "Something elsewhere, shown as a card",
    typed: "paste an address on an empty line",
    run: (_, help) => help.insertEmbed(),
  },
  {
    name: "Table",
    about: "Three by three to begin with",
    typed: "",
    run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  {
    name: "Rule",
    about: "A line between two parts",
    typed: "---",
    run: (editor) => editor.chain().focus().setHorizontalRule().run(),
  },
  {
    name: "Code",
    about: "Set as it is typed",
    typed: "```",
    run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
  },
];

/** The insertions whose name or purpose has a word that begins with `query`. */
export function insertionsFor(query: string): Insertion[] {
  const wanted = query.toLowerCase();
  return insertions.filter(({ name, about }) =>
    `${name} ${about}`
      .toLowerCase()
      .split(/\W+/)
      .some((word, at) => word.startsWith(wanted) || (at === 0 && name.toLowerCase().startsWith(wanted))),
  );
}

export function insertFromMenu(editor: Editor, range: Range, insertion: Insertion, help: EditorHelp): void {
  editor.chain().focus().deleteRange(range).run();
  insertion.run(editor, help);
}
