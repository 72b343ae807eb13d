import { type IncomingMessage, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { securityHeaders } from "./security-headers.ts";

const refusals: Readonly<Record<string, [status: number, words: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, "This request took too long to arrive.\n"],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, "This is larger than can be taken here.\n"],
  HPE_HEADER_OVERFLOW: [431, "The head of this request is larger than can be taken here.\n"],
};
const nonsense: [number, string] = [400, "This request could not be read.\n"];

function wholeAnswer(status: number, words: string): string {
  const headers = [
    "Content-Type",
    "text/plain; charset=utf-8",
    "Content-Length",
    String(Buffer.byteLength(words)),
    "Cache-Control",
    "no-store",
    "Connection",
    "close",
    ...securityHeaders("file", false),
  ];
  const lines = headers.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${headers[at + 1]}`] : []));
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, "", words].join("\r\n");
}

/**
 * Answers on a connection whose sender's request never became one, and closes it. Where something was answered on it
 * before, that answer may still be under way, and words in its midst would be taken for a part of it: such a connection
 * is closed without any.
 */
export function answerUnreadable(error: NodeJS.ErrnoException, connection: Duplex & { bytesWritten?: number }): void {
  if (error.code === "ECONNRESET" || !connection.writable || connection.bytesWritten) {
    connection.destroy();
    return;
  }
  const [status, words] = refusals[error.code ?? ""] ?? nonsense;
  connection.end(wholeAnswer(status, words), () => connection.destroy());
}

/** RFC 9112, section 3.2: a request names one host. Only those of before HTTP/1.1 may name none. */
export function namesOneHost({ rawHeaders, httpVersion }: IncomingMessage): boolean {
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === "host").length;
  return hosts === 1 || (hosts === 0 && httpVersion === "1.0");
}
