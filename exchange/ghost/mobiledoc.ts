import { z } from "zod";
import { escapeHtml } from "../document-html.ts";
import { cardHtml, type Rendered } from "./cards.ts";

const marker = z.tuple([z.number(), z.array(z.number()), z.number(), z.union([z.string(), z.number()])]);
const mobiledoc = z.looseObject({
  markups: z.array(z.tuple([z.string()], z.unknown())).default([]),
  atoms: z.array(z.tuple([z.string()], z.unknown())).default([]),
  cards: z.array(z.tuple([z.string()], z.unknown())).default([]),
  sections: z.array(z.array(z.unknown())),
});
type Mobiledoc = z.infer<typeof mobiledoc>;

const TAGS = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "aside", "ul", "ol"]);
const MARKUPS = new Set(["b", "strong", "i", "em", "s", "strike", "code", "sub", "sup", "a"]);

/** The text of a post as Ghost's former editor kept it (Mobiledoc 0.3), as HTML. Undefined where it is none. */
export function htmlFromMobiledoc(source: string): Rendered | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(source);
  } catch {
    return undefined;
  }
  const document = mobiledoc.safeParse(parsed);
  if (!document.success) return undefined;
  const unknown = new Set<string>();
  const html = document.data.sections.map((section) => writeSection(section, document.data, unknown)).join("\n");
  return { html, unknown: [...unknown] };
}

function writeSection([kind, what, content]: unknown[], document: Mobiledoc, unknown: Set<string>): string {
  const tag = typeof what === "string" && TAGS.has(what) ? what : "p";
  if (kind === 1) return `<${tag}>${writeMarkers(content, document)}</${tag}>`;
  if (kind === 2 && typeof what === "string") return `<img src="${escapeHtml(what)}">`;
  if (kind === 3 && Array.isArray(content)) {
    const list = tag === "ol" ? "ol" : "ul";
    return `<${list}>${content.map((item) => `<li>${writeMarkers(item, document)}</li>`).join("")}</${list}>`;
  }
  if (kind === 10 && typeof what === "number") {
    const [name, payload] = document.cards[what] ?? [];
    if (typeof name !== "string") return "";
    return cardHtml(name, z.record(z.string(), z.unknown()).safeParse(payload).data ?? {}, unknown) ?? "";
  }
  return "";
}

function writeMarkers(given: unknown, { markups, atoms }: Mobiledoc): string {
  const open: string[] = [];
  let html = "";
  for (const [kind, opened, closed, value] of z.array(marker).safeParse(given).data ?? []) {
    for (const index of opened) {
      const [name = "", attributes] = markups[index] ?? [];
      const tag = MARKUPS.has(name) ? name : "span";
      const href = Array.isArray(attributes) ? attributes[attributes.indexOf("href") + 1] : undefined;
      html += tag === "a" && typeof href === "string" ? `<a href="${escapeHtml(href)}">` : `<${tag}>`;
      open.push(tag);
    }
    if (kind === 0) html += escapeHtml(String(value));
    else
      html +=
        atoms[Number(value)]?.[0] === "soft-return" ? "<br>" : escapeHtml(String(atoms[Number(value)]?.[1] ?? ""));
    for (let number = 0; number < closed; number += 1) html += `</${open.pop() ?? "span"}>`;
  }
  return html;
}
