import type { IncomingMessage, ServerResponse } from "node:http";
import { type BodyLimits, type BodyRefusal, holdBody } from "./held-body.ts";
import { sendWords } from "./plain-answer.ts";
import { isFromThisSite } from "./same-origin.ts";
import { applicationHeaders } from "./security-headers.ts";
import type { ProxyTrust } from "./trusted-proxy.ts";

export type ApplicationHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const MB = 1024 * 1024;

/** Who signs in sends a few words. */
const words: BodyLimits = { bytes: 64 * 1024, ms: 15_000 };

/**
 * How much may be sent where, and in what time where it is little. A picture has up to 25 MB, an export of another
 * publication may be far larger, and both come over any line; a text is saved from a train.
 */
const limits: readonly [prefix: string, limits: BodyLimits][] = [
  ["/api/auth/", words],
  ["/sign-in", words],
  ["/desk/import", { bytes: 2_048 * MB, ms: 300_000 }],
  ["/desk/media", { bytes: 128 * MB, ms: 300_000 }],
  ["/desk", { bytes: 32 * MB, ms: 60_000 }],
];
const otherwise: BodyLimits = { bytes: 128 * 1024, ms: 15_000 };

const limitsFor = (path: string) => limits.find(([prefix]) => path.startsWith(prefix))?.[1] ?? otherwise;

const refusals: Record<Exclude<BodyRefusal, "broken-off">, { status: number; words: string }> = {
  "too-large": { status: 413, words: "This is larger than can be taken here." },
  "too-slow": { status: 408, words: "This took too long to arrive. Please send it again." },
  unreadable: { status: 400, words: "This could not be read. Please go back and send it again." },
};

/** The framework looks at this too, but calls it a failure of ours. Programs, which name no origin, have no cookie to lose. */
const isFromElsewhere = (request: IncomingMessage, host: string): boolean =>
  request.method === "POST" &&
  request.headers.origin !== undefined &&
  !request.url?.startsWith("/api/") &&
  !isFromThisSite(request, [host]);

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
    if (isFromElsewhere(request, host)) {
      return sendWords(request, response, {
        status: 403,
        words: "This was not sent from a page of this site.",
        secure,
      });
    }
    const held = await holdBody(request, limitsFor(request.url ?? "/"));
    if (!held.ok) {
      if (held.reason !== "broken-off") sendWords(request, response, { ...refusals[held.reason], secure });
      return;
    }
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
