import type { Editor } from "@tiptap/core";
import type { ArticleDeeds } from "#core/article-deeds";
import { isSafeHref } from "#core/document";
import type { DeskPicture } from "./desk-picture.ts";

/** Puts a picture where the cursor stands, with the words the library has for it. */
export function insertPicture(editor: Editor, { id, alt, caption, credit }: DeskPicture): void {
  editor
    .chain()
    .focus()
    .insertContent({ type: "picture", attrs: { mediaId: id, alt, caption, credit } })
    .run();
}

/**
 * Puts a card for an address where the cursor stands, and its title once the page behind it has told it. A title that
 * somebody has typed in the meantime stays.
 */
export async function insertEmbed(editor: Editor, href: string, deeds: Pick<ArticleDeeds, "describeAddress">) {
  if (!isSafeHref(href) || !/^https?:/.test(href)) return;
  editor
    .chain()
    .focus()
    .insertContent({ type: "embed", attrs: { href, title: "", description: "" } })
    .run();
  const said = await deeds.describeAddress(href).catch(() => undefined);
  if (!said || editor.isDestroyed) return;
  const { tr, doc } = editor.state;
  doc.descendants((node, position) => {
    if (node.type.name === "embed" && node.attrs.href === href && node.attrs.title === "") {
      tr.setNodeMarkup(position, undefined, { ...node.attrs, ...said });
    }
  });
  if (tr.docChanged) editor.view.dispatch(tr);
}
