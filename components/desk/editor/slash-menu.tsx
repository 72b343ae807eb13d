import { Extension } from "@tiptap/core";
import { ReactRenderer } from "@tiptap/react";
import Suggestion, { type SuggestionKeyDownProps, type SuggestionProps } from "@tiptap/suggestion";
import { type Ref, useImperativeHandle, useState } from "react";
import { type EditorHelp, type Insertion, insertFromMenu, insertionsFor } from "./insertions.ts";
import styles from "./slash-menu.module.css";

type ListHandle = { onKey: (event: KeyboardEvent) => boolean };
type ListProps = Pick<SuggestionProps<Insertion, Insertion>, "items" | "command"> & { ref?: Ref<ListHandle> };

function SlashList({ items, command, ref }: ListProps) {
  const [at, setAt] = useState(0);
  const chosen = Math.min(at, items.length - 1);
  useImperativeHandle(ref, () => ({
    onKey({ key }) {
      if (items.length === 0) return false;
      if (key === "ArrowDown" || key === "ArrowUp") {
        const step = key === "ArrowDown" ? 1 : -1;
        setAt((chosen + step + items.length) % items.length);
        return true;
      }
      const item = items[chosen];
      if ((key !== "Enter" && key !== "Tab") || !item) return false;
      command(item);
      return true;
    },
  }));
  if (items.length === 0) return <p className={styles.none}>Nothing is called that.</p>;
  return (
    <div className={styles.list} aria-label="Insert" role="listbox" tabIndex={-1}>
      {items.map((item, index) => (
        <div
          key={item.name}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className={styles.item}
          ref={index === chosen ? (element) => element?.scrollIntoView({ block: "nearest" }) : undefined}
          onPointerMove={() => setAt(index)}
          onMouseDown={(event) => {
            event.preventDefault();
            command(item);
          }}
        >
          <strong>{item.name}</strong> <span>{item.about}</span>
          {item.typed && <kbd>{item.typed}</kbd>}
        </div>
      ))}
    </div>
  );
}

/** "/" at the beginning of a line or after a space lists what can be inserted, narrowed by what is typed on. */
export const SlashMenu = Extension.create<{ help: EditorHelp }>({
  name: "slashMenu",
  addProseMirrorPlugins() {
    const { help } = this.options;
    return [
      Suggestion<Insertion, Insertion>({
        editor: this.editor,
        char: "/",
        items: ({ query }) => insertionsFor(query),
        allow: ({ editor }) => !editor.isActive("codeBlock") && !editor.isActive("footnote"),
        command: ({ editor, range, props }) => insertFromMenu(editor, range, props, help),
        render: () => {
          let list: ReactRenderer<ListHandle, ListProps> | undefined;
          let unmount: (() => void) | undefined;
          const shownProps = ({ items, command }: SuggestionProps<Insertion, Insertion>) => ({ items, command });
          return {
            onStart(props) {
              list = new ReactRenderer(SlashList, {
                props: shownProps(props),
                editor: props.editor,
                className: styles.menu ?? "",
              });
              unmount = props.mount(list.element as HTMLElement);
            },
            onUpdate: (props) => list?.updateProps(shownProps(props)),
            onKeyDown: ({ event }: SuggestionKeyDownProps) => list?.ref?.onKey(event) ?? false,
            onExit() {
              unmount?.();
              list?.destroy();
            },
          };
        },
      }),
    ];
  },
});
