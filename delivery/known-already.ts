import type { IncomingMessage } from "node:http";

/**
 * Whether whoever asks has what bears this entity tag already, in whatever encoding (RFC 9110, 13.1.2). The tag comes
 * without its quotes and without what tells encodings apart.
 */
export function isKnownAlready({ headers }: IncomingMessage, tag: string): boolean {
  const known = headers["if-none-match"];
  return known !== undefined && (known === "*" || known.includes(`"${tag}"`) || known.includes(`"${tag}-`));
}
