import type { Inline } from "#core/document";
import { paragraphsOf } from "../html/words.ts";
import { documentFromHtml } from "../html-document.ts";

/** A comment that was written as HTML, as the plain text ours are: links keep their address beside their words. */
export function commentText(html: string): string {
  const { document } = documentFromHtml(html, { missingPicture: "card" });
  return paragraphsOf(document.content)
    .map(({ content }) => lineOf(content ?? []))
    .filter((paragraph) => paragraph.trim() !== "")
    .join("\n\n");
}

function lineOf(content: readonly Inline[]): string {
  return content
    .map((node) => {
      if (node.type === "hardBreak") return "\n";
      if (node.type !== "text") return "";
      const href = node.marks?.find((mark) => mark.type === "link")?.attrs.href;
      if (!href || !/^https?:/.test(href)) return node.text;
      const isAddress = /^\S+\.\S+$/.test(node.text) && href.includes(node.text.replace(/…$/, ""));
      return isAddress ? href : `${node.text} (${href})`;
    })
    .join("");
}
