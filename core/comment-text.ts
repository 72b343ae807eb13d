/** A piece of a line as it is shown: words, or a bare address that can be followed. */
export type CommentPiece = { kind: "words"; text: string } | { kind: "link"; text: string; url: string };
export type CommentLine = CommentPiece[];
export type CommentParagraph = CommentLine[];

/** More marks than any script stacks on one letter: what is beyond is there to spill over its neighbours. */
const MOST_MARKS = 6;
const tooManyMarks = new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, "gu");

// Control characters but tab and line feed; marks that reverse the direction of what follows; halves of a pair.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;

/** A comment as it is kept: one kind of line end, no invisible tricks, at most one empty line in a row. */
export function tidyCommentText(typed: string): string {
  return typed
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .normalize("NFC")
    .replace(unwanted, "")
    .replace(tooManyMarks, "$1")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** A name as it is kept: one line, without invisible tricks. */
export function tidyName(typed: string): string {
  return typed.normalize("NFC").replace(unwanted, "").replace(tooManyMarks, "$1").replace(/\s+/g, " ").trim();
}

const address = /https?:\/\/[^\s<>"“”]+/giu;

/** What ends a sentence does not belong to the address before it; neither does a bracket that was opened earlier. */
function withoutTail(found: string): string {
  let text = found;
  for (;;) {
    const shorter = text.replace(/[.,;:!?…'’»]+$/u, "");
    const unopened = shorter.endsWith(")") && shorter.split(")").length > shorter.split("(").length;
    const next = unopened ? shorter.slice(0, -1) : shorter;
    if (next === text) return text;
    text = next;
  }
}

function webAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  // A user name before the host is how one host is made to look like another.
  return url.hostname.includes(".") && url.username === "" && url.password === "" ? url.href : undefined;
}

function piecesOf(line: string): CommentLine {
  const pieces: CommentLine = [];
  let done = 0;
  for (const match of line.matchAll(address)) {
    const text = withoutTail(match[0]);
    const url = webAddress(text);
    if (!url) continue;
    if (match.index > done) pieces.push({ kind: "words", text: line.slice(done, match.index) });
    pieces.push({ kind: "link", text, url });
    done = match.index + text.length;
  }
  if (done < line.length) pieces.push({ kind: "words", text: line.slice(done) });
  return pieces;
}

/** A comment as it is shown: an empty line parts paragraphs, addresses can be followed, and nothing else is markup. */
export function paragraphsOf(text: string): CommentParagraph[] {
  return text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => paragraph.split("\n").map(piecesOf));
}

/** The web addresses a comment leads to. */
export function linksIn(text: string): string[] {
  return paragraphsOf(text)
    .flat(2)
    .flatMap((piece) => (piece.kind === "link" ? [piece.url] : []));
}

/** The beginning of a comment as one line, cut between words where it is longer than so many characters. */
export function excerptOf(text: string, most: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  const gap = line.lastIndexOf(" ", most);
  return `${gap > most / 2 ? line.slice(0, gap) : [...line.slice(0, most)].slice(0, -1).join("")} …`;
}
