import { useEditor } from "@tiptap/react";
import { isSafeHref } from "#core/document";
import type { Draft } from "#core/draft";
import printed from "../../article/body.module.css";
import { useLatest } from "../use-latest.ts";
import { cleanPaste } from "./clean-paste.ts";
import { bodyOf } from "./draft-body.ts";
import type { EditorHelp } from "./insertions.ts";
import { writingExtensions } from "./writing-extensions.ts";

export type WritingHelp = EditorHelp & { putPictures: (files: File[]) => void; putEmbed: (href: string) => void };

type Options = {
  body: Draft["body"];
  language: string;
  help: WritingHelp;
  onBody: (body: Draft["body"]) => void;
};

/** The writing surface for a body: what may stand in it, what pasting and dropping do. */
export function useWriting({ body, language, help, onBody }: Options) {
  const spoken = useLatest(() => language);
  const helping = useLatest(() => help);
  const told = useLatest(onBody);
  return useEditor({
    extensions: writingExtensions(
      {
        choosePicture: () => helping().choosePicture(),
        editLink: () => helping().editLink(),
        insertEmbed: () => helping().insertEmbed(),
        beginNote: () => helping().beginNote(),
      },
      spoken,
    ),
    content: body,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    // The styles stand in our own sheets; the desk's policy lets no script add any.
    injectCSS: false,
    editorProps: {
      attributes: {
        class: printed.body ?? "",
        "aria-label": "Text of the article",
        role: "textbox",
        "aria-multiline": "true",
      },
      transformPastedHTML: cleanPaste,
      handleKeyDown: (_, event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return false;
        event.preventDefault();
        helping().editLink();
        return true;
      },
      handlePaste: (view, event) => {
        const pictures = picturesIn(event.clipboardData);
        if (pictures.length > 0 && !event.clipboardData?.types.includes("text/html")) {
          helping().putPictures(pictures);
          return true;
        }
        const words = event.clipboardData?.getData("text/plain").trim() ?? "";
        const { $from, empty } = view.state.selection;
        const isOnEmptyLine = empty && $from.parent.type.name === "paragraph" && $from.parent.content.size === 0;
        if (!isOnEmptyLine || $from.depth !== 1 || !/^https?:\/\/\S+$/.test(words) || !isSafeHref(words)) return false;
        helping().putEmbed(words);
        return true;
      },
      handleDrop: (_, event) => {
        const pictures = picturesIn(event.dataTransfer);
        if (pictures.length === 0) return false;
        event.preventDefault();
        helping().putPictures(pictures);
        return true;
      },
    },
    onUpdate: ({ editor }) => told(bodyOf(editor.getJSON())),
  });
}

const picturesIn = (from: DataTransfer | null) =>
  [...(from?.files ?? [])].filter(({ type }) => type.startsWith("image/"));
