import { createServer, type IncomingMessage, type Server } from "node:http";
import { type Log, pathOnly } from "./log.ts";
import { sendWords } from "./plain-answer.ts";
import type { ProxyTrust } from "./trusted-proxy.ts";
import { answerUnreadable, namesOneHost } from "./unreadable-request.ts";
import { DeliveryResponse, KEEP_ALIVE_SECONDS } from "./whole-answer.ts";

type Answer = (request: IncomingMessage, response: DeliveryResponse, secure: boolean) => Promise<void>;

export type ServerGiven = {
  /** Answers from memory at once, or says that it cannot. */
  answerKept: (request: IncomingMessage, response: DeliveryResponse, secure: boolean) => boolean;
  /** Answers everything else. Rejects where that fails. */
  answer: Answer;
  /** Whether the publication can serve: asked by who starts and watches the process. */
  isReady: () => boolean;
  trust: ProxyTrust;
  log: Log;
};

/** How long a sender may take over a request's head, and over all of it (an import may be large). */
const HEAD_MS = 10_000;
const REQUEST_MS = 300_000;
/**
 * For how long nothing may move on a connection that is being answered: whoever takes no more of an answer holds the file
 * it is read from. Node looks twice before it lets go, so it may be twice as long.
 */
const STALLED_MS = 120_000;
/** How often connections are looked over for who takes too long. Node's own half minute would be added to each limit. */
const CHECK_MS = 2_000;

/** What else comes on such a connection is not to be trusted either. */
const wrongHost = { status: 400, words: "A request names the one host it is for.", headers: ["Connection", "close"] };

/** The server in front of everything, not yet listening. */
export function newServer(given: ServerGiven): Server {
  const { answerKept, trust, log } = given;
  const failed = (error: unknown, request: IncomingMessage, response: DeliveryResponse, secure: boolean) => {
    if (response.headersSent) {
      response.destroy();
      if (!request.destroyed) log.error({ error, path: pathOnly(request.url) }, "An answer broke off");
      return;
    }
    log.error({ error, path: pathOnly(request.url) }, "A request could not be answered");
    sendWords(request, response, {
      status: 500,
      words: "Something went wrong on our side. Please try again.",
      secure,
    });
  };
  const server = createServer(
    {
      ServerResponse: DeliveryResponse,
      headersTimeout: HEAD_MS,
      requestTimeout: REQUEST_MS,
      keepAliveTimeout: KEEP_ALIVE_SECONDS * 1_000,
      connectionsCheckingInterval: CHECK_MS,
      maxHeaderSize: 16 * 1024,
      // Looked at below: Node's own refusal has neither words nor headers.
      requireHostHeader: false,
    },
    (request, response) => {
      const { method, url = "/" } = request;
      if (!url.startsWith("/")) request.url = inOriginForm(url);
      const secure = trust.isSecure(request);
      try {
        if (!namesOneHost(request)) return sendWords(request, response, { ...wrongHost, secure });
        const isRead = method === "GET" || method === "HEAD";
        if (isRead && answerKept(request, response, secure)) return;
        if (answerProbe(given, request, response, secure)) return;
        given.answer(request, response, secure).catch((error) => failed(error, request, response, secure));
      } catch (error) {
        failed(error, request, response, secure);
      }
    },
  );
  server.on("clientError", (error, connection) => answerUnreadable(error, connection, trust.alwaysSecure));
  server.on("checkExpectation", (request, response) => {
    const secure = trust.isSecure(request);
    sendWords(request, response, { status: 417, words: "What this request expects cannot be done.", secure });
  });
  server.timeout = STALLED_MS;
  return server;
}

/** A target that names this server too ("GET http://news.example/asia") is the same as one that does not. */
const inOriginForm = (target: string): string => target.replace(/^https?:\/\/[^/?#]*\/?/i, "/");

/** `/healthz`: the process answers. `/readyz`: its database answers too, and it is not about to stop. */
function answerProbe(
  given: ServerGiven,
  request: IncomingMessage,
  response: DeliveryResponse,
  secure: boolean,
): boolean {
  if (request.url !== "/healthz" && request.url !== "/readyz") return false;
  const fine = request.url === "/healthz" || given.isReady();
  sendWords(request, response, { status: fine ? 200 : 503, words: fine ? "ok" : "not ready", secure });
  return true;
}

/**
 * Stops listening and waits until what is being answered is answered, at most `limit` ms; connections that only wait for
 * a next request are closed at once.
 */
export async function stopServer(server: Server, limit: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  // A connection that is busy now is idle a moment later.
  const closing = setInterval(() => server.closeIdleConnections(), 50);
  const force = setTimeout(() => server.closeAllConnections(), limit);
  await closed;
  clearInterval(closing);
  clearTimeout(force);
}
