import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import type { ReactNode } from "react";
import { type EditorHelp, insertions } from "./insertions.ts";
import styles from "./toolbar.module.css";

type Tool = {
  label: ReactNode;
  name: string;
  keys?: string;
  isOn: (editor: Editor) => boolean;
  run: (editor: Editor, help: EditorHelp) => void;
};

const tools: readonly Tool[] = [
  {
    label: <b>B</b>,
    name: "Bold",
    keys: "Ctrl B",
    isOn: (editor) => editor.isActive("bold"),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    label: <i>I</i>,
    name: "Italic",
    keys: "Ctrl I",
    isOn: (editor) => editor.isActive("italic"),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    label: "Link",
    name: "Link",
    keys: "Ctrl K",
    isOn: (editor) => editor.isActive("link"),
    run: (_, help) => help.editLink(),
  },
  {
    label: "Note",
    name: "Note",
    keys: "Ctrl Alt M",
    isOn: () => false,
    run: (_, help) => help.beginNote(),
  },
  {
    label: "Heading",
    name: "Heading",
    keys: "Ctrl Alt 2",
    isOn: (editor) => editor.isActive("heading", { level: 2 }),
    run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    label: "List",
    name: "List",
    keys: "Ctrl Shift 8",
    isOn: (editor) => editor.isActive("bulletList"),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    label: "Quotation",
    name: "Quotation",
    keys: "Ctrl Shift B",
    isOn: (editor) => editor.isActive("blockquote"),
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    label: "Footnote",
    name: "Footnote",
    keys: "Ctrl Alt F",
    isOn: (editor) => editor.isActive("footnote"),
    run: (editor) => editor.commands.insertFootnote(),
  },
  {
    label: "Picture",
    name: "Picture",
    isOn: () => false,
    run: (_, help) => help.choosePicture(),
  },
];

const inToolbar = new Set(tools.map(({ name }) => name));

type Props = { editor: Editor; help: EditorHelp; onHelp: () => void };

/** The few tools in daily use; everything else is under "More" and behind "/". */
export function Toolbar({ editor, help, onHelp }: Props) {
  const on = useEditorState({
    editor,
    selector: ({ editor }) => tools.map(({ isOn }) => isOn(editor)).join(),
  }).split(",");
  return (
    <div className={styles.bar} role="toolbar" aria-label="Set the text">
      {tools.map(({ label, name, keys, run }, at) => (
        <button
          key={name}
          type="button"
          className={styles.tool}
          aria-label={name}
          aria-pressed={on[at] === "true"}
          title={keys ? `${name} (${keys})` : name}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => run(editor, help)}
        >
          {label}
        </button>
      ))}
      <details className={styles.more} name="toolbar">
        <summary className={styles.tool}>More</summary>
        <ul className={styles.sheet}>
          {insertions
            .filter(({ name }) => !inToolbar.has(name))
            .map(({ name, run }) => (
              <li key={name}>
                <button
                  type="button"
                  className={styles.choice}
                  onClick={(event) => {
                    event.currentTarget.closest("details")?.removeAttribute("open");
                    run(editor, help);
                  }}
                >
                  {name}
                </button>
              </li>
            ))}
        </ul>
      </details>
      <button type="button" className={styles.tool} onClick={onHelp} aria-label="Shortcuts" title="Shortcuts (?)">
        ?
      </button>
    </div>
  );
}
