import { Extension, InputRule } from "@tiptap/core";
import { isSafeHref } from "#core/document";
import { typedQuote, typedSigns } from "./typed-quotes.ts";

/** Straight signs become the ones that are printed, and [words](address) a link, as they are typed. Backspace takes the change back. */
export const Typography = Extension.create<{ language: () => string }>({
  name: "typography",
  addOptions: () => ({ language: () => "en" }),
  addInputRules() {
    const { language } = this.options;
    return [
      new InputRule({
        find: (text) => {
          const sign = text.at(-1);
          return sign === '"' || sign === "'" ? { index: text.length - 1, text: sign } : null;
        },
        handler: ({ state, range, match }) => {
          const sign = match[0] === '"' ? '"' : "'";
          const { parent, parentOffset } = state.doc.resolve(range.from);
          // Of the paragraph or the footnote only: what begins one begins with an opening sign.
          const before = parent.textBetween(Math.max(0, parentOffset - 2), parentOffset, "\n", "\n");
          state.tr.insertText(typedQuote(sign, before.replace(/.*\n/s, ""), language()), range.from, range.to);
        },
      }),
      new InputRule({
        find: /\[([^[\]]+)\]\(([^()\s]+)\)$/,
        handler: ({ state: { tr, schema }, range, match: [, words = "", href = ""] }) => {
          const link = schema.marks.link?.create({ href });
          if (link && isSafeHref(href))
            tr.replaceWith(range.from, range.to, schema.text(words, [link])).removeStoredMark(link);
        },
      }),
      new InputRule({
        find: (text) => {
          const signs = typedSigns(text);
          return signs ? { index: text.length - signs.drop, text: text.slice(-signs.drop) } : null;
        },
        handler: ({ state, range, match }) => {
          state.tr.insertText(typedSigns(match[0])?.put ?? match[0], range.from, range.to);
        },
      }),
    ];
  },
});
