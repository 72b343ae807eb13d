import { type IncomingMessage, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { securityHeaders } from "./security-headers.ts";

const refusals: Readonly<Record<string, [status: number, words: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, "This request took too long to arrive.\n"],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, "This is larger than can be taken here.\n"],
  HPE_HEADER_OVERFLOW: [431, "The head of this request is larger than can be taken here.\n"],
};
const nonsense: [number, string] = [400, "This request could not be read.\n"];

function wholeAnswer(status: number, words: string, secure: boolean): string {
  const headers = [
    "Content-Type",
    "text/plain; charset=utf-8",
    "Content-Length",
    String(Buffer.byteLength(words)),
    "Cache-Control",
    "no-store",
    "Connection",
    "close",
    ...securityHeaders("file", secure),
  ];
  const lines = headers.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${headers[at + 1]}`] : []));
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, "", words].join("\r\n");
}

/** A connection as Node's server knows it, with the answer that is under way on it. */
type Connection = Duplex & { _httpMessage?: { _headerSent: boolean } | null };

/**
 * Answers on a connection whose sender's request never became one, and closes it; `secure` where readers come over TLS.
 * While an answer is being sent, words in its midst would be taken for a part of it: such a connection is closed without
 * any. That is also how Node decides where nobody else does.
 */
export function answerUnreadable(error: NodeJS.ErrnoException, connection: Connection, secure: boolean): void {
  if (error.code === "ECONNRESET" || !connection.writable || connection._httpMessage?._headerSent) {
    connection.destroy();
    return;
  }
  const [status, words] = refusals[error.code ?? ""] ?? nonsense;
  connection.end(wholeAnswer(status, words, secure), () => connection.destroy());
}

/** RFC 9112, section 3.2: a request names one host. Only those of before HTTP/1.1 may name none. Asked of every request. */
export function namesOneHost({ rawHeaders, httpVersion }: IncomingMessage): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string;
    if (name.length === 4 && name.toLowerCase() === "host") hosts += 1;
  }
  return hosts === 1 || (hosts === 0 && httpVersion === "1.0");
}
