import type { Stretch } from "#core/search-passage";

/** A text in which what was looked for is marked. */
export function Marked({ text }: { text: readonly Stretch[] }) {
  return text.map((part, index) =>
    // A text is never reordered, so the place of a stretch is its name.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    part.isMarked ? <mark key={index}>{part.text}</mark> : part.text,
  );
}
