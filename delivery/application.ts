import type { IncomingMessage, ServerResponse } from "node:http";
import { sendWords } from "./plain-answer.ts";
import { applicationHeaders, developmentHeaders } from "./security-headers.ts";
import type { ProxyTrust } from "./trusted-proxy.ts";

export type ApplicationHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const MB = 1024 * 1024;

/** How much may be sent where. A picture has up to 25 MB; an export of another publication may be far larger. */
const limits: readonly [prefix: string, bytes: number][] = [
  ["/api/auth/", 64 * 1024],
  ["/sign-in", 64 * 1024],
  ["/desk/import", 2_048 * MB],
  ["/desk/media", 128 * MB],
  ["/desk", 32 * MB],
];
const OTHERWISE = 128 * 1024;

const limitFor = (path: string) => limits.find(([prefix]) => path.startsWith(prefix))?.[1] ?? OTHERWISE;

/** Headers by which the framework talks to itself: from outside they could only be a trick. */
const notFromOutside =
  /^(?:x-middleware-|x-nextjs-|x-invoke-|x-matched-path|x-now-route|x-forwarded-|forwarded$|x-real-ip|content-security-policy)/;

/**
 * Hands a request to the framework: the desk, signing in, the programs' interface. What reaches it are its own sender's
 * words, with the forwarding headers as we believe them (`x-forwarded-for` is one address) and a policy of its own.
 */
export function answerApplication(
  handler: ApplicationHandler,
  trust: ProxyTrust,
  development: boolean,
): ApplicationHandler {
  return async (request, response) => {
    const { address, secure, host } = trust.sender(request);
    const limit = limitFor(request.url ?? "/");
    if (Number(request.headers["content-length"] ?? 0) > limit) {
      return sendWords(request, response, { status: 413, words: "This is larger than can be taken here.", secure });
    }
    limitBody(request, limit);
    for (const name of Object.keys(request.headers)) if (notFromOutside.test(name)) delete request.headers[name];
    const { headers, policy } = applicationHeaders(secure, development, request.url?.startsWith("/api/preview/"));
    Object.assign(request.headers, {
      "x-forwarded-for": address,
      "x-forwarded-proto": secure ? "https" : "http",
      "x-forwarded-host": host,
      "content-security-policy": policy,
      // So that who has to sign in first is brought back to the page they asked for.
      "x-request-path": request.url ?? "/",
    });
    set(response, headers);
    if (!request.url?.startsWith("/api/v")) response.setHeader("Cache-Control", "private, no-store");
    keepHeader(response, "cache-control", request.url?.startsWith("/_next/") || request.url?.startsWith("/api/v"));
    await handler(request, response);
  };
}

const set = (response: ServerResponse, headers: readonly string[]) => {
  for (let at = 0; at + 1 < headers.length; at += 2)
    response.setHeader(headers[at] as string, headers[at + 1] as string);
};

/** The framework sets a caching header of its own; what is private stays under ours. */
function keepHeader(response: ServerResponse, kept: string, unless: boolean | undefined): void {
  if (unless) return;
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => (name.toLowerCase() === kept ? response : setHeader(name, value));
}

/** Ends a connection that sends more than it may, where it did not say beforehand how much that would be. */
function limitBody(request: IncomingMessage, limit: number): void {
  let received = 0;
  const push = request.push.bind(request);
  request.push = (chunk: unknown, encoding?: BufferEncoding) => {
    received += chunk instanceof Uint8Array ? chunk.length : 0;
    if (received <= limit) return push(chunk, encoding);
    request.destroy();
    return false;
  };
}

/** While the site is being worked on, what the framework serves of its own tools. */
export const allowDevelopmentTools = (response: ServerResponse): void => set(response, developmentHeaders);
