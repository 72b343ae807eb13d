import type { Extensions } from "@tiptap/core";
import { TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";
import { isSafeHref } from "#core/document";
import {
  CaptionedTable,
  Embed,
  Footnote,
  Picture,
  PullQuote,
  Quotation,
  Subscript,
  Superscript,
} from "./article-nodes.ts";

/** What a body may hold, for the editor: the same nodes and marks as `core/document.ts`, no more. */
export const articleExtensions: Extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    blockquote: false,
    underline: false,
    link: {
      openOnClick: false,
      defaultProtocol: "https",
      isAllowedUri: (address) => isSafeHref(address),
      HTMLAttributes: { target: null, rel: null },
    },
  }),
  Quotation,
  PullQuote,
  Picture,
  Embed,
  Footnote,
  Superscript,
  Subscript,
  CaptionedTable.configure({ resizable: false }),
  TableRow,
  TableHeader,
  TableCell,
];
