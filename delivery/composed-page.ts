import type { KeptPage, ShownPart } from "./kept-page.ts";

/** The content of a page from its pieces and the parts between them. */
export function compose(
  pieces: readonly Buffer[],
  parts: readonly { key: string; page: KeptPage }[],
): { content: Buffer; shown: ShownPart[] } {
  const buffers: Buffer[] = [];
  const shown: ShownPart[] = [];
  let length = 0;
  const add = (bytes: Buffer) => {
    buffers.push(bytes);
    length += bytes.length;
  };
  pieces.forEach((piece, at) => {
    add(piece);
    const part = parts[at];
    if (part === undefined) return;
    const from = length;
    add(part.page.body.content());
    shown.push({ ...part, from, to: length });
  });
  return { content: buffers.length === 1 && buffers[0] ? buffers[0] : Buffer.concat(buffers, length), shown };
}

/** The pieces that a page was composed from, without its parts. */
export function piecesOf(content: Buffer, shown: readonly ShownPart[]): Buffer[] {
  const starts = [0, ...shown.map(({ to }) => to)];
  const ends = [...shown.map(({ from }) => from), content.length];
  return starts.map((start, at) => content.subarray(start, ends[at]));
}
