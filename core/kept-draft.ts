import { z } from "zod";
import { type Draft, draftSchema, emptyDraft } from "#core/draft";

/** What was typed, with the version it was made from, as it is kept on the device. */
export type KeptDraft = { version: number; content: Draft; at: number };

/** Words that no longer make a draft, perhaps since another release kept them: they can be copied out by hand. */
export type KeptWords = { words: string };

const keptSchema = z.object({
  version: z.number().int().positive(),
  content: z.record(z.string(), z.unknown()),
  at: z.number().default(0),
});

/**
 * Reads what a browser has kept, whichever release wrote it. What is missing is filled in; where anything that was typed
 * would not be in the draft, its words come as plain text. Undefined where there are none.
 */
export function readKeptDraft(text: string): KeptDraft | KeptWords | undefined {
  const written = parsed(text);
  const kept = keptSchema.safeParse(written);
  if (kept.success) {
    const { content, ...rest } = kept.data;
    const draft = draftSchema.safeParse({ ...emptyDraft, ...content });
    if (draft.success && holdsAllOf(draft.data, content)) return { ...rest, content: draft.data };
  }
  const words = wordsIn(isRecord(written) && "content" in written ? written.content : written).join("\n\n");
  return words === "" ? undefined : { words };
}

/** What is no JSON at all is itself the words. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function holdsAllOf(draft: Draft, content: unknown): boolean {
  const asOneLine = (text: string) => text.replace(/\s+/g, " ").trim();
  const held = new Set(wordsIn(draft).map(asOneLine));
  return wordsIn(content).every((words) => held.has(asOneLine(words)));
}

/** Names of a form and not words. */
const FORM = new Set(["type", "language"]);

/** All that may have been typed into something of any shape, the texts of one paragraph in one piece. */
function wordsIn(value: unknown): string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value];
  if (Array.isArray(value)) return value.some(isText) ? [value.map(run).join("")] : value.flatMap(wordsIn);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, part]) => (FORM.has(name) ? [] : wordsIn(part)));
}

function run(node: unknown): string {
  if (isRecord(node) && node.type === "hardBreak") return "\n";
  const { text, rest } = isText(node) ? { text: node.text, rest: node.marks } : { text: "", rest: node };
  const beside = wordsIn(rest).join(" ");
  return beside === "" ? text : `${text} (${beside})`;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (node: unknown): node is { text: string; marks?: unknown } =>
  isRecord(node) && typeof node.text === "string";
