export type Token =
  | { kind: "text" | "comment"; source: string }
  | { kind: "tag"; source: string; name: string; closing: boolean };

const TAG = /^<(\/?)([a-z][a-z0-9]*)/i;

/**
 * Markup cut into tags, comments and the text between, in time that grows with its length alone, whatever it holds: a
 * tag or comment that is never closed is text.
 */
export function* markupTokens(html: string): Generator<Token> {
  let done = 0;
  let lastTagEnd = html.lastIndexOf(">");
  const lastCommentEnd = html.lastIndexOf("-->");
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", Math.max(at + 1, done))) {
    if (at < done) continue;
    let end = -1;
    let token: Token | undefined;
    if (html.startsWith("<!--", at)) {
      if (lastCommentEnd < at) continue;
      end = html.indexOf("-->", at) + 3;
      token = { kind: "comment", source: html.slice(at, end) };
    } else {
      if (lastTagEnd < at) continue;
      const [, slash, name] = TAG.exec(html.slice(at, at + 40)) ?? [];
      if (name === undefined) continue;
      end = endOfTag(html, at, lastTagEnd);
      token = { kind: "tag", source: html.slice(at, end), name: name.toLowerCase(), closing: slash === "/" };
    }
    if (at > done) yield { kind: "text", source: html.slice(done, at) };
    yield token;
    done = end;
    if (done > lastTagEnd) lastTagEnd = -1;
  }
  if (done < html.length) yield { kind: "text", source: html.slice(done) };
}

/** A ">" within a quoted value ends no tag; where the quotation marks do not pair, the first ">" does. */
function endOfTag(html: string, from: number, last: number): number {
  const plain = html.indexOf(">", from) + 1;
  const start = html.slice(from, plain);
  const quote = /=\s*(["'])[^"']*$/.exec(start.slice(-4_000))?.[1];
  if (!quote) return plain;
  const closed = html.indexOf(quote, plain);
  if (closed < 0 || closed > last || closed - plain > 20_000) return plain;
  return html.indexOf(">", closed) + 1;
}
