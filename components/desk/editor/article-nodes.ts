import { Mark, mergeAttributes, Node } from "@tiptap/core";
import Blockquote from "@tiptap/extension-blockquote";
import { Table } from "@tiptap/extension-table";

/*
 * The kinds of node that only our bodies have, as the editor knows them. Names, attributes and content are those of
 * `core/document.ts`; a test holds the two together.
 */

export const PullQuote = Node.create({
  name: "pullQuote",
  group: "block",
  content: "paragraph+",
  defining: true,
  parseHTML: () => [{ tag: "aside.pull-quote" }, { tag: "figure.wp-block-pullquote" }],
  addOptions: () => ({ HTMLAttributes: {} as Record<string, string | undefined> }),
  renderHTML({ HTMLAttributes }) {
    return ["aside", mergeAttributes(this.options.HTMLAttributes, HTMLAttributes, { class: "pull-quote" }), 0];
  },
});

export const Picture = Node.create({
  name: "picture",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({
    mediaId: { default: null, parseHTML: (element) => Number(element.getAttribute("data-media-id")) || null },
    alt: { default: "", parseHTML: (element) => element.getAttribute("data-alt") ?? "" },
    caption: { default: "", parseHTML: (element) => element.getAttribute("data-caption") ?? "" },
    credit: { default: "", parseHTML: (element) => element.getAttribute("data-credit") ?? "" },
  }),
  parseHTML: () => [{ tag: "figure[data-media-id]" }],
  renderHTML: ({ node }) => [
    "figure",
    {
      "data-media-id": node.attrs.mediaId,
      "data-alt": node.attrs.alt,
      "data-caption": node.attrs.caption,
      "data-credit": node.attrs.credit,
    },
  ],
});

export const Embed = Node.create({
  name: "embed",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({
    href: { default: "", parseHTML: (element) => element.querySelector("a")?.getAttribute("href") ?? "" },
    title: { default: "", parseHTML: (element) => element.querySelector("a")?.textContent ?? "" },
    description: { default: "", parseHTML: (element) => element.querySelector("p")?.textContent ?? "" },
  }),
  parseHTML: () => [{ tag: "div.embed" }],
  renderHTML: ({ node }) => [
    "div",
    { class: "embed" },
    ["a", { href: node.attrs.href }, node.attrs.title || node.attrs.href],
    ["p", {}, node.attrs.description],
  ],
});

/** The words of the note stand where the note is called, so that moving a sentence moves its note. */
export const Footnote = Node.create({
  name: "footnote",
  group: "inline",
  inline: true,
  content: "text*",
  draggable: true,
  parseHTML: () => [{ tag: "span.footnote" }],
  renderHTML: () => ["span", { class: "footnote" }, 0],
});

export const Quotation = Blockquote.extend({
  addAttributes: () => ({
    source: { default: "", parseHTML: (element) => element.querySelector("cite")?.textContent ?? "" },
  }),
  renderHTML: ({ node }) => ["blockquote", { "data-source": node.attrs.source }, 0],
});

export const CaptionedTable = Table.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      caption: {
        default: "",
        parseHTML: (element: HTMLElement) => element.querySelector("caption")?.textContent ?? "",
      },
    };
  },
});

export const Superscript = Mark.create({
  name: "superscript",
  excludes: "subscript",
  parseHTML: () => [{ tag: "sup" }],
  renderHTML: () => ["sup", 0],
});

export const Subscript = Mark.create({
  name: "subscript",
  excludes: "superscript",
  parseHTML: () => [{ tag: "sub" }],
  renderHTML: () => ["sub", 0],
});
