import type { JSONContent } from "@tiptap/core";
import type { Document } from "#core/document";

/**
 * The body as the desk keeps it. The editor always ends with an empty paragraph to write on in, which is nobody's text.
 * The desk checks the whole by its schema, so this trusts the editor's.
 */
export function bodyOf(json: JSONContent): Document {
  const content = [...(json.content ?? [])];
  while (content.length > 0 && isEmptyParagraph(content.at(-1))) content.pop();
  return { type: "doc", content: content as Document["content"] };
}

const isEmptyParagraph = (node: JSONContent | undefined) =>
  node?.type === "paragraph" && (node.content === undefined || node.content.length === 0);
