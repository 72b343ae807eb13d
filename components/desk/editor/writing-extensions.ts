import type { Extensions } from "@tiptap/core";
import { Placeholder } from "@tiptap/extensions";
import printed from "../../article/body.module.css";
import { articleExtensions } from "./article-extensions.ts";
import { PullQuote } from "./article-nodes.ts";
import { EmbedOnThePaper } from "./embed-node.tsx";
import { WritableFootnote } from "./footnotes.ts";
import type { EditorHelp } from "./insertions.ts";
import paper from "./paper.module.css";
import { Passages } from "./passages.ts";
import { PictureOnThePaper } from "./picture-node.tsx";
import { SlashMenu } from "./slash-menu.tsx";
import { Typography } from "./typography.ts";

/** The nodes of a body as they are written with, and what helps with the writing. */
export function writingExtensions(help: EditorHelp, language: () => string): Extensions {
  // Set as it will be printed, by the article's own styles.
  const SetPullQuote = PullQuote.configure({ HTMLAttributes: { class: printed.pullQuote } });
  const written: Extensions = [SetPullQuote, WritableFootnote, PictureOnThePaper, EmbedOnThePaper];
  const rewritten = new Set(written.map(({ name }) => name));
  return [
    ...articleExtensions.filter(({ name }) => !rewritten.has(name)),
    ...written,
    Placeholder.configure({
      placeholder: ({ node, pos }) =>
        node.type.name === "heading" ? "Heading" : pos === 0 ? "Write, or type / for more" : "",
    }),
    Typography.configure({ language }),
    SlashMenu.configure({ help }),
    Passages.configure({ className: paper.noted ?? "" }),
  ];
}
