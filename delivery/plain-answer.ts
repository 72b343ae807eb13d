import type { IncomingMessage, ServerResponse } from "node:http";
import { securityHeaders } from "./security-headers.ts";

/** What was sent along and not read would be taken for the next request of the connection. */
const hasUnreadBody = ({ complete, headers }: IncomingMessage) =>
  !complete && (Number(headers["content-length"] ?? 0) > 0 || headers["transfer-encoding"] !== undefined);

type Plain = { status: number; words: string; secure: boolean; headers?: readonly string[] };

/** Answers with one sentence: to programs, and to people only where a page cannot be given. Never kept by anyone. */
export function sendWords(request: IncomingMessage, response: ServerResponse, given: Plain): void {
  const { status, words, secure, headers = [] } = given;
  const body = `${words}\n`;
  const head = ["Content-Type", "text/plain; charset=utf-8", "Content-Length", String(Buffer.byteLength(body))];
  if (hasUnreadBody(request)) head.push("Connection", "close");
  response.writeHead(status, [...head, "Cache-Control", "no-store", ...securityHeaders("file", secure), ...headers]);
  response.end(request.method === "HEAD" ? undefined : body);
}

/** A header holds visible ASCII only; an address that was sent raw may hold anything. */
const headerSafe = (address: string) => address.replace(/[^\x21-\x7e]/gu, encodeURIComponent);

/** Sends elsewhere. `cacheControl` says for how long caches may remember it; without it, none may. */
export function sendElsewhere(
  request: IncomingMessage,
  response: ServerResponse,
  given: {
    status: 301 | 303 | 307 | 308;
    to: string;
    secure: boolean;
    cacheControl?: string;
    headers?: readonly string[];
  },
): void {
  const { status, to, secure, cacheControl = "no-store", headers = [] } = given;
  const head = [
    "Location",
    headerSafe(to),
    "Content-Length",
    "0",
    "Cache-Control",
    cacheControl,
    ...securityHeaders("file", secure),
  ];
  if (hasUnreadBody(request)) head.push("Connection", "close");
  response.writeHead(status, [...head, ...headers]).end();
}
